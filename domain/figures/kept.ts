import { minuteOf } from '../case/interval'
import { endpoints } from '../api/endpoints'
import { readParameters, type Asked } from '../api/parameters'
import type { ApiProblem, ParameterProblem } from '../api/problem'
import type { Process, Stage } from '../codes'
import { isSilent, type Suppression } from '../statistics/suppression'
import { codesBy, type ComparisonFigure, type Dimension } from './comparison'
import type { DurationsFigure } from './durations'
import type { EstimateFigure } from './estimate'
import { readEstimate } from './estimate-address'
import { stagesOf } from './filter'
import type { Counted, FigureFinding } from './finding'
import type { OutcomeMonthsFigure } from './months'
import type { NameChangesFigure } from './name-changes'
import type { NamesFigure } from './names'
import type { OutcomesFigure } from './outcomes'
import type { ReasonsFigure } from './reasons'
import type { RepairsFigure } from './repairs'
import type { RobustnessFigure } from './robustness'
import type { OrdersFigure, RoundsFigure } from './rounds'
import type { SoftwareCopyrightFigure } from './software-copyright'
import { trendStage, type TrendFigure } from './trend'

/**
 * The figures that can be kept and whose rows can be taken away, by the key of their endpoint. A new one is a name here, its
 * answer and its rows in `db/figures/answer.ts`, and its drawing in `components/figures/drawing.tsx`.
 */
export type KeptAnswers = {
  durations: DurationsFigure
  outcomes: OutcomesFigure
  names: NamesFigure
  softwareCopyright: SoftwareCopyrightFigure
  comparison: ComparisonFigure
  trend: TrendFigure
  estimate: EstimateFigure
  robustness: RobustnessFigure
  outcomeMonths: OutcomeMonthsFigure
  rounds: RoundsFigure
  orders: OrdersFigure
  reasons: ReasonsFigure
  repairs: RepairsFigure
  nameChanges: NameChangesFigure
}
export type KeptKind = keyof KeptAnswers

/** Each kind with its page, and the part of that where it stands. */
const places: Record<KeptKind, readonly [page: string, part?: string]> = {
  durations: ['/stats/durations'],
  comparison: ['/stats/durations', 'compare'],
  outcomes: ['/stats/outcomes'],
  outcomeMonths: ['/stats/outcomes', 'months'],
  rounds: ['/stats/outcomes', 'rounds'],
  orders: ['/stats/outcomes', 'orders'],
  reasons: ['/stats/outcomes', 'reasons'],
  repairs: ['/stats/outcomes', 'repairs'],
  names: ['/stats/names'],
  nameChanges: ['/stats/names', 'changes'],
  softwareCopyright: ['/stats/software-copyright'],
  trend: ['/stats/trend'],
  estimate: ['/estimate'],
  robustness: ['/method', 'robustness'],
}

export const keptKinds = Object.keys(places) as KeptKind[]

export type AskedOf<Kind extends KeptKind> = Asked<(typeof endpoints)[Kind]['parameters']>

/** A question as it is stored and hashed: every parameter that has a value, defaults too, in one order. */
export type StoredQuestion = Record<string, string>

/** A figure somebody kept, as it was. `at` in epoch milliseconds; `dataHash` the SHA-256 of its rows. */
export type KeptFigure = {
  [Kind in KeptKind]: {
    ref: string; kind: Kind; question: StoredQuestion; method: string; dataHash: string; answer: KeptAnswers[Kind]; at: number
  }
}[KeptKind]

export type ReadQuestion<Kind extends KeptKind> =
  | { ok: true; asked: AskedOf<Kind>; question: StoredQuestion }
  | { ok: false; problem: ApiProblem; errors: readonly ParameterProblem[] }

