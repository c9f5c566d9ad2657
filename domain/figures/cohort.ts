import type { Stage } from '../codes'
import { binOf, minutesOf } from '../statistics/bins'
import { lastSettled, monthNumber, unknownMonth } from '../statistics/settled'
import {
  countPeople, type Entries, gatherSpells, type MarkedSpell, type People, peopleOf, type Place, places, sum, type Tally,
} from '../statistics/tally'
import { areFewPeople } from '../statistics/suppression'
import { fewestAccounts, fewestAccountsForQuantiles } from '../statistics/thresholds'

export const cohorts = ['settled', 'all'] as const
export type Cohort = (typeof cohorts)[number]

/** What every figure of waits says of its cases. */
export type CohortNote = {
  /** `settled`: only start months old enough that nearly every case has ended or been heard of again; `all`: every one. */
  cohort: Cohort
  /** All are counted and some are young: slow cases are still missing, so the figure will move. */
  provisional: boolean
  /** Spells whose start month has not settled or is not known: left out of a settled figure, inside of one of all. */
  unsettled: number
}

/** The items of a cohort; `settling` is the stage by whose age months settle, `now` in minutes since the epoch. */
export function ofCohort<S extends { startMonth: string | null }>(items: readonly S[], cohort: Cohort, settling: Stage, now: number): S[] {
  if (cohort === 'all') return [...items]
  const last = lastSettled(settling, now)
  return items.filter(({ startMonth }) => monthNumber(startMonth) <= last)
}

/**
 * The headline's cases: the settled start months where at least 10 people stand behind them, else everybody, and
 * said to be provisional (method 1, section 3). `now` in minutes since the epoch.
 * @param wanted `all` counts everybody, young or old, because somebody asked to see it; the settled ones all the same where
 * fewer than 5 people are young, for the difference of both would be a figure of them
 */
export function headline<S extends { startMonth: string | null; account: string }, F extends { accounts: number }>(
  stage: Stage, spells: readonly S[], now: number, figureOf: (spells: readonly S[]) => F,
  wanted: Cohort = 'settled',
): { figure: F; note: CohortNote } {
  const settled = ofCohort(spells, 'settled', stage, now)
  const last = lastSettled(stage, now)
  const young = spells.filter(({ startMonth }) => monthNumber(startMonth) > last)
  const mayShowAll = young.length === 0 || !areFewPeople(young)
  return choose({ unsettled: young.length, mayShowAll, wanted }, () => figureOf(settled), () => figureOf(spells))
}

type Choice = { unsettled: number; mayShowAll: boolean; wanted: Cohort }

/**
 * Settled months where they are to be shown and at least 10 people stand behind them, else everybody. Where few are young
 * and 5 people are settled, the settled ones again: theirs may be worked out from wider figures, and so the young ones.
 */
function choose<F extends { accounts: number }>(
  { unsettled, mayShowAll, wanted }: Choice, settledFigure: () => F, wholeFigure: () => F,
): { figure: F; note: CohortNote } {
  const figure = wanted === 'settled' || !mayShowAll ? settledFigure() : null
  if (figure && figure.accounts >= (mayShowAll ? fewestAccountsForQuantiles : fewestAccounts)) {
    return { figure, note: { cohort: 'settled', provisional: false, unsettled } }
  }
  return { figure: wholeFigure(), note: { cohort: 'all', provisional: unsettled > 0, unsettled } }
}

/** The counts of a question: of all its spells, of the `young` among them (later than `settled`), and of its people. */
export type CountedWaits = { whole: Entries; young: Entries; people: readonly People[]; settled: number }

/** The counts left when a part of them is taken away; people of the part must not be among the rest. */
export function withoutWaits(waits: CountedWaits, part: CountedWaits): CountedWaits {
  return {
    whole: less(waits.whole, part.whole), young: less(waits.young, part.young), settled: waits.settled,
    people: [...waits.people, ...part.people.map(it => ({ ...it, n: -it.n }))],
  }
}

/** The same headline from counts. */
export function headlineOf<F extends { accounts: number }>(
  waits: CountedWaits, figureOf: (tally: Tally) => F, wanted: Cohort = 'settled',
): { figure: F; note: CohortNote } {
  const { settled, all } = talliesOf(waits)
  const choice = { unsettled: sum(waits.young.day), mayShowAll: mayShowAll({ settled, all }, waits.young), wanted }
  return choose(choice, () => figureOf(settled), () => figureOf(all))
}

/**
 * Whether everybody may be shown where the settled ones are shown as well: the difference is the young ones, so either there are
 * none or at least 5 people. Of the people, those whose first spell is young are young for sure.
 */
function mayShowAll({ settled, all }: { settled: Tally; all: Tally }, { day, minute }: Entries): boolean {
  const youngPeople = Math.min(all.accounts.day - settled.accounts.day, all.accounts.minute - settled.accounts.minute)
  return [...day, ...minute].every(({ at }) => at < 0) || youngPeople >= fewestAccounts
}

/** The two cohorts of a headline. */
export function talliesOf({ whole, young, people, settled }: CountedWaits): { settled: Tally; all: Tally } {
  return {
    settled: { entries: less(whole, young), accounts: countPeople(people, settled) },
    all: { entries: whole, accounts: countPeople(people, unknownMonth) },
  }
}

/** Counts spells one by one, as the cells do: their minutes stand in bins. `now` in minutes since the epoch. */
export function countWaits(spells: readonly MarkedSpell[], settling: Stage, now: number): CountedWaits {
  const settled = lastSettled(settling, now)
  return {
    whole: gatherSpells(spells, placeInBin), young: gatherSpells(spells, placeInBin, month => month > settled),
    people: peopleOf(spells), settled,
  }
}

function less(entries: Entries, gone: Entries): Entries {
  return Object.fromEntries(places.map(place =>
    [place, [...entries[place], ...gone[place].map(entry => ({ ...entry, n: -entry.n }))]])) as Entries
}

const placeInBin = (place: Place, at: number) => (place === 'day' || at < 0 ? at : minutesOf(binOf(at)))
