import { homeFindings } from '../../db/figures/findings'
import { answerOf } from '../../db/figures/answer'
import type { Database } from '../../db/connection'
import type { AskedOf, KeptKind } from '../../domain/figures/kept'
import type { FigureFilter } from '../../domain/figures/filter'

const base: FigureFilter = { process: 'certification', layer: 'own' }
const filters: readonly (readonly [string, FigureFilter])[] = [
  ['', base],
  [', subject', { ...base, subject: 'personal' }],
  [', subject and category', { ...base, subject: 'personal', category: 'tool' }],
  [', subject and pattern', { ...base, subject: 'personal', pattern: 'app_like' }],
]

// How each kind is asked; the rest of its question is the filter.
const kinds: readonly (readonly [string, KeptKind, object])[] = [
  ['durations, days', 'durations', { stage: 'decision' }],
  ['durations, minutes', 'durations', { stage: 'first_call' }],
  ['durations, working time', 'durations', { stage: 'first_call', clock: 'working' }],
  ['outcomes', 'outcomes', {}],
  ['months', 'outcomeMonths', {}],
  ['names', 'names', {}],
  ['software copyright', 'softwareCopyright', {}],
  ['rounds', 'rounds', {}],
  ['orders', 'orders', {}],
  ['reasons', 'reasons', {}],
  ['repairs', 'repairs', {}],
  ['name changes', 'nameChanges', {}],
  ['trend', 'trend', { stage: 'first_call', measure: 'answered' }],
  ['comparison', 'comparison', { stage: 'decision', by: 'subject' }],
  ['estimate', 'estimate', { stage: 'decision', days: '2' }],
  ['robustness', 'robustness', { stage: 'decision' }],
]

/** Every figure with nothing, one thing and two things that narrow it: what it is called, and how it is computed. */
export function figureQuestions(now: number): [string, (database: Database) => Promise<unknown>][] {
  return [
    ...kinds.flatMap(([name, kind, asked]) => filters.map(([narrowed, filter]): [string, (database: Database) => Promise<unknown>] =>
      [`${name}${narrowed}`, database => answerOf(database, kind, { ...filter, ...asked } as AskedOf<typeof kind>, now)])),
    ['findings of the front page', database => homeFindings(database, now)],
  ]
}