/** Reads what a figure is asked from an address, and fills in what is taken for granted. `now` in epoch milliseconds. */
export function readQuestion<Kind extends KeptKind>(kind: Kind, search: URLSearchParams, now: number): ReadQuestion<Kind> {
  const read = readParameters(search, endpoints[kind].parameters)
  if (!read.ok) return read
  const asked = { ...read.asked } as Loose
  const errors = faultsIn(kind, asked, now)
  if (errors.length > 0) return { ok: false, problem: 'unreadable_value', errors }
  if ('stage' in endpoints[kind].parameters) asked.stage ??= kind === 'trend' ? trendStage[asked.process] : stagesOf[asked.process][0]!
  const { waited, unit, ...rest } = asked
  // Since when goes before how long.
  const said = asked.since ? rest : { ...rest, waited, unit }
  const question = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)]).sort(([a], [b]) => (a < b ? -1 : 1)))
  return { ok: true, asked: asked as unknown as AskedOf<Kind>, question }
}

/** What some kind may be asked. */
type Loose = {
  process: Process; stage?: Stage; by?: Dimension; a?: string; b?: string; rule?: string; waited?: string; unit?: string; since?: string
}

/** What no single parameter can know: stages of another review, groups of another kind, a wait beyond what is known. */
function faultsIn(kind: KeptKind, { process, stage, by, a, b, rule, ...rest }: Loose, now: number): ParameterProblem[] {
  const faults: ParameterProblem[] = []
  const refuse = (parameter: string, allowed: readonly string[]) => faults.push({ parameter, code: 'not_in_list', allowed })
  if (stage !== undefined && !stagesOf[process].includes(stage)) refuse('stage', stagesOf[process])
  if (by !== undefined) {
    const codes = by === 'rule' ? [] : codesBy[by]
    if (a === undefined ? b !== undefined : !codes.includes(a)) refuse('a', codes)
    if (b === undefined ? a !== undefined : !codes.includes(b) || a === b) refuse('b', codes)
    if (rule !== undefined && by !== 'rule') refuse('rule', [])
  }
  if (kind === 'estimate' && !readEstimate({ process, ...rest }, minuteOf(now)).waited) {
    faults.push({ parameter: rest.since ? 'since' : 'waited', code: 'out_of_range' })
  }
  return faults
}

/** Whether there is no answer yet, since so many cases are still being counted for it. */
export function isBeingCounted(answer: object): boolean {
  const { suppressed, wait } = answer as { suppressed?: Suppression | null; wait?: { suppressed: Suppression | null } }
  return (wait ?? { suppressed }).suppressed === 'counting'
}

/**
 * Whether a figure may not be kept, nor its rows be taken away: nothing is said of it, or not of both its groups, or it was counted
 * beforehand, from more cases than are read while somebody waits.
 */
export function isUnsaid<Kind extends KeptKind>(kind: Kind, answer: KeptAnswers[Kind] & Counted): boolean {
  if (answer.counted_at !== undefined) return true
  if (kind === 'comparison') {
    const { groups } = answer as ComparisonFigure
    return groups.length === 0 || groups.some(({ suppressed }) => isSilent(suppressed))
  }
  if (kind === 'robustness') {
    const { wait, outcome } = answer as RobustnessFigure
    return isSilent(wait.suppressed) && isSilent(outcome.suppressed)
  }
  return isSilent((answer as { suppressed: Suppression | null }).suppressed)
}

/** A kept figure that is one of the findings, as such; null for the others. */
export function findingOf({ kind, answer }: Pick<KeptFigure, 'kind' | 'answer'>): FigureFinding | null {
  const names: Partial<Record<KeptKind, FigureFinding['kind']>> = {
    durations: 'durations', outcomes: 'outcomes', names: 'names', softwareCopyright: 'software_copyright',
  }
  return names[kind] ? { kind: names[kind], figure: answer } as unknown as FigureFinding : null
}

/** A name of a kind in addresses, the same everywhere: `software-copyright`, `outcomes-months`. */
export function slugOf(kind: KeptKind): string {
  return endpoints[kind].path.slice('/stats/'.length)
}

export function kindOfSlug(slug: unknown): KeptKind | undefined {
  return keptKinds.find(kind => slugOf(kind) === slug)
}

/** The page on which a question is answered anew. */
export function pageOfQuestion(kind: KeptKind, question: StoredQuestion): string {
  return `${places[kind][0]}?${new URLSearchParams(question)}`
}

/** The same, at the part where the answer stands. */
export function placeOfQuestion(kind: KeptKind, question: StoredQuestion): string {
  const [, part] = places[kind]
  return pageOfQuestion(kind, question) + (part ? `#${part}` : '')
}
