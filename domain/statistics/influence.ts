import { countRows, endsIn, subtractRows, type Observation, type Row } from './counts'

/** An observation and who told it. */
export type Told = Observation & { account: string }

/** Which ends a share counts: all of them for "has an answer", one for "was approved". */
type Counts = (cause: number) => boolean

/** Accounts looked at one by one after all have been sized up; many more than are ever taken away. */
const mostCandidates = 40

/**
 * The rows of all and, per k, those left when the k accounts have gone whose leaving lowers the share ended by `t` most
 * (`lowest`), and raises it most (`highest`): each account left out alone decides, all its cases at once. Nobody is named.
 * Every account is sized up by its observations one at a time, O(n log n) for all; only the 40 foremost on either side are
 * then left out exactly, O(rows) each. Without delayed entry.
 */
export function withoutMostInfluential(
  told: readonly Told[], causes: number, t: number, counts: Counts, ks: readonly number[],
): { k: number, lowest: Row[], highest: Row[] }[] {
  const rows = countRows(told, causes)
  const byAccount = new Map<string, Told[]>()
  for (const one of told) {
    const its = byAccount.get(one.account)
    if (its) its.push(one)
    else byAccount.set(one.account, [one])
  }
  const shown = incidenceAt(rows, t, counts)
  const shareWithout = leavingOutOne(rows, t, counts)
  const sized = [...byAccount].map(([account, its]) => ({
    account, change: its.reduce((sum, { time, cause }) => sum + shareWithout(time, cause) - shown, 0),
  })).sort((a, b) => a.change - b.change || (a.account < b.account ? -1 : 1))

  const rowsWithout = (accounts: readonly string[]) =>
    subtractRows(rows, countRows(accounts.flatMap(account => byAccount.get(account)!), causes))
  const exact = (candidates: typeof sized) => candidates
    .map(({ account }) => ({ account, change: incidenceWithout(rows, byAccount.get(account)!, t, counts) - shown }))
    .sort((a, b) => a.change - b.change).map(({ account }) => account)
  const falling = exact(sized.slice(0, mostCandidates))
  const rising = exact(sized.slice(-mostCandidates)).reverse()
  return ks.map(k => ({ k, lowest: rowsWithout(falling.slice(0, k)), highest: rowsWithout(rising.slice(0, k)) }))
}

/** Share of all ended by `t` in a way that counts (Aalen–Johansen). */
export function incidenceAt(rows: readonly Row[], t: number, counts: Counts): number {
  let before = 1
  let incidence = 0
  for (const row of rows) {
    if (row.t > t) break
    incidence += before * countedIn(row, counts) / row.atRisk
    before *= 1 - endsIn(row) / row.atRisk
  }
  return incidence
}

/** The same of all but a few of them, which are among the rows. */
function incidenceWithout(rows: readonly Row[], gone: readonly Observation[], t: number, counts: Counts): number {
  const byTime = [...gone].sort((a, b) => a.time - b.time)
  let [before, incidence, left] = [1, 0, 0]
  for (const row of rows) {
    if (row.t > t) break
    const atRisk = row.atRisk - (byTime.length - left)
    let [counted, ended] = [countedIn(row, counts), endsIn(row)]
    for (; left < byTime.length && byTime[left]!.time === row.t; left++) {
      const { cause } = byTime[left]!
      if (cause > 0) ended--
      if (cause > 0 && counts(cause)) counted--
    }
    if (ended === 0) continue
    incidence += before * counted / atRisk
    before *= 1 - ended / atRisk
  }
  return incidence
}

/**
 * The same share with one observation left out, for any one in O(log rows) after O(rows): what had come before its row with
 * one fewer at risk, its row without it, and what came after, where nothing changed.
 */
function leavingOutOne(rows: readonly Row[], t: number, counts: Counts): (time: number, cause: number) => number {
  const until = rows.filter(row => row.t <= t)
  const before: { incidence: number, survival: number }[] = [{ incidence: 0, survival: 1 }]
  for (const row of until) {
    const { incidence, survival } = before.at(-1)!
    const n = Math.max(1, row.atRisk - 1)
    before.push({
      incidence: incidence + survival * countedIn(row, counts) / n, survival: survival * Math.max(0, 1 - endsIn(row) / n),
    })
  }
  const after = new Array<number>(until.length).fill(0)
  for (let i = until.length - 1; i > 0; i--) {
    const row = until[i]!
    after[i - 1] = countedIn(row, counts) / row.atRisk + (1 - endsIn(row) / row.atRisk) * after[i]!
  }
  const placeOf = new Map(until.map((row, i) => [row.t, i]))
  return (time, cause) => {
    const i = placeOf.get(time)
    if (i === undefined) return before.at(-1)!.incidence
    const row = until[i]!
    const n = row.atRisk - 1
    const { incidence, survival } = before[i]!
    if (n === 0) return incidence
    const left = countedIn(row, counts) - (cause > 0 && counts(cause) ? 1 : 0)
    const ended = endsIn(row) - (cause > 0 ? 1 : 0)
    return incidence + survival * (left / n + (1 - ended / n) * after[i]!)
  }
}

function countedIn({ events }: Row, counts: Counts): number {
  let sum = 0
  for (let k = 0; k < events.length; k++) if (counts(k + 1)) sum += events[k]!
  return sum
}
