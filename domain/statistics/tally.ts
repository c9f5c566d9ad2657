import { capPerAccount } from './cap'
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
  const among = (known: (spell: S) => boolean) => new Set(capPerAccount(spells.filter(known)))
  const minute = among(spell => timeOn('minute', spell) !== null)
  const day = among(spell => spell.days !== null)
  const choice = among(spell => spell.days !== null || timeOn('minute', spell) !== null)
  return spells.map(spell => ({
    ...spell,
    counts: (minute.has(spell) ? countsOn.minute : 0) + (day.has(spell) ? countsOn.day : 0) +
      (choice.has(spell) ? countsOn.choice : 0),
  }))
}

/** The entries of each spell of one stage, in their order; all spells of a case must be among them. */
export function placeSpells<S extends MarkedSpell>(spells: readonly S[]): { spell: S, entries: Placed[] }[] {
  const onDay = firstOfCases(spells.filter(({ counts }) => counts & countsOn.day))
  const onMinute = firstOfCases(spells.filter(({ counts }) => counts & countsOn.minute))
  const reported = firstOfCases(spells)
  return spells.map(spell => ({
    spell,
    entries: [
      dayEntry(spell, onDay.has(spell), reported.has(spell)), ...minuteEntries(spell, onMinute.has(spell)),
    ],
  }))
}

/** By account, the first month in which it has a counted spell. */
export function peopleOf(spells: readonly MarkedSpell[]): People[] {
  const people = new Map<string, People>()
  for (const { account, counts, startMonth } of spells) {
    const known = people.get(account) ?? { minute: never, day: never, n: 1 }
    const month = monthNumber(startMonth)
    if (counts & countsOn.minute) known.minute = Math.min(known.minute, month)
    if (counts & countsOn.day) known.day = Math.min(known.day, month)
    people.set(account, known)
  }
  return [...people.values()]
}

/** How many people have a counted spell in a month up to this one. */
export function countPeople(people: readonly People[], until: number): Record<Scale, number> {
  const by = (scale: Scale) => sum(people.filter(it => it[scale] <= until))
  return { minute: by('minute'), day: by('day') }
}

/** The counts of all these spells of one stage. */
export function tallyOf(spells: readonly StageSpell[]): Tally {
  const marked = markCounted(spells)
  return {
    entries: byPlace(placeSpells(marked).flatMap(({ entries }) => entries)),
    accounts: countPeople(peopleOf(marked), unknownMonth),
  }
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

function firstOfCases<S extends StageSpell>(spells: readonly S[]): Set<S> {
  const firsts = new Map<number, S>()
  for (const spell of spells) {
    const known = firsts.get(spell.caseId)
    if (!known || isBefore(spell, known)) firsts.set(spell.caseId, spell)
  }
  return new Set(firsts.values())
}

// By month first, so that the first of a case in settled months is the first of all.
function isBefore(one: StageSpell, other: StageSpell): boolean {
  return (monthNumber(one.startMonth) - monthNumber(other.startMonth) || one.order - other.order || one.round - other.round) < 0
}

function dayEntry(spell: MarkedSpell, ofCase: boolean, reported: boolean): Placed {
  const { counts, days, cause, startMonth } = spell
  const choice = counts & countsOn.choice
  const minutes = timeOn('minute', spell)
  const elsewhere = days !== null ? capped : choice && minutes !== null ? daysOfMinutes(minutes) : unknown
  return {
    place: 'day',
    month: monthNumber(startMonth),
    at: counts & countsOn.day ? days! : elsewhere,
    cause,
    flags: (ofCase ? flag.ofCase : 0) + (reported ? flag.reported : 0) + (choice ? flag.choice : 0) +
      (choice && minutes !== null ? flag.precise : 0),
    n: 1,
  }
}

function minuteEntries(spell: MarkedSpell, ofCase: boolean): Placed[] {
  const minutes = timeOn('minute', spell)
  if (minutes === null) return []
  const entry = { month: monthNumber(spell.startMonth), cause: spell.cause, flags: 0, n: 1 }
  if (!(spell.counts & countsOn.minute)) return [{ ...entry, place: 'minute', at: capped }]
  const flags = (ofCase ? flag.ofCase : 0) + (isRough(spell) ? flag.rough : 0)
  const [shortest, longest] = spell.wait!
  return [
    { ...entry, place: 'minute', at: minutes, flags },
    ...(isRough(spell) ? [
      { ...entry, place: 'shortest' as const, at: shortest }, { ...entry, place: 'longest' as const, at: longest },
    ] : []),
  ]
}
