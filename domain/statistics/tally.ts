import { countedAmong, orderOf } from './cap'
import { type Row, weighRows } from './counts'
import { chooseScale, isRough, type Scale, type StageSpell, timeOn } from './scale'
import { monthNumber, unknownMonth } from './settled'

// What a figure needs to know of spells, as counts: equal spells add up, and taking one away again is exact.

/** Where an entry is placed: on the day scale, on the minute scale, or its rough wait at its shortest or longest. */
export const places = ['day', 'minute', 'shortest', 'longest'] as const
export type Place = (typeof places)[number]

/**
 * `n` spells alike to a figure; a negative n takes as many away. `at` is calendar days, or minutes; a spell that is not
 * counted on the scale stands at one of the codes below. `flags` are sums of bits of `flag`.
 */
export type Entry = { month: number, at: number, cause: number, flags: number, n: number }

/** Every spell has one entry among `day`; only what is known to the minute has one among `minute`. */
export type Entries = Record<Place, Entry[]>

/** An entry and where it is placed. */
export type Placed = Entry & { place: Place }

/** People by the month of their first counted spell on either scale (`never` where none counts). */
export type People = Record<Scale, number> & { n: number }

/** The counts of one cohort, and how many people stand behind them on either scale. */
export type Tally = { entries: Entries, accounts: Record<Scale, number> }

/** A spell with the scales on which it counts, as bits of `countsOn`. */
export type MarkedSpell = StageSpell & { counts: number }

/** `choice`: counts where it is decided which scale a figure has. */
export const countsOn = { minute: 1, day: 2, choice: 4 } as const

/** Month of people no spell of whom is counted; later than the unknown one. */
export const never = unknownMonth + 1

const capped = -1
const unknown = -2
// Unknown on the day scale, yet known to the minute: -3 for less than a day, … -6 for three whole days or more. Whether half
// had ended by the next day does not depend on how much more.
const daysOfMinutes = (minutes: number) => -3 - Math.min(3, Math.floor(minutes / 1440))

const flag = {
  /** The first counted spell of its case on this scale: the sum is how many cases are counted. */
  ofCase: 1,
  /** The first spell of its case, counted or not. */
  reported: 2,
  choice: 4,
  /** Known to the minute, among those of `choice`. */
  precise: 8,
  rough: 16,
} as const

/** Says of every spell on which scales it counts: at most 3 of one account, stage and start month, on each by itself. */
export function markCounted<S extends StageSpell>(spells: readonly S[]): (S & { counts: number })[] {
  const counts = countsOf(spells)
  return spells.map((spell, i) => ({ ...spell, counts: counts[i]! }))
}

/** The same as numbers, in the order of the spells. */
function countsOf(spells: readonly StageSpell[]): Uint8Array {
  const order = orderOf(spells)
  const minute = countedAmong(spells, spell => timeOn('minute', spell) !== null, order)
  const day = countedAmong(spells, spell => spell.days !== null, order)
  const choice = countedAmong(spells, spell => spell.days !== null || timeOn('minute', spell) !== null, order)
  return minute.map((counts, i) => counts * countsOn.minute + day[i]! * countsOn.day + choice[i]! * countsOn.choice)
}

/** The entries of each spell of one stage, in their order; all spells of a case must be among them. */
export function placeSpells<S extends MarkedSpell>(spells: readonly S[]): { spell: S, entries: Placed[] }[] {
  const placed: { spell: S, entries: Placed[] }[] = []
  eachPlaced(spells, i => spells[i]!.counts, (i, place, month, at, cause, flags) => {
    if (placed.length === i) placed.push({ spell: spells[i]!, entries: [] })
    placed[i]!.entries.push({ place, month, at, cause, flags, n: 1 })
  })
  return placed
}

/** The entries of all these spells of one stage put together, whatever their month; `placedAt` may place them otherwise. */
export function gatherSpells(
  spells: readonly MarkedSpell[], placedAt?: (place: Place, at: number) => number, ofMonth?: (month: number) => boolean,
): Entries {
  return gather(spells, i => spells[i]!.counts, placedAt, ofMonth)
}

