// How far seven ways to compute the same median lie from a truth of 5.00 days, by how people report. Three of the ways are
// the product's (`durationsOf`); the others are here to be seen going wrong and stand nowhere else.
import { randomFrom, type Random } from '../domain/simulation/random'
import { countRows, type Observation } from '../domain/statistics/counts'
import { durationsOf } from '../domain/statistics/durations'
import { kaplanMeier } from '../domain/statistics/kaplan-meier'
import { outcomesOf } from '../domain/statistics/outcomes'
import { quantile } from '../domain/statistics/quantiles'
import type { StageSpell } from '../domain/statistics/scale'

/** `anyState`: the share that first reports at some moment, whatever it waits for; the others report when it is over. */
export type Scenario = {
  reporting: string, days: number, settled: number, anyState: number, comeBack: number, reminded: boolean,
}

const year = { days: 120, settled: 30 }
const young = { days: 20, settled: 10 }

export const scenarios: readonly Scenario[] = [
  { reporting: 'any_all_back', ...year, anyState: 1, comeBack: 1, reminded: false },
  { reporting: 'any_none_back', ...year, anyState: 1, comeBack: 0, reminded: false },
  { reporting: 'any_half_back', ...year, anyState: 1, comeBack: 0.5, reminded: false },
  { reporting: 'finished', ...year, anyState: 0, comeBack: 0, reminded: false },
  { reporting: 'both_half_back', ...year, anyState: 0.5, comeBack: 0.5, reminded: false },
  { reporting: 'both_reminded', ...year, anyState: 0.5, comeBack: 0, reminded: true },
  { reporting: 'any_half_back_reminded', ...year, anyState: 1, comeBack: 0.5, reminded: true },
  { reporting: 'any_half_back', ...young, anyState: 1, comeBack: 0.5, reminded: false },
  { reporting: 'finished', ...young, anyState: 0, comeBack: 0, reminded: false },
  { reporting: 'both_half_back', ...young, anyState: 0.5, comeBack: 0.5, reminded: false },
  { reporting: 'both_reminded', ...young, anyState: 0.5, comeBack: 0, reminded: true },
]

const ways = [
  'finished_only', 'from_start', 'settled', 'until_now', 'grace', 'delayed_entry', 'mixed_entry',
] as const
export type Way = (typeof ways)[number]

/** A median in days; 'not_reached' where the curve ends above a half, 'no_data' where the way has nobody to count. */
type Median = number | 'not_reached' | 'no_data'

const day = 1440
/** Half of the waits end by then, two thirds within a factor of e^0.8 of it. */
const truth = { median: 5 * day, sigma: 0.8 }
const reportsAfter = 3 * day
const tellsAfter = 2 * day
const reminderDays = 3
const answersReminder = 0.7
const graceDays = 3

/** The whole table, as `domain/simulation/bias-table.json` keeps it. */
export function biasTable(runs: number, cases: number) {
  return {
    runs,
    cases,
    true_median: truth.median / day,
    rows: scenarios.map(scenario => ({ ...scenario, medians: mediansOf(scenario, runs, cases) })),
    selection: selected(cases * runs),
    decided: decidedSoFar(cases * runs),
  }
}

/** The mean over the runs of each way's median, in days. */
export function mediansOf(scenario: Scenario, runs: number, cases: number): Record<Way, Median> {
  const all = Array.from({ length: runs }, (_, run) => {
    const reported = reportsIn(scenario, cases, randomFrom('bias', scenario.reporting, scenario.days, run))
    return mediansBy(reported, scenario)
  })
  return Object.fromEntries(ways.map(way => [way, meanOf(all.map(medians => medians[way]))])) as Record<Way, Median>
}

/** One case as the site knows it at the end. Minutes since its start; `age` is the site's now. */
type Report = { wait: number, first: number, end: boolean, lastSeen: number, age: number }

function reportsIn({ days, anyState, comeBack, reminded }: Scenario, cases: number, random: Random): Report[] {
  return Array.from({ length: cases }, (): Report | null => {
    const age = random.unit() * days * day
    const wait = random.around(truth.median, truth.sigma)
    const first = random.chance(anyState)
      ? random.exponential(reportsAfter) : wait + random.exponential(tellsAfter)
    if (first > age) return null
    if (first >= wait) return { wait, first, end: true, lastSeen: wait, age }
    const back = random.chance(comeBack) ? wait + random.exponential(tellsAfter) : Infinity
    const taps = reminded ? answersTo(first, Math.min(age, back), random) : []
    const end = back <= age || taps.some(tap => tap >= wait)
    return { wait, first, end, lastSeen: Math.max(first, ...taps.filter(tap => tap < wait)), age }
  }).filter(report => report !== null)
}

