import {
  changeDraws, changeP, fewestDecidedEachSide, fewestWeeksEachSide, leastChange,
} from './thresholds'

/** One week: x of n, both perhaps fractions of cases where some were lost from sight; `week` counts up. */
export type WeeklyShare = { week: number; x: number; n: number }

/** From `week` on the share is `after`, before it `before`. `p`: how often chance alone shows as much. */
export type ChangePoint = { week: number; before: number; after: number; p: number }

/**
 * The change that may be told (method 1, 2.9): the same one in two weekly runs in a row. Nobody runs it weekly, so the run before
 * is the same weeks without the last: one more week must neither make the change nor move it.
 * Simulated on series without a change: told in 0.5-1.1 % of 1,000 of coins, in 1-2.4 % where weeks differ three times as much as
 * coins (28 % were the LLR not divided). A step of 10, 15 or 20 points in 60 weeks of 25: told in 56, 95 and 100 %.
 */
export function changeToTell(weeks: readonly WeeklyShare[]): ChangePoint | null {
  const now = surest(weeks)
  if (!now) return null
  return surest(weeks.slice(0, -1))?.week === now.week ? now : null
}

/**
 * Where a share changed once, if it did: the split with the largest LLR = l(first) + l(second) - l(all),
 * l = x·ln(x/n) + (n-x)·ln(1-x/n), with 6 weeks and 30 decided on each side (Hinkley & Hinkley 1970), divided by
 * max(1, Pearson's chi²/df) about the two halves: people differ more than coins, and a restless series must not look like a change.
 * `p` from 999 draws of the same weeks without a change, each treated alike, always the same draws. Null unless p < 1 % and the
 * share moved by at least 10 points.
 */
export function surest(weeks: readonly WeeklyShare[]): ChangePoint | null {
  const told = weeks.filter(({ n }) => n >= 1)
  const split = bestSplit(told)
  // What is too small to tell needs no chance worked out.
  if (!split || Math.abs(split.after - split.before) < leastChange) return null
  const p = (1 + exceedances(told, split.score)) / (changeDraws + 1)
  return p < changeP ? { week: told[split.at]!.week, before: split.before, after: split.after, p } : null
}

/** Whether a change could be found at all: enough weeks and enough decided for two sides. */
export function couldSplit(weeks: readonly WeeklyShare[]): boolean {
  return bestSplit(weeks.filter(({ n }) => n >= 1)) !== null
}

type Split = { at: number; before: number; after: number; score: number }

function bestSplit(weeks: readonly WeeklyShare[]): Split | null {
  const [x, n] = [weeks.reduce((sum, week) => sum + week.x, 0), weeks.reduce((sum, week) => sum + week.n, 0)]
  let best: { at: number; x: number; n: number; llr: number } | null = null
  let [left, leftN] = [0, 0]
  for (let at = 1; at <= weeks.length - fewestWeeksEachSide; at++) {
    left += weeks[at - 1]!.x
    leftN += weeks[at - 1]!.n
    if (at < fewestWeeksEachSide || leftN < fewestDecidedEachSide || n - leftN < fewestDecidedEachSide) continue
    const llr = likelihood(left, leftN) + likelihood(x - left, n - leftN) - likelihood(x, n)
    if (!best || llr > best.llr) best = { at, x: left, n: leftN, llr }
  }
  if (!best) return null
  const [before, after] = [best.x / best.n, (x - best.x) / (n - best.n)]
  const restless = dispersion(weeks, ({ week }) => week < weeks[best.at]!.week ? before : after)
  return { at: best.at, before, after, score: best.llr / Math.max(1, restless) }
}

/** l = x·ln(x/n) + (n-x)·ln(1-x/n), 0·ln 0 being 0. */
function likelihood(x: number, n: number): number {
  return part(x, n) + part(n - x, n)
}

function part(x: number, n: number): number {
  return x > 0 ? x * Math.log(x / n) : 0
}

/** Pearson's chi² about the two halves, over the weeks less the two shares that were fitted. */
function dispersion(weeks: readonly WeeklyShare[], shareOf: (week: WeeklyShare) => number): number {
  const chi2 = weeks.reduce((sum, week) => {
    const share = shareOf(week)
    const variance = week.n * share * (1 - share)
    return variance > 0 ? sum + (week.x - week.n * share) ** 2 / variance : sum
  }, 0)
  return chi2 / Math.max(1, weeks.length - 2)
}

/** In how many of the draws without a change the best split scores at least as much. */
function exceedances(weeks: readonly WeeklyShare[], score: number): number {
  const unit = seeded()
  const whole = weeks.map(({ week, n }) => ({ week, n: Math.max(1, Math.round(n)) }))
  const share = weeks.reduce((sum, { x }) => sum + x, 0) / weeks.reduce((sum, { n }) => sum + n, 0)
  const tables = new Map(whole.map(({ n }) => [n, cumulativeBinomial(n, share)]))
  let count = 0
  for (let draw = 0; draw < changeDraws; draw++) {
    const drawn = whole.map(({ week, n }) => ({ week, n, x: firstAbove(tables.get(n)!, unit()) }))
    if ((bestSplit(drawn)?.score ?? 0) >= score) count++
  }
  return count
}

/** P(X ≤ x) for x = 0 … n, by the ratio of neighbours from the most likely count outwards, which cannot underflow. */
function cumulativeBinomial(n: number, p: number): Float64Array {
  const weight = new Float64Array(n + 1)
  const mode = Math.min(n, Math.floor((n + 1) * p))
  weight[mode] = 1
  for (let x = mode; x < n; x++) weight[x + 1] = weight[x]! * (n - x) / (x + 1) * p / (1 - p)
  for (let x = mode; x > 0; x--) weight[x - 1] = weight[x]! * x / (n - x + 1) * (1 - p) / p
  const total = weight.reduce((sum, it) => sum + it, 0)
  let sum = 0
  return weight.map(it => (sum += it) / total)
}

function firstAbove(cumulative: Float64Array, u: number): number {
  let [low, high] = [0, cumulative.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle]! > u) high = middle
    else low = middle + 1
  }
  return low
}

/** mulberry32 (Tommy Ettinger 2017): 32 bits of state are plenty for 999 draws that shall always be the same. */
function seeded(): () => number {
  let state = 20231124
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}