/** By account, the first month in which it has a counted spell. */
export function peopleOf(spells: readonly MarkedSpell[]): People[] {
  return peopleBehind(spells, i => spells[i]!.counts)
}

function peopleBehind(spells: readonly StageSpell[], countsAt: (i: number) => number): People[] {
  const people = new Map<string, People>()
  spells.forEach(({ account, startMonth }, i) => {
    const counts = countsAt(i)
    let known = people.get(account)
    if (!known) people.set(account, known = { minute: never, day: never, n: 1 })
    const month = monthNumber(startMonth)
    if (counts & countsOn.minute) known.minute = Math.min(known.minute, month)
    if (counts & countsOn.day) known.day = Math.min(known.day, month)
  })
  return [...people.values()]
}

/** How many people have a counted spell in a month up to this one. */
export function countPeople(people: readonly People[], until: number): Record<Scale, number> {
  const by = (scale: Scale) => sum(people.filter(it => it[scale] <= until))
  return { minute: by('minute'), day: by('day') }
}

/** The counts of all these spells of one stage. */
export function tallyOf(spells: readonly StageSpell[]): Tally {
  const counts = countsOf(spells)
  const countsAt = (i: number) => counts[i]!
  return { entries: gather(spells, countsAt), accounts: countPeople(peopleBehind(spells, countsAt), unknownMonth) }
}

export function byPlace(placed: readonly Placed[]): Entries {
  const entries: Entries = { day: [], minute: [], shortest: [], longest: [] }
  for (const it of placed) entries[it.place].push(it)
  return entries
}

/** The scale on which a figure of these spells is shown, by the rule of `chooseScale`. */
export function scaleOf({ entries: { day } }: Tally): Scale {
  const known = day.filter(({ flags }) => flags & flag.choice)
  const rows = weighRows(known.map(({ at, cause, n }) => ({ time: at < 0 ? -3 - at : at, cause, n })))
  return chooseScale(sum(known), sum(known.filter(({ flags }) => flags & flag.precise)), rows)
}

/**
 * How many spells count on a scale, of how many cases; how many ended (`events`), and how many of those not in the stage's
 * own end; how many are `leftOut` (known too roughly) or `capped`; and how many cases tell of the stage at all.
 */
export function countTally({ entries }: Tally, scale: Scale): {
  n: number, events: number, otherwise: number, cases: number, reported: number, leftOut: number, capped: number,
} {
  const counted = entries[scale].filter(({ at }) => at >= 0)
  const [n, beyond] = [sum(counted), sum(entries[scale].filter(({ at }) => at === capped))]
  return {
    n,
    events: sum(counted.filter(({ cause }) => cause > 0)),
    otherwise: sum(counted.filter(({ cause }) => cause > 1)),
    cases: sum(counted.filter(({ flags }) => flags & flag.ofCase)),
    reported: sum(entries.day.filter(({ flags }) => flags & flag.reported)),
    leftOut: sum(entries.day) - n - beyond,
    capped: beyond,
  }
}

/** How many counted spells ended by each cause, cause 1 first. */
export function countCauses({ entries }: Tally, scale: Scale, causes: number): number[] {
  return Array.from({ length: causes }, (_, k) =>
    sum(entries[scale].filter(({ at, cause }) => at >= 0 && cause === k + 1)))
}

/**
 * The counted spells as rows of the engine, in minutes or in days. On the day scale who is pending leaves a day earlier,
 * and has no row where that is no day at all, as `exitOn` says.
 */
export function rowsOn(scale: Scale, { entries }: Tally, causes?: number): Row[] {
  const exits = entries[scale].map(({ at, cause, n }) =>
    ({ time: scale === 'day' && cause === 0 && at >= 0 ? at - 1 : at, cause, n }))
  return weighRows(exits.filter(({ time }) => time >= 0), causes)
}

