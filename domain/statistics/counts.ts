/**
 * One wait as the engine sees it. `time` (≥ 0) and `entry` in one unit, minutes or days; `cause` 0 is still waiting
 * when last heard of, 1, 2, … are the ways to end. `entry` is when it came under observation; absent: from the start.
 */
export type Observation = { time: number, cause: number, entry?: number }

/** All that happened at one distinct time: at risk just before it, ends by cause (cause 1 first), and last heard of. */
export type Row = { t: number, atRisk: number, events: number[], censored: number }

/**
 * Groups observations into one row per distinct time, in rising order; O(n log n).
 * At equal times ends come before censorings: who was last heard of at t was still at risk at t.
 * At risk at t iff entry < t ≤ time; an observation whose entry is not before its time says nothing and is dropped.
 * @param causes how many causes each row lists; as many as occur when absent
 * @param alsoAt times that get a row though nothing may have happened at them, for the number at risk
 * @throws RangeError on a time or entry that is no number, a negative time, or a cause outside 0…causes
 */
export function countRows(
  observations: readonly Observation[], causes = mostCause(observations), alsoAt: readonly number[] = [],
): Row[] {
  const rows: Row[] = []
  eachRow(observations, causes, alsoAt, row => rows.push(row))
  return rows
}

/** The same rows one after another, for whoever need not hold them all. */
export function eachRow(
  observations: readonly Observation[], causes: number, alsoAt: readonly number[], see: (row: Row) => void,
): void {
  const sizes = new Array<number>(causes + 1).fill(0)
  let [fromStart, late] = [0, 0]
  for (const observation of observations) {
    check(observation, causes)
    if (isLost(observation)) continue
    sizes[observation.cause]!++
    if (observation.entry === undefined) fromStart++
    else late++
  }
  const entries = new Float64Array(late)
  const byKind = sizes.map(size => new Float64Array(size))
  for (const observation of observations) {
    if (isLost(observation)) continue
    const { time, cause, entry } = observation
    byKind[cause]![--sizes[cause]!] = time
    if (entry !== undefined) entries[--late] = entry
  }
  sweep([...byKind, Float64Array.from(alsoAt)].map(times => times.sort()), fromStart, entries.sort(), see)
}

/**
 * The same from observations that are counted already: `n` alike, and a negative n takes as many away. A time at which
 * nothing is left has no row.
 */
export function weighRows(
  counted: readonly (Omit<Observation, 'entry'> & { n: number })[], causes = mostCause(counted),
): Row[] {
  const tallies: Tallies = new Map()
  let all = 0
  for (const { time, cause, n } of counted) {
    check({ time, cause }, causes)
    const row = tallyAt(tallies, time, causes)
    if (cause === 0) row.censored += n
    else row.events[cause - 1]! += n
    all += n
  }
  for (const [t, { censored, events }] of tallies) {
    if (censored === 0 && events.every(count => count === 0)) tallies.delete(t)
  }
  return rowsOf(tallies, all)
}

/**
 * Rows of several groups pooled, the same as counting all their observations at once.
 * Only for rows without delayed entry: a row does not say who entered between two rows.
 */
export function addRows(...parts: readonly (readonly Row[])[]): Row[] {
  const causes = parts.reduce((most, rows) => Math.max(most, rows[0]?.events.length ?? 0), 0)
  const tallies: Tallies = new Map()
  let all = 0
  for (const row of parts.flat()) {
    const tally = tallyAt(tallies, row.t, causes)
    tally.censored += row.censored
    row.events.forEach((count, k) => { tally.events[k]! += count })
    all += row.censored + endsIn(row)
  }
  return rowsOf(tallies, all)
}

/** Takes a part out of pooled rows again, exactly; without delayed entry. @throws RangeError if it was never in. */
export function subtractRows(whole: readonly Row[], part: readonly Row[]): Row[] {
  const left: Row[] = []
  let atRisk = (whole[0]?.atRisk ?? 0) - (part[0]?.atRisk ?? 0)
  let next = 0
  for (const { t, events, censored } of whole) {
    const gone = part[next]?.t === t ? part[next++]! : null
    const row = { t, atRisk, events: events.map((count, k) => count - (gone?.events[k] ?? 0)), censored: censored - (gone?.censored ?? 0) }
    if (row.censored < 0 || row.events.some(count => count < 0)) throw new RangeError(`more taken away at ${t} than there was`)
    const leaving = row.censored + endsIn(row)
    if (leaving === 0) continue
    left.push(row)
    atRisk -= leaving
  }
  if (next < part.length) throw new RangeError(`more taken away at ${part[next]!.t} than there was`)
  return left
}

/** Ends by any cause. */
export function endsIn({ events }: Row): number {
  let sum = 0
  for (const count of events) sum += count
  return sum
}

/** Over before anybody watched. */
const isLost = ({ time, entry }: Observation) => entry !== undefined && !(entry < time)

function check({ time, cause, entry }: Observation, causes: number): void {
  if (!Number.isFinite(time) || time < 0) throw new RangeError(`a wait must be a number ≥ 0, not ${time}`)
  if (entry !== undefined && Number.isNaN(entry)) throw new RangeError('an entry must be a number')
  if (!Number.isInteger(cause) || cause < 0 || cause > causes) throw new RangeError(`no cause ${cause} of ${causes}`)
}

function mostCause(observations: readonly Observation[]): number {
  return observations.reduce((most, { cause }) => Math.max(most, cause), 1)
}

/** Walks through sorted times, one list per kind (still waiting, cause 1, …) and a last one of times to stop at. */
function sweep(
  lists: readonly Float64Array[], fromStart: number, entries: Float64Array, see: (row: Row) => void,
): void {
  const places = lists.map(() => 0)
  let [atRisk, entered] = [fromStart, 0]
  for (;;) {
    let t = Infinity
    for (let kind = 0; kind < lists.length; kind++) t = Math.min(t, lists[kind]![places[kind]!] ?? Infinity)
    if (t === Infinity) return
    for (; entered < entries.length && entries[entered]! < t; entered++) atRisk++
    const row: Row = { t, atRisk, events: [], censored: 0 }
    for (let kind = 0; kind < lists.length; kind++) {
      const [times, from] = [lists[kind]!, places[kind]!]
      let to = from
      while (times[to] === t) to++
      places[kind] = to
      if (kind === 0) row.censored = to - from
      else if (kind < lists.length - 1) row.events.push(to - from)
    }
    atRisk -= row.censored + endsIn(row)
    see(row)
  }
}

/** What is counted so far at each time; `atRisk` is filled in at the end. */
type Tallies = Map<number, Row>

function tallyAt(tallies: Tallies, t: number, causes: number): Row {
  const known = tallies.get(t)
  if (known) return known
  const fresh = { t, atRisk: 0, events: new Array<number>(causes).fill(0), censored: 0 }
  tallies.set(t, fresh)
  return fresh
}

function rowsOf(tallies: Tallies, all: number): Row[] {
  let atRisk = all
  return Array.from(Float64Array.from(tallies.keys()).sort(), t => {
    const row = tallies.get(t)!
    row.atRisk = atRisk
    atRisk -= row.censored + endsIn(row)
    return row
  })
}
