import type { Ending, Process, Stage } from '../codes'
import { method } from '../statistics/method'
import { outcomesFrom, type OutcomeShare } from '../statistics/outcomes'
import type { StageSpell } from '../statistics/scale'
import type { Suppression } from '../statistics/suppression'
import { markCounted } from '../statistics/tally'
import { countWaits, headlineOf, type CohortNote, type CountedWaits } from './cohort'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'

/** A whole case, from its first payment or submission to its end or last confirmation. */
export type WholeSpell = Omit<StageSpell, 'cause'> & { ending: Ending }

type Settlement = Extract<Stage, 'total' | 'filing_total' | 'decision'>

/** What a process can end in, the good end first; `waiting` is no end. */
export const endingsOf: Record<Process, readonly Exclude<Ending, 'waiting'>[]> = {
  certification: ['approved', 'approved_without_name', 'failed', 'left'],
  renewal: ['approved', 'approved_without_name', 'failed', 'left'],
  filing: ['filed', 'filing_refused', 'failed', 'left'],
  rename: ['approved', 'failed', 'left'],
  code_review: ['approved', 'failed', 'left'],
}

/** As old as the stage that covers the whole case must be. */
export const settledLike: Record<Process, Settlement> = {
  certification: 'total', renewal: 'total', filing: 'filing_total', rename: 'decision', code_review: 'decision',
}

/** The stack by the end of day `t`: a share for each ending, in the figure's order, and those waiting; together 1. */
export type OutcomeStep = { t: number; at_risk: number; censored: number; endings: OutcomeShare[]; waiting: OutcomeShare }

/** The same read off at a day of the table; null where fewer than 5 were followed that long. */
export type OutcomeRow = { day: number; endings: OutcomeShare[] | null; waiting: OutcomeShare | null }

/**
 * What became of whole cases by calendar days since their start (API names). `endings` names the ways to end and orders
 * every list of shares; `ended` counts the cases in each, null under 5 people like `waiting`, those without an end when last
 * heard of. `curve` and `table` are empty where `suppressed`. Shares are cumulative incidences, never "of those decided".
 */
export type OutcomesFigure = CohortNote & {
  method: string
  filter: FigureFilter
  endings: readonly Exclude<Ending, 'waiting'>[]
  n: number
  ended: number[] | null
  waiting: number | null
  accounts: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  /** A batch of cases that moves it is being looked at by moderators. */
  under_review: boolean
  curve: OutcomeStep[]
  table: OutcomeRow[]
  cases: number[]
}

/** The outcome figure from whole spells. `now` in minutes since the epoch. */
export function outcomesFigureOf(filter: FigureFilter, spells: readonly WholeSpell[], now: number): OutcomesFigure {
  const caused = causedBy(endingsOf[filter.process], spells)
  const figure = outcomesFigureFrom(filter, countWaits(markCounted(caused), settledLike[filter.process], now))
  return { ...figure, cases: casesToRead(figure.suppressed, spells) }
}

/** The same from counts, which do not know the cases to read. */
export function outcomesFigureFrom(filter: FigureFilter, waits: CountedWaits): OutcomesFigure {
  const endings = endingsOf[filter.process]
  const { figure, note } = headlineOf(waits, tally => outcomesFrom(endings, tally))
  return {
    method,
    filter,
    endings,
    ...note,
    n: figure.n,
    ended: figure.ended,
    waiting: figure.waiting,
    accounts: figure.accounts,
    left_out: figure.leftOut,
    capped: figure.capped,
    suppressed: figure.suppressed,
    early: figure.early,
    under_review: false,
    curve: figure.curve.map(({ t, atRisk, censored, causes, waiting }) =>
      ({ t, at_risk: atRisk, censored, endings: causes, waiting })),
    table: figure.table.map(({ day, causes, waiting }) => ({ day, endings: causes, waiting })),
    cases: [],
  }
}

/** Whole cases with their ends as causes: 1 for the first of these endings, 2 for the next, 0 while waiting. */
export function causedBy(endings: readonly Ending[], spells: readonly WholeSpell[]): StageSpell[] {
  return spells.map(spell => ({ ...spell, cause: causeOf(spell.ending, endings) }))
}

/** 0 while waiting. @throws RangeError on an ending the process does not have: that would be counted as nothing */
export function causeOf(ending: Ending, endings: readonly Ending[]): number {
  if (ending === 'waiting') return 0
  const place = endings.indexOf(ending)
  if (place === -1) throw new RangeError(`${ending} is no end of this process`)
  return place + 1
}
