import { stages, type Stage } from '../codes'
import { countRows, type Observation } from '../statistics/counts'
import { cumulativeIncidence } from '../statistics/cumulative-incidence'
import { isBeyond, kaplanMeier, pointAt } from '../statistics/kaplan-meier'
import { method } from '../statistics/method'
import { countAccounts, hiddenGroups, suppressionOf, type HeldBack } from '../statistics/suppression'
import { wilson } from '../statistics/wilson'
import type { Forecast } from './forecast'

/** A forecast and what is known of it: `after` as `cameAfter` says it, `cause` 0 while its case still waits. */
export type KnownForecast = Omit<Forecast, 'chances' | 'n'> & {
  stage: Stage; account: string; after: number | null; cause: number
}

/** A share with its 95 % limits beside what was promised. */
export type Kept = { promised: number; share: number; lower: number; upper: number }

/**
 * How forecasts came out (API names): `n` of `accounts` people, `ended` of which have come to an end, `waiting` not yet, and
 * `left_out` of which nobody knows well enough what came (ended and waiting null under 5 people). `inside`: ended between the 10 % and the 90 % point. `early`, `late`:
 * before, after it. `by_half`, `by_three_quarters`: by these points. All null where suppressed.
 */
export type CalibrationLine = {
  n: number
  accounts: number
  ended: number | null
  waiting: number | null
  left_out: number
  suppressed: HeldBack | null
  inside: Kept | null
  early: Kept | null
  late: Kept | null
  by_half: Kept | null
  by_three_quarters: Kept | null
}

export type CalibrationFigure = CalibrationLine & { method: string; stages: ({ stage: Stage } & CalibrationLine)[] }

/** Ended before the window, within it, after it. */
const causes = { early: 1, inside: 2, late: 3 } as const

/**
 * Did the windows hold what they promised? Forecasts whose end is not known yet are neither thrown away (the quick ends would
 * be left) nor counted as missed: each is placed on its own scale of probability, where the end of a good forecast falls
 * evenly between 0 and 1, and those still waiting are censored where they were last heard of. Shares are then read off as
 * for any other wait (Aalen–Johansen), their limits are Wilson's over as many cases as would be as sure (n* = F(1-F)/V).
 */
export function calibrationOf(forecasts: readonly KnownForecast[]): CalibrationFigure {
  const cells = stages.map(stage => ({ stage, forecasts: forecasts.filter(it => it.stage === stage && isKnown(it)) }))
  const hidden = hiddenGroups(cells, cell => cell.forecasts)
  const lines = cells.map(cell => {
    const line = { stage: cell.stage, ...lineOf(forecasts.filter(it => it.stage === cell.stage)) }
    return hidden.includes(cell) && line.suppressed !== 'few_accounts' ? { ...line, ...silent, suppressed: 'complement' as const } : line
  })
  return { method, ...lineOf(forecasts), stages: lines.filter(({ n }) => n > 0) }
}

const isKnown = ({ cause, after }: KnownForecast) => cause === 0 || after !== null

const nothing = { inside: null, early: null, late: null, by_half: null, by_three_quarters: null }
const silent = { ended: null, waiting: null, ...nothing }

function lineOf(all: readonly KnownForecast[]): CalibrationLine {
  const known = all.filter(isKnown)
  const accounts = countAccounts(known)
  const ended = known.filter(({ cause }) => cause > 0).length
  const counts = {
    n: known.length, accounts, ended, waiting: known.length - ended, left_out: all.length - known.length,
    suppressed: suppressionOf(accounts, ended),
  }
  if (counts.suppressed) return { ...counts, ...(counts.suppressed === 'few_accounts' ? silent : nothing) }

  const rows = countRows(known.flatMap(placed), 3)
  const window = pointAt(cumulativeIncidence(rows), 0.9)
  const curve = kaplanMeier(rows)
  const told = rows[0]?.atRisk ?? 0
  // Where nobody was followed that far, nothing is known of it.
  const notBy = (p: number) => (isBeyond(curve, p) ? null : pointAt(curve, p) ?? { survival: 1, se: 0 })
  const by = (p: number) => {
    const point = notBy(p)
    return point && kept(p, 1 - point.survival, point.se, told)
  }
  const late = notBy(0.9)
  const cause = (k: number, promised: number) =>
    late && kept(promised, window?.causes[k - 1]?.incidence ?? 0, window?.causes[k - 1]?.se ?? 0, told)
  return {
    ...counts,
    inside: cause(causes.inside, 0.8),
    early: cause(causes.early, 0.1),
    late: late && kept(0.1, late.survival, late.se, told),
    by_half: by(0.5),
    by_three_quarters: by(0.75),
  }
}

/** Where a share is exactly 0 or 1 its standard error is 0, and all that have a place stand behind it. */
function kept(promised: number, share: number, se: number, told: number): Kept | null {
  const n = se > 0 ? share * (1 - share) / se ** 2 : told
  const limits = wilson(Math.min(share, 1) * n, n)
  return limits && { promised, share, lower: limits.lower, upper: limits.upper }
}

type Step = readonly [share: number, time: number]

/** What was promised, as far as it was reached, from the beginning on: the day before today, or this minute. */
function promisedBy({ scale, p10, p50, p75, p90 }: KnownForecast): Step[] {
  const all = [[0, scale === 'day' ? -1 : 0], [0.1, p10], [0.5, p50], [0.75, p75], [0.9, p90]] as const
  const missing = all.findIndex(([, time]) => time === null)
  return (missing === -1 ? all : all.slice(0, missing)) as Step[]
}

/** Its place between 0 and 1; nothing where it was not followed at all. */
function placed(forecast: KnownForecast): Observation[] {
  const { after, cause } = forecast
  if (after === null) return []
  const steps = promisedBy(forecast)
  // An end at a promised time keeps the promise: it stands at the first point it keeps. Somebody who waited through that
  // time stands past the last one he has outlasted.
  const next = cause > 0 ? steps.findIndex(([share, time]) => share > 0 && after <= time) : steps.findIndex(([, time]) => after < time)
  const [reached] = steps.at(-1)!
  if (next === -1) {
    // Past the 90 % point it is late, ended or not. Where less was promised, no more than that can be judged.
    if (reached === 0.9) return [{ time: 1, cause: causes.late }]
    return reached > 0 ? [{ time: reached, cause: 0 }] : []
  }
  const [[from, since], [to, until]] = [steps[next - 1] ?? steps[0]!, steps[next]!]
  const time = after >= until ? to : from + (to - from) * (after - since) / (until - since)
  if (cause === 0) return time > 0 ? [{ time, cause: 0 }] : []
  return [{ time, cause: time < 0.1 ? causes.early : causes.inside }]
}
