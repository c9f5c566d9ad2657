import type { Ending, Process } from '../codes'
import { daysOf, startMonthOf, type Truth, type TrueSpell } from './truth'

/** Days at which shares of the truth are read. */
export const shareDays = [3, 7, 14, 30] as const

/** What is true of one stage: `n` spells, quantiles of their minutes and days, and what had become of them by when. */
export type TrueFigure = {
  n: number
  minutes: (p: number) => number
  days: (p: number) => number
  /** Shares of all n that had ended by the end of that calendar day: by cause 1 to 4, and not yet. */
  shares: { day: number, causes: [number, number, number, number], waiting: number }[]
}

/** A case whose truth is known, or null where it was invented. */
type Known = { truth: Truth | null }

/** Which of the honest cases are asked about; `month` by the 'YYYY-MM' in which a spell started. */
export type Cohort = { process?: Process, month?: (startMonth: string) => boolean }

/**
 * What really happened, whoever tells it: every spell of the stage to its end, nothing censored, inventions left out.
 * Quantiles are the smallest value that at least a share p does not exceed.
 */
export function truthOf(cases: readonly Known[], stage: TrueSpell['stage'], cohort: Cohort = {}): TrueFigure {
  const spells = spellsIn(cases, cohort).map(({ spell }) => spell).filter(spell => spell.stage === stage)
  const minutes = spells.map(({ start, end }) => end - start).sort((a, b) => a - b)
  const days = spells.map(daysOf).sort((a, b) => a - b)
  return {
    n: spells.length,
    minutes: p => quantile(minutes, p),
    days: p => quantile(days, p),
    shares: shareDays.map(day => {
      const by = (cause: number) => share(spells, spell => spell.cause === cause && daysOf(spell) <= day)
      return { day, causes: [by(1), by(2), by(3), by(4)], waiting: share(spells, spell => daysOf(spell) > day) }
    }),
  }
}

/** What had become of whole cases by the end of day 3, 7, 14 and 30 since they began, as shares of all of them. */
export function trueOutcomes(cases: readonly Known[], cohort: Cohort = {}):
{ n: number, shares: { day: number, endings: Partial<Record<Ending, number>> }[] } {
  const whole = spellsIn(cases, cohort).filter(({ spell }) => spell.stage === 'whole')
  return {
    n: whole.length,
    shares: shareDays.map(day => {
      const endings: Partial<Record<Ending, number>> = {}
      for (const { spell, ending } of whole) {
        const now: Ending = daysOf(spell) <= day ? ending : 'waiting'
        endings[now] = (endings[now] ?? 0) + 1 / whole.length
      }
      return { day, endings }
    }),
  }
}

function spellsIn(cases: readonly Known[], { process, month }: Cohort): { spell: TrueSpell, ending: Ending }[] {
  return cases.flatMap(({ truth }) => {
    if (!truth || (process && truth.process !== process)) return []
    return truth.spells.filter(spell => !month || month(startMonthOf(spell)))
      .map(spell => ({ spell, ending: truth.ending }))
  })
}

function quantile(sorted: readonly number[], p: number): number {
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? NaN
}

function share<T>(all: readonly T[], fits: (one: T) => boolean): number {
  return all.filter(fits).length / all.length
}