/** The share of rough waits on the minute scale, and the rows with all of those at their shortest or longest. */
export function roughRows({ entries: { minute, shortest, longest } }: Tally): {
  share: number, at: (end: 'shortest' | 'longest') => Row[],
} {
  const counted = minute.filter(({ at }) => at >= 0)
  const sharp = counted.filter(({ flags }) => !(flags & flag.rough))
  return {
    share: sum(counted.filter(({ flags }) => flags & flag.rough)) / sum(counted),
    at: end => weighRows([...sharp, ...(end === 'shortest' ? shortest : longest)]
      .map(({ at, cause, n }) => ({ time: at, cause, n }))),
  }
}

export function sum(counted: readonly { n: number }[]): number {
  return counted.reduce((total, { n }) => total + n, 0)
}

type See = (i: number, place: Place, month: number, at: number, cause: number, flags: number) => void

/** Goes through the entries of all spells, spell by spell; each is said, not made, since there may be a million. */
function eachPlaced(spells: readonly StageSpell[], countsAt: (i: number) => number, see: See): void {
  const onDay = firstOfCases(spells, i => (countsAt(i) & countsOn.day) !== 0)
  const onMinute = firstOfCases(spells, i => (countsAt(i) & countsOn.minute) !== 0)
  const reported = firstOfCases(spells, () => true)
  spells.forEach((spell, i) => {
    const { cause, days, startMonth, wait } = spell
    const [counts, month, minutes] = [countsAt(i), monthNumber(startMonth), timeOn('minute', spell)]
    const choice = (counts & countsOn.choice) !== 0
    const elsewhere = days !== null ? capped : choice && minutes !== null ? daysOfMinutes(minutes) : unknown
    const known = (choice ? flag.choice : 0) + (choice && minutes !== null ? flag.precise : 0)
    const flags = onDay[i]! * flag.ofCase + reported[i]! * flag.reported + known
    see(i, 'day', month, counts & countsOn.day ? days! : elsewhere, cause, flags)
    if (minutes === null) return
    if (!(counts & countsOn.minute)) return see(i, 'minute', month, capped, cause, 0)
    const rough = isRough(spell)
    see(i, 'minute', month, minutes, cause, onMinute[i]! * flag.ofCase + (rough ? flag.rough : 0))
    if (!rough) return
    see(i, 'shortest', month, wait![0], cause, 0)
    see(i, 'longest', month, wait![1], cause, 0)
  })
}

// A million spells are alike to some ten thousand, so what is made of them costs next to nothing.
function gather(
  spells: readonly StageSpell[], countsAt: (i: number) => number, placedAt: (place: Place, at: number) => number = (_, at) => at,
  ofMonth: (month: number) => boolean = () => true,
): Entries {
  const alike: Record<Place, Map<number, Entry>> = { day: new Map(), minute: new Map(), shortest: new Map(), longest: new Map() }
  eachPlaced(spells, countsAt, (_, place, month, exactly, cause, flags) => {
    if (!ofMonth(month)) return
    const at = placedAt(place, exactly)
    // Half minutes are the finest there are, and codes of what is not counted a little below 0.
    const key = ((at + 8) * 2 * 16 + cause) * 32 + flags
    const known = alike[place].get(key)
    if (known) known.n++
    else alike[place].set(key, { month, at, cause, flags, n: 1 })
  })
  return {
    day: [...alike.day.values()], minute: [...alike.minute.values()],
    shortest: [...alike.shortest.values()], longest: [...alike.longest.values()],
  }
}

/** Marks the first of each case. */
function firstOfCases(spells: readonly StageSpell[], among: (i: number) => boolean): Uint8Array {
  const firsts = new Map<number, number>()
  spells.forEach((spell, i) => {
    if (!among(i)) return
    const known = firsts.get(spell.caseId)
    if (known === undefined || isBefore(spell, spells[known]!)) firsts.set(spell.caseId, i)
  })
  const marks = new Uint8Array(spells.length)
  for (const i of firsts.values()) marks[i] = 1
  return marks
}

// By month first, so that the first of a case in settled months is the first of all.
function isBefore(one: StageSpell, other: StageSpell): boolean {
  return (monthNumber(one.startMonth) - monthNumber(other.startMonth) || one.order - other.order || one.round - other.round) < 0
}
