import { dayOf, intervalOfDay, intervalOfMonth, type Interval, type Minute } from '../case/interval'
import type { Process } from '../codes'
import type { RuleConfidence, RulePrecision, RuleSubject } from '../rules/rule-change'
import { countAccounts } from '../statistics/suppression'
import { fewestAccountsForQuantiles, fewestEventsToCompare, weeksAroundRule } from '../statistics/thresholds'
import { changeBetween, type TrendShare } from '../statistics/trend'
import type { Estimate } from '../statistics/wilson'
import type { FigureFilter } from './filter'
import { trendFrom, type PeriodKind } from './periods'
import type { TrendQuestion, TrendSpell } from './trend'

/** A dated rule change as a trend needs it. */
export type TrendRule = {
  id: number; ref: string; date: string; precision: RulePrecision; processes: readonly Process[]; subject: RuleSubject
  statementZh: string; statementEn: string | null; confidence: RuleConfidence
}

/** The cases of one side of a rule change; `share` with its limits. */
export type RuleSide = { first: string; last: string; n: number; share: number; lower: number; upper: number }

/**
 * A rule change and what was before and after it. `clear`: the interval leaves out 0 and both sides have at least 20 ends. `withheld`
 * why nothing is compared: it is only a rumour, the weeks after it are not all in yet, or too few people told.
 */
export type RuleEffect = {
  id: number; ref: string; date: string; precision: RulePrecision; confidence: RuleConfidence
  statement_zh: string; statement_en: string | null
  before: RuleSide | null; after: RuleSide | null
  difference: (Estimate & { clear: boolean }) | null
  withheld: 'rumoured' | 'not_yet' | 'too_few' | null
}

type Span = { interval: Interval; spells: TrendSpell[]; filling: boolean; hidden: boolean }

/** About as long as eight weeks. */
const around: Record<PeriodKind, number> = { week: weeksAroundRule, month: 2 }

/** Rule changes concerning these cases, of the time that is looked at, the oldest first. */
export function effectsOf(
  spans: readonly Span[], rules: readonly TrendRule[], { filter }: TrendQuestion, kind: PeriodKind,
  shareOf: (spells: readonly TrendSpell[]) => TrendShare | null,
): RuleEffect[] {
  const [first, last] = [spans[0], spans.at(-1)]
  if (!first || !last) return []
  return rules
    .flatMap(rule => {
      const when = intervalOfRule(rule)
      return when && concerns(rule, filter) && when[1] >= first.interval[0] && when[0] <= last.interval[1] ? [{ rule, when }] : []
    })
    .sort((a, b) => a.when[0] - b.when[0] || a.rule.id - b.rule.id)
    .map(({ rule, when }) => effectOf(rule, when, spans, around[kind], shareOf))
}

/** Whether a rule change is sourced, dated and recent enough to be drawn with a before and after. `now` in minutes. */
export function isCompared(rule: Pick<TrendRule, 'date' | 'precision' | 'confidence'>, now: Minute): boolean {
  const when = intervalOfRule(rule)
  return rule.confidence !== 'rumoured' && when !== null && when[0] >= trendFrom(now) && when[0] <= now
}

/** When a rule changed, as an interval; null where only the year is known. */
export function intervalOfRule({ date, precision }: Pick<TrendRule, 'date' | 'precision'>): Interval | null {
  if (precision === 'day') return intervalOfDay(date)
  return precision === 'month' ? intervalOfMonth(date) : null
}

/** Whether a rule change is about cases of a filter: its process, and its subject or any. */
export function concerns({ processes, subject }: Pick<TrendRule, 'processes' | 'subject'>, filter: FigureFilter): boolean {
  return processes.includes(filter.process) && (subject === 'all' || !filter.subject || subject === filter.subject)
}

/**
 * Whole periods alone: the one in which the rule changed belongs to neither side. Only what is shown is put together, so that
 * nothing hidden can be worked out from the sums of two rule changes.
 */
function effectOf(
  rule: TrendRule, when: Interval, spans: readonly Span[], count: number, shareOf: (spells: readonly TrendSpell[]) => TrendShare | null,
): RuleEffect {
  const { id, ref, date, precision, confidence, statementZh, statementEn } = rule
  const said = { id, ref, date, precision, confidence, statement_zh: statementZh, statement_en: statementEn }
  const nothing = { before: null, after: null, difference: null }
  if (confidence === 'rumoured') return { ...said, ...nothing, withheld: 'rumoured' }
  const before = spans.filter(({ interval }) => interval[1] < when[0]).slice(-count)
  // What is known to the day may begin its own first week.
  const after = spans.filter(({ interval }) => precision === 'day' ? interval[0] >= when[0] : interval[0] > when[1]).slice(0, count)
  if (after.length < count || after.some(({ filling }) => filling)) return { ...said, ...nothing, withheld: 'not_yet' }
  const sides = before.length < count ? null : [before, after].map(side => sideOf(side, shareOf))
  const [one, two] = sides ?? []
  if (!one || !two) return { ...said, ...nothing, withheld: 'too_few' }
  const gap = changeBetween(one.share, two.share)
  const enough = [one, two].every(({ share }) => share.value * share.effective >= fewestEventsToCompare)
  return {
    ...said, before: one.side, after: two.side, difference: { ...gap, clear: enough && (gap.lower > 0 || gap.upper < 0) },
    withheld: null,
  }
}

function sideOf(spans: readonly Span[], shareOf: (spells: readonly TrendSpell[]) => TrendShare | null):
{ side: RuleSide; share: TrendShare } | null {
  const spells = spans.filter(({ hidden }) => !hidden).flatMap(span => span.spells)
  const share = countAccounts(spells) < fewestAccountsForQuantiles ? null : shareOf(spells)
  if (!share) return null
  const { value, lower, upper } = share
  const [first, last] = [dayOf(spans[0]!.interval[0]), dayOf(spans.at(-1)!.interval[1])]
  return { side: { first, last, n: spells.length, share: value, lower, upper }, share }
}
