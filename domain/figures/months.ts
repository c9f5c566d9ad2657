import type { Ending, Process, Stage } from '../codes'
import { boxesOf } from '../statistics/boxes'
import { method } from '../statistics/method'
import type { OutcomeShare } from '../statistics/outcomes'
import type { StageSpell } from '../statistics/scale'
import { isSettled } from '../statistics/settled'
import { countAccounts, hiddenGroups, isEarly, suppressionOf, type Suppression } from '../statistics/suppression'
import { countOn } from '../statistics/scale'
import { outcomesWithin } from '../statistics/within'
import { ofCohort } from './cohort'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'
import type { HeldLines, Lines } from './guard'
import { causedBy, endingsOf, type WholeSpell } from './outcomes'

/**
 * Months are compared at one age: two weeks hold nearly every certification, a filing waits for a bureau that has 20 working
 * days. A month may carry the headline when it is as old as the stage named here must be, so that slow ones are in.
 */
export const monthAge: Record<Process, { days: number; settledLike: Stage }> = {
  certification: { days: 14, settledLike: 'decision' }, renewal: { days: 14, settledLike: 'decision' },
  filing: { days: 30, settledLike: 'filing_total' },
  rename: { days: 14, settledLike: 'decision' }, code_review: { days: 14, settledLike: 'decision' },
}

/**
 * What had become of the cases that started in a month, at the figure's age. `settled`: old enough for the headline.
 * `endings` and `waiting` are shares that make 1 together; null where held back, or where too few were followed that long.
 */
export type MonthOutcomes = {
  month: string
  settled: boolean
  n: number
  accounts: number
  suppressed: Suppression | null
  early: boolean
  endings: OutcomeShare[] | null
  waiting: OutcomeShare | null
}

/**
 * Outcomes by start month (API names), each month within `days` of its cases' start. `settled` is all settled months
 * together, the headline; null where there is none. `unended` cases had no end when last heard of; `undated` started in no
 * one month and stand in no line. Where a month is hidden, the next smallest are hidden until 5 people are behind them.
 */
export type OutcomeMonthsFigure = {
  method: string
  filter: FigureFilter
  days: number
  endings: readonly Exclude<Ending, 'waiting'>[]
  n: number
  unended: number | null
  accounts: number
  undated: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  settled: Omit<MonthOutcomes, 'month' | 'settled'> | null
  months: MonthOutcomes[]
  cases: number[]
}

/** Its lines, for those known in days: what the figure counts. */
export const monthLines = { months: ({ startMonth }: WholeSpell) => (startMonth === null ? [] : [startMonth]) } satisfies Lines<WholeSpell>

/**
 * `now` in minutes since the epoch decides which months have settled.
 * @param held lines that may not be shown, whatever their size
 */
export function outcomeMonthsFigureOf(
  filter: FigureFilter, spells: readonly WholeSpell[], now: number, held: HeldLines = {},
): OutcomeMonthsFigure {
  const endings = endingsOf[filter.process]
  const { days, settledLike } = monthAge[filter.process]
  const caused = causedBy(endings, spells)
  const { spells: counted, leftOut, capped } = countOn('day', caused)
  const accounts = countAccounts(counted)
  const ended = counted.filter(({ cause }) => cause > 0).length
  const suppressed = suppressionOf(accounts, ended)
  const dated = counted.filter(({ startMonth }) => startMonth !== null)
  const settled = ofCohort(dated, 'settled', settledLike, now)
  return {
    method,
    filter,
    days,
    endings,
    n: counted.length,
    unended: suppressed === 'few_accounts' ? null : counted.length - ended,
    accounts,
    undated: counted.length - dated.length,
    left_out: leftOut,
    capped,
    suppressed,
    early: isEarly(counted.length),
    settled: settled.length > 0 ? sharesWithin(endings.length, settled, days) : null,
    months: monthsOf(dated, endings.length, days, month => isSettled(settledLike, month, now), held.months),
    cases: casesToRead(suppressed, counted),
  }
}

function monthsOf(
  spells: readonly StageSpell[], causes: number, days: number, isOld: (month: string) => boolean,
  held?: ReadonlySet<string>,
): MonthOutcomes[] {
  const cells = [...boxesOf(spells, ({ startMonth }) => [startMonth!])].map(([month, spells]) => ({ month, spells }))
    .sort((a, b) => (a.month < b.month ? -1 : 1))
  const hidden = hiddenGroups(cells, cell => cell.spells, ({ month }) => held?.has(month) ?? false)
  return cells.map(cell => {
    const line = { month: cell.month, settled: isOld(cell.month), ...sharesWithin(causes, cell.spells, days) }
    if (!hidden.includes(cell) || line.suppressed === 'few_accounts') return line
    return { ...line, suppressed: 'complement', endings: null, waiting: null }
  })
}

function sharesWithin(causes: number, spells: readonly StageSpell[], days: number): Omit<MonthOutcomes, 'month' | 'settled'> {
  const { n, accounts, suppressed, early, causes: endings, waiting } = outcomesWithin(causes, spells, days)
  return { n, accounts, suppressed, early, endings, waiting }
}
