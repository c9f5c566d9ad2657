import { setTimeout as sleep } from 'node:timers/promises'
import type { EstimateFigure, EstimateQuestion } from '@/domain/figures/estimate'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Counted } from '@/domain/figures/finding'
import type { AskedOf, KeptAnswers, KeptKind } from '@/domain/figures/kept'
import type { Database } from '../../connection'
import { answerOf } from '../answer'
import { narrowestEstimate } from '../estimate'
import { pathsOf, type Paths } from '../paths'
import { askToCount } from './channel'
import { keptAnswer } from './kept'
import { areManyCases } from './many'
import { isReadFromCells, questionOf, type CountedQuestion } from './question'
import { silentAnswer } from './silent'

/** What a figure is asked. Those of names are asked of any process, and find nothing in one that has none. */
type Asking<Kind extends KeptKind> = AskedOf<Kind> | (Kind extends 'names' | 'nameChanges' | 'softwareCopyright' ? FigureFilter : never)

// Most narrowed questions of a hundred thousand cases are answered within this time, in milliseconds.
const patience = 1_500
const lookEvery = 100

/**
 * The answer to a question of the figures. Where there are more cases than may be read while somebody waits, it is the one that was
 * counted last, with the moment of that; while there is none, it says that it is being counted. `now` in epoch milliseconds; `waitFor`
 * how many of them somebody waits for it.
 */
export async function figureFor<Kind extends KeptKind>(
  database: Database, kind: Kind, asking: Asking<Kind>, now = Date.now(), waitFor = patience,
): Promise<KeptAnswers[Kind] & Counted> {
  const asked = asking as AskedOf<Kind>
  if (isReadFromCells(kind, asked) || !await areManyCases(database)) return answerOf(database, kind, asked, now)
  return await countedAnswer(database, questionOf(kind, asked), now, waitFor) as (KeptAnswers[Kind] & Counted) | null ?? silentAnswer(kind, asked, now)
}

/** What became of cases step by step; where they may be read while somebody waits, in one reading. */
export async function pathsFor(database: Database, filter: FigureFilter, now = Date.now()): Promise<{ [Kind in keyof Paths]: Paths[Kind] & Counted }> {
  if (!await areManyCases(database)) return pathsOf(database, filter, now)
  const [rounds, orders, reasons, repairs] = await Promise.all([
    figureFor(database, 'rounds', filter, now), figureFor(database, 'orders', filter, now),
    figureFor(database, 'reasons', filter, now), figureFor(database, 'repairs', filter, now),
  ])
  return { rounds, orders, reasons, repairs }
}

/** What the author of an open case asks of all others, as narrowly as can be answered. */
export async function ownEstimateFor(
  database: Database, caseId: number, asked: EstimateQuestion, now: number,
): Promise<EstimateFigure & Counted> {
  if (!await areManyCases(database)) return narrowestEstimate(database, { ...asked, besides: caseId }, now)
  const counted = await countedAnswer(database, questionOf('ownEstimate', { case: caseId }), now) as (EstimateFigure & Counted) | null
  // What waits may be another stage by now.
  if (counted?.stage === asked.stage) return counted
  const { filter, stage, waited: { minutes } } = asked
  return silentAnswer('estimate', { ...filter, stage, waited: String(minutes), unit: 'minute' }, now)
}

async function countedAnswer(database: Database, question: CountedQuestion, now: number, waitFor = patience) {
  let kept = await keptAnswer(database, question, now)
  // Also where there is an answer: it is counted anew for those who ask.
  askToCount(kept ? question : { ...question, missingAt: now })
  const until = performance.now() + waitFor
  while (!kept && performance.now() < until) {
    await sleep(lookEvery)
    kept = await keptAnswer(database, question, now)
  }
  return kept && { ...kept.answer, counted_at: kept.at }
}
