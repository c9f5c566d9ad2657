import { dayOf, minuteOf } from '@/domain/case/interval'
import type { Stage } from '@/domain/codes'
import { comparisonFigureOf, type ComparisonFigure, type Dimension } from '@/domain/figures/comparison'
import type { Cohort } from '@/domain/figures/cohort'
import type { FigureFilter } from '@/domain/figures/filter'
import { concerns } from '@/domain/figures/trend-rules'
import type { View } from '@/domain/figures/view'
import type { Database } from '../connection'
import { listRuleChanges, type DatedRule } from '../rules/changes'
import { comparedSpellsFor } from './dated-spells'
import { durationsFigure } from './durations'
import { guarded } from './guard'

/** What is to be compared; without a rule the newest that concerns the cases and has come. */
export type Asked = { stage: Stage; by: Dimension; pair: readonly [string, string] | null; rule: string | null } & View

/** Two groups of the cases under a filter; its shape is `ComparisonFigure`. `now` in epoch milliseconds. */
export async function comparisonFigure(
  database: Database, filter: FigureFilter, { stage, by, pair, rule: ref, ...view }: Asked, now = Date.now(),
): Promise<ComparisonFigure> {
  const rules = by === 'rule' ? await rulesFor(database, filter) : []
  const rule = ref === null ? rules.find(({ date }) => date <= dayOf(minuteOf(now))) : rules.find(it => it.ref === ref)
  const kept = withoutCompared(filter, by)
  // A rule for some subjects divides the time of those alone.
  const told = rule && rule.subject !== 'all' ? { ...kept, subject: rule.subject } : kept
  const question = { by, pair, rule: rule ? { ref: rule.ref, date: rule.date, precision: rule.precision } : null }
  const needed = { dates: by === 'rule' || view.clock === 'working', facts: by === 'pattern' || by === 'channel' }
  const reading = { load: (it: FigureFilter) => comparedSpellsFor(database, stage, it, needed) }
  // Of a question that would give others away there are no groups to set side by side.
  const { figureFor } = await guarded(database, told, reading, spells => ({
    suppressed: null,
    figureFor: (pair: Asked['pair'], held: ReadonlySet<string>, cohort: Cohort) =>
      comparisonFigureOf(told, stage, { ...question, pair }, spells, minuteOf(now), { ...view, cohort }, held),
  }))
  const figure = figureFor(pair, new Set(), view.cohort)
  const [first, second] = figure.groups
  if (!first || !second || by === 'rule' || by === 'channel') return figure
  // A group says nothing that it would not say by itself. One after the other: within a write there is one connection.
  const alone: { code: string; cohort: Cohort; isHeld: boolean }[] = []
  for (const { code } of [first, second]) {
    const { cohort, suppressed } = await durationsFigure(database, { ...told, [by]: code, stage, cohort: view.cohort }, now)
    alone.push({ code, cohort, isHeld: suppressed === 'complement' })
  }
  const held = new Set(alone.filter(({ isHeld }) => isHeld).map(({ code }) => code))
  const cohort = alone.some(it => it.cohort === 'settled') ? 'settled' : view.cohort
  if (held.size === 0 && cohort === view.cohort) return figure
  return figureFor([first.code, second.code], held, cohort)
}

/** The rule changes that concern the cases of a filter, newest first. */
export async function rulesFor(database: Database, filter: FigureFilter): Promise<DatedRule[]> {
  return (await listRuleChanges(database)).filter(rule => concerns(rule, filter))
}

/** What the groups differ in does not narrow them. */
function withoutCompared(filter: FigureFilter, by: Dimension): FigureFilter {
  if (by === 'channel' || by === 'rule') return filter
  const { [by]: _, ...rest } = filter
  return rest
}
