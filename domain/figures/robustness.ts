import type { Ending, Stage } from '../codes'
import { countRows, endsIn, type Row } from '../statistics/counts'
import { durationsOf, whileEnough } from '../statistics/durations'
import { enteringRows, type EnteringSpell } from '../statistics/entering'
import { incidenceAt, withoutMostInfluential } from '../statistics/influence'
import { kaplanMeier } from '../statistics/kaplan-meier'
import { method } from '../statistics/method'
import { outcomesOf } from '../statistics/outcomes'
import { quantile } from '../statistics/quantiles'
import { honestQuantile, honestShare } from '../statistics/robustness'
import { countOn, exitOn, type Scale, type StageSpell } from '../statistics/scale'
import { suppressionOf, type Suppression } from '../statistics/suppression'
import { accountsTakenAway, falseShare } from '../statistics/thresholds'
import { rowsAfter } from '../statistics/waited'
import { headline, type CohortNote } from './cohort'
import type { FigureFilter } from './filter'
import { causedBy, endingsOf, settledLike, type WholeSpell } from './outcomes'

type Limits = { lower: number | null; upper: number | null }

/** The median once the `accounts` that lengthen it most have left, or those that shorten it most; null: too few, or not reached. */
export type MedianWithout = { accounts: number; shortest: number | null; longest: number | null }

/** The share likewise, without those that raise it most and without those that lower it most. */
export type ShareWithout = { accounts: number } & Limits

/**
 * A check, not a figure: the median of those who were told of while they still waited (`n` spells of `accounts` people),
 * given a wait of more than `from` (null: from the start); `beside` is the median of the figure given the same.
 */
export type EntryCheck = {
  n: number; accounts: number; from: number | null; median: { value: number | null } & Limits; beside: number | null
}

/** Half of the waits of a stage; times in the unit of `scale`. All that follows `suppressed` is null where it may not be said. */
export type RobustWait = CohortNote & {
  scale: Scale
  n: number
  accounts: number
  suppressed: Suppression | null
  median: ({ value: number } & Limits) | null
  false_reports: { shortest: number | null; longest: number | null } | null
  without: MedianWithout[]
  delayed_entry: EntryCheck | null
}

/** The share that had come to the good end by a day since the start. */
export type RobustShare = CohortNote & {
  ending: Exclude<Ending, 'waiting'>
  day: number | null
  n: number
  accounts: number
  suppressed: Suppression | null
  share: ({ value: number } & Limits) | null
  false_reports: { lower: number; upper: number } | null
  without: ShareWithout[]
}

/**
 * How far two figures could be from the honest ones (API names): their range if a share `false_share` of reports were false,
 * and what is left of them without the accounts that move them most. No account is named.
 */
export type RobustnessFigure = {
  method: string
  filter: FigureFilter
  stage: Stage
  false_share: number
  wait: RobustWait
  outcome: RobustShare
}

/** What is said of the panel as a whole, before its two figures. */
export function robustnessHead(filter: FigureFilter, stage: Stage): Omit<RobustnessFigure, 'wait' | 'outcome'> {
  return { method, filter, stage, false_share: falseShare }
}

/** From the spells of a stage. `now` in minutes since the epoch, here and below. */
export function robustWait(stage: Stage, spells: readonly EnteringSpell[], now: number): RobustWait {
  const { figure: { figure, cohort }, note } = headline(stage, spells, now, cohort => {
    const figure = durationsOf(stage, cohort)
    return { figure, cohort, accounts: figure.accounts }
  })
  const { scale, n, accounts, suppressed } = figure
  const about = { ...note, scale, n, accounts, suppressed }
  const median = figure.quantiles['0.5']
  if (median?.value == null) return { ...about, median: null, false_reports: null, without: [], delayed_entry: null }

  const counted = countOn(scale, cohort).spells
  const told = toldOn(scale, counted)
  const rows = countRows(told)
  const left = withoutMostInfluential(told, rows[0]!.events.length, median.value, () => true, accountsTakenAway)
  return {
    ...about,
    median: { ...median, value: median.value },
    false_reports: honestQuantile(drawnFrom(rows), 0.5, falseShare),
    // Whose leaving raises the share that has ended had made the wait longer.
    without: left.map(({ k, lowest, highest }) => ({
      accounts: k, shortest: medianOf(highest, accounts - k), longest: medianOf(lowest, accounts - k),
    })),
    delayed_entry: entryCheck(scale, counted, rows),
  }
}

/** From whole cases. */
export function robustShare(filter: FigureFilter, whole: readonly WholeSpell[], now: number): RobustShare {
  const endings = endingsOf[filter.process]
  const caused = causedBy(endings, whole)
  const { figure: { figure, cohort }, note } = headline(settledLike[filter.process], caused, now, cohort => {
    const figure = outcomesOf(endings, cohort)
    return { figure, cohort, accounts: figure.accounts }
  })
  const { n, accounts, suppressed, table } = figure
  const row = table.findLast(({ day, causes }) => causes && day <= tellingDay)
  const about = { ...note, ending: endings[0]!, day: row?.day ?? null, n, accounts, suppressed }
  const share = row?.causes?.[0]
  if (!row || !share) return { ...about, share: null, false_reports: null, without: [] }

  const told = toldOn('day', countOn('day', cohort).spells)
  const left = withoutMostInfluential(told, endings.length, row.day, cause => cause === 1, accountsTakenAway)
  const shareIn = (rows: readonly Row[], people: number) =>
    mayBeSaid(rows, people) ? incidenceAt(rows, row.day, cause => cause === 1) : null
  return {
    ...about,
    share: { value: share.share, lower: share.lower, upper: share.upper },
    false_reports: honestShare(share.share, falseShare),
    without: left.map(({ k, lowest, highest }) => ({
      accounts: k, lower: shareIn(lowest, accounts - k), upper: shareIn(highest, accounts - k),
    })),
  }
}

/** A week after the start, as the sentence of the outcomes says; else the last day of the table before it. */
const tellingDay = 7

function entryCheck(scale: Scale, spells: readonly EnteringSpell[], all: readonly Row[]): EntryCheck | null {
  const { n, accounts, from, rows } = enteringRows(scale, spells)
  if (!mayBeSaid(rows, accounts)) return null
  return {
    n, accounts, from,
    median: { ...quantile(kaplanMeier(rows), 0.5), value: medianIn(rows) },
    beside: medianIn(from === null ? all : rowsAfter(all, from)),
  }
}

function toldOn(scale: Scale, spells: readonly StageSpell[]) {
  return spells.flatMap(spell => {
    const time = exitOn(scale, spell)
    return time === null ? [] : [{ time, cause: spell.cause, account: spell.account }]
  })
}

const mayBeSaid = (rows: readonly Row[], accounts: number) =>
  suppressionOf(accounts, rows.reduce((sum, row) => sum + endsIn(row), 0)) === null

const medianOf = (rows: readonly Row[], accounts: number) => mayBeSaid(rows, accounts) ? medianIn(rows) : null
const medianIn = (rows: readonly Row[]) => quantile(drawnFrom(rows), 0.5).value
const drawnFrom = (rows: readonly Row[]) => whileEnough(kaplanMeier(rows))
