import type { Band } from './band'
import type { Row } from './counts'
import { cumulativeIncidence, type Incidence } from './cumulative-incidence'
import { isBeyond, kaplanMeier, pointAt, type SurvivalPoint } from './kaplan-meier'
import type { StageSpell } from './scale'
import { isEarly, type Suppression, suppressionOf } from './suppression'
import { countCauses, countTally, rowsOn, type Tally, tallyOf } from './tally'
import { fewestAtRisk, outcomeDays } from './thresholds'
import { wilson } from './wilson'

/** A share of all cases with its 95 % band; none at all has Wilson's upper limit, and where the share is exactly 1 both limits are null. */
export type OutcomeShare = { share: number } & Band

/** The stack at the end of day t: one share per cause in the order asked for, and those waiting; together 1. */
export type OutcomePoint = {
  t: number, atRisk: number, censored: number, causes: OutcomeShare[], waiting: OutcomeShare,
}

/** What had become of the cases by the end of a day; null where fewer than 5 were followed that long. */
export type OutcomeDay = { day: number, causes: OutcomeShare[] | null, waiting: OutcomeShare | null }

/**
 * `ended` counts cases per cause and `waiting` those without an end when last heard of; null under 5 people.
 * `curve` (days with at least 5 at risk) and `table` are empty when suppressed.
 */
export type OutcomeFigure = {
  causes: readonly string[]
  n: number
  ended: number[] | null
  waiting: number | null
  accounts: number
  leftOut: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  curve: OutcomePoint[]
  table: OutcomeDay[]
}

/**
 * What became of cases, day by day since their start: cumulative incidence per cause and the share still waiting, with
 * log-log bands (method 1, 2.5). A cause that has not happened has 0 with Wilson's upper limit over the cases not lost
 * from sight before; so has waiting, where everybody has ended.
 * @param causes code of cause 1, cause 2, …; pass the spells of one stage (the outcome chart's is `total`)
 */
export function outcomesOf(causes: readonly string[], spells: readonly StageSpell[]): OutcomeFigure {
  return outcomesFrom(causes, tallyOf(spells))
}

/** The same from counts. */
export function outcomesFrom(causes: readonly string[], tally: Tally): OutcomeFigure {
  const rows = rowsOn('day', tally, causes.length)
  const inSight = rows[0]?.atRisk ?? 0
  const { n, leftOut, capped } = countTally(tally, 'day')
  const accounts = tally.accounts.day
  const ended = countCauses(tally, 'day', causes.length)
  const events = ended.reduce((sum, count) => sum + count, 0)
  const suppressed = suppressionOf(accounts, events)
  const figure = {
    causes, n, accounts, leftOut, capped, suppressed, early: isEarly(n),
    ended: suppressed === 'few_accounts' ? null : ended,
    waiting: suppressed === 'few_accounts' ? null : n - events,
  }
  if (suppressed) return { ...figure, curve: [], table: [] }

  const survival = kaplanMeier(rows)
  const points = stack(rows, survival, inSight)
  // Curve and table end together: what a handful still open would move by a fifth is not said in figures either.
  const said = survival.filter(({ atRisk }) => atRisk >= fewestAtRisk)
  const table = outcomeDays.map((day): OutcomeDay => {
    if (isBeyond(said, day)) return { day, causes: null, waiting: null }
    const { causes: shares, waiting } = pointAt(points, day) ?? beforeAll(causes.length, inSight)
    return { day, causes: shares, waiting }
  })
  return { ...figure, curve: points.filter(({ atRisk }) => atRisk >= fewestAtRisk), table }
}

/** The stack after each row, of `n` cases in sight before the first; `survival` is the curve of the same rows. */
export function stack(rows: readonly Row[], survival: readonly SurvivalPoint[], n: number): OutcomePoint[] {
  let inSight = n
  return cumulativeIncidence(rows).map((point, i) => {
    const { t, atRisk, censored, survival: share, lower, upper } = survival[i]!
    const causes = point.causes.map(cause => shareOf(cause, inSight))
    const waiting = share > 0 ? { share, lower, upper } : noneOf(inSight)
    inSight -= censored
    return { t, atRisk, censored, causes, waiting }
  })
}

function shareOf({ incidence, lower, upper }: Incidence, inSight: number): OutcomeShare {
  return incidence > 0 ? { share: incidence, lower, upper } : noneOf(inSight)
}

function noneOf(n: number): OutcomeShare {
  return { share: 0, lower: 0, upper: wilson(0, n)?.upper ?? null }
}

/** Before the first row nothing has ended and everybody is in sight. */
export function beforeAll(causes: number, n: number): Pick<OutcomePoint, 'causes' | 'waiting'> {
  return { causes: Array.from({ length: causes }, () => noneOf(n)), waiting: { share: 1, lower: null, upper: null } }
}