function answersTo(first: number, until: number, random: Random): number[] {
  const taps: number[] = []
  for (let at = first + reminderDays * day; at <= until; at += reminderDays * day) {
    if (random.chance(answersReminder)) taps.push(at)
  }
  return taps
}

function mediansBy(reports: readonly Report[], { settled }: Scenario): Record<Way, Median> {
  const product = (of: readonly Report[], pendingUntil = (report: Report) => report.lastSeen) =>
    medianOf(durationsOf('decision', spellsOf(of, pendingUntil), 'minute').quantiles['0.5'], of.length)
  const entering = (of: readonly Report[]) => {
    const curve = kaplanMeier(countRows(of.map(entryOf)))
    return medianOf(quantile(curve, 0.5), curve.reduce((sum, { events }) => sum + events, 0))
  }
  const whileWaiting = reports.filter(({ wait, first }) => first < wait)
  return {
    finished_only: product(reports.filter(({ end }) => end)),
    from_start: product(reports),
    settled: product(reports.filter(({ age }) => age >= settled * day)),
    until_now: product(reports, ({ age }) => age),
    grace: product(reports, ({ age, lastSeen }) => Math.min(age, lastSeen + graceDays * day)),
    delayed_entry: entering(whileWaiting),
    mixed_entry: entering(reports),
  }
}

function spellsOf(reports: readonly Report[], pendingUntil: (report: Report) => number): StageSpell[] {
  return reports.map((report, caseId) => {
    const length = Math.round(report.end ? report.wait : pendingUntil(report))
    return {
      stage: 'decision', account: `${caseId}`, startMonth: null, caseId, order: 1, round: 1,
      cause: report.end ? 1 : 0, wait: [length, length], days: null,
    }
  })
}

/** Who was over when first reported enters at 0: right where these are left out, "mixed" where they are not. */
function entryOf({ wait, first, end, lastSeen }: Report): Observation {
  return { time: end ? wait : lastSeen, cause: end ? 1 : 0, entry: first < wait ? first : -1 }
}

function medianOf(median: { value: number | null } | null, n: number): Median {
  if (n === 0 || !median) return 'no_data'
  return median.value === null ? 'not_reached' : median.value / day
}

function meanOf(medians: readonly Median[]): Median {
  const known = medians.filter(median => typeof median === 'number')
  if (known.length <= medians.length / 2) return medians.includes('not_reached') ? 'not_reached' : 'no_data'
  return hundredths(known.reduce((sum, median) => sum + median, 0) / known.length)
}

/** What no method repairs: the median, and the share refused, where one kind of case is told more often than another. */
function selected(cases: number) {
  const random = randomFrom('bias', 'selection')
  const waits = Array.from({ length: cases }, () => random.around(truth.median, truth.sigma))
  const told = (slow: number) => waits.filter(wait => random.chance((wait > 7 * day ? slow : 1) / 2))
  const median = (of: readonly number[]) => hundredths([...of].sort((a, b) => a - b)[Math.ceil(of.length / 2) - 1]! / day)
  const refused = waits.map(() => random.chance(0.3))
  const heard = refused.filter(no => random.chance(no ? 1 : 0.5))
  return {
    slow_twice_as_likely: median(told(2)),
    slow_half_as_likely: median(told(0.5)),
    refused_twice_as_likely: { shown: hundredths(heard.filter(no => no).length / heard.length), true: 0.3 },
  }
}

/** Fast approvals, slow refusals: "approved of those decided" against the share of all who began. */
function decidedSoFar(cases: number) {
  const random = randomFrom('bias', 'decided')
  const all = Array.from({ length: cases }, () => {
    const approved = random.chance(0.7)
    return { cause: approved ? 1 : 2, minute: approved ? random.around(3.8 * day, 0.6) : random.around(10 * day, 0.53) }
  })
  const at = (days: number) => all.filter(({ minute }) => minute <= days * day)
  const naive = (days: number) => hundredths(at(days).filter(({ cause }) => cause === 1).length / at(days).length, 1000)
  const month = outcomesOf(['approved', 'refused'], all.slice(0, 3000).map(({ cause, minute }, caseId): StageSpell => ({
    stage: 'total', account: `${caseId}`, startMonth: null, caseId, order: 1, round: 1,
    cause, wait: null, days: Math.floor(minute / day),
  }))).table.at(-1)!
  return { true: 0.7, day_3: naive(3), day_7: naive(7), shown_day_30: hundredths(month.causes![0]!.share, 1000) }
}

function hundredths(number: number, parts = 100): number {
  return Math.round(number * parts) / parts
}
