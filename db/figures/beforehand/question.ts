import { cellsFor } from '@/domain/figures/cells'
import { plainWait, type TypedWait } from '@/domain/figures/estimate-address'
import type { FigureFilter } from '@/domain/figures/filter'
import type { AskedOf, KeptAnswers, KeptKind } from '@/domain/figures/kept'
import type { Database } from '../../connection'
import { answerOf } from '../answer'
import { estimateOnCase } from '../estimate'

/** What is counted beforehand: the figures that can be kept, and what the author of an open case asks of the others. */
export type CountedAnswers = KeptAnswers & { ownEstimate: KeptAnswers['estimate'] }
export type CountedKind = keyof CountedAnswers

/** A question as it is passed on and stored; `text` is the same for all who ask the same. */
export type CountedQuestion = { kind: CountedKind; text: string }

// Another number has everything counted anew: raise it when an answer becomes another one.
const version = 1

/** @param asked as `AskedOf` this kind; of one's own case, its number as `case` */
export function questionOf(kind: CountedKind, asked: object): CountedQuestion {
  const meant = kind === 'estimate' ? withPlainWait(asked) : asked
  const said = Object.entries(meant).filter(([, value]) => value !== undefined && value !== '').sort(([a], [b]) => (a < b ? -1 : 1))
  return { kind, text: JSON.stringify({ version, ...Object.fromEntries(said) }) }
}

// 1 hour, 1.00 hours and 60 minutes are one question, to be counted once.
function withPlainWait(asked: object): object {
  const { waited, unit, since, ...rest } = asked as Partial<TypedWait>
  return { ...rest, ...plainWait({ ...(waited && { waited }), ...(unit && { unit }), ...(since && { since }) }) }
}

/** Whether its answer becomes another one by the clock alone: a wait that is told by its start grows. */
export function growsOlder({ kind, text }: CountedQuestion): boolean {
  return kind === 'ownEstimate' || text.includes('"since":')
}

/** Counts the answer. `now` in epoch milliseconds. */
export async function answerTo(database: Database, { kind, text }: CountedQuestion, now: number): Promise<CountedAnswers[CountedKind] | null> {
  const { version: _, ...asked } = JSON.parse(text) as Record<string, unknown>
  if (kind === 'ownEstimate') return estimateOnCase(database, asked.case as number, now)
  return answerOf(database, kind, asked as AskedOf<typeof kind>, now)
}

/** Whether it is read from cells, and so is counted at once however many cases there are. */
export function isReadFromCells(kind: CountedKind, asked: object): boolean {
  if (kind === 'outcomes') return cellsFor(filterIn(asked as AskedOf<'outcomes'>), 'whole') !== null
  if (kind !== 'durations') return false
  const { stage, clock, ...rest } = asked as AskedOf<'durations'>
  return clock !== 'working' && cellsFor(filterIn(rest), stage!) !== null
}

function filterIn({ process, layer, subject, category, pattern, proof }: FigureFilter): FigureFilter {
  return { process, layer, subject, category, pattern, proof } as FigureFilter
}
