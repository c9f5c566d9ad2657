import { dayNumberOf, intervalOfMonth, dayStart, minutesPerDay, type Interval } from '../case/interval'
import type { Facts } from '../case/facts'
import { categories, channels, namePatterns, subjects, type Stage } from '../codes'
import type { RulePrecision } from '../rules/rule-change'
import { boxesOf } from '../statistics/boxes'
import { method } from '../statistics/method'
import { countOn, countSpells } from '../statistics/scale'
import { countAccounts } from '../statistics/suppression'
import { fewestAccounts } from '../statistics/thresholds'
import { headline, ofCohort, type CohortNote } from './cohort'
import type { Unit, WorkingNote } from './durations'
import type { FigureFilter } from './filter'
import { compareGroups, type Compared, type ComparedGroup } from './two-groups'
import type { View } from './view'
import { noteOf, onWorkingClock, type DatedSpell } from './working-figure'

/** What two groups may differ in; a rule divides by when a wait began. */
export const dimensions = ['subject', 'category', 'pattern', 'channel', 'rule'] as const
export type Dimension = (typeof dimensions)[number]

/** The groups of a dimension; those of a rule are the weeks after it and the weeks before. */
export const codesBy: Record<Dimension, readonly string[]> = {
  subject: subjects, category: categories, pattern: namePatterns, channel: channels, rule: ['after', 'before'],
}

/** A rule change as far as it divides time. */
export type DividingRule = { ref: string; date: string; precision: RulePrecision }

/** Weeks on either side of a rule that are compared (method 1, 2.9). */
export const weeksAroundRule = 8

/** Without a pair, the two groups that most people stand behind. */
export type ComparisonQuestion = { by: Dimension; pair: readonly [string, string] | null; rule: DividingRule | null }

export type ComparedSpell = DatedSpell & { subject: string; category: string; facts: Pick<Facts, 'name_pattern' | 'channel'> }

/**
 * Two groups side by side, as pages and the API say it. `groups` is empty where there are no two; `choices` may be chosen.
 * Of the spells, `both` belong to either group and stand in neither, `unplaced` do not say, or not well enough. The gaps, and
 * what is hidden, are those of `compareGroups`; the two groups always are of the same months and in the same unit.
 */
export type ComparisonFigure = CohortNote & Omit<Compared, 'groups'> & {
  method: string
  filter: FigureFilter
  stage: Stage
  clock: View['clock']
  scale: Unit
  working?: WorkingNote
  by: Dimension
  rule: (DividingRule & { weeks: number }) | null
  choices: string[]
  groups: (ComparedGroup & { code: string })[]
  both: number
  unplaced: number
  /** Only while it is being counted. */
  suppressed?: 'counting'
}

/** `place` on the clock of working hours alone. */
type Placed = ComparedSpell & { place?: string }
type CodesOf = (spell: ComparedSpell) => readonly string[]

/**
 * The spells are those of the filter without what the groups differ in. `now` in minutes since the epoch decides which
 * months have settled.
 * @param held codes of groups that may not be shown, whatever their size
 */
export function comparisonFigureOf(
  filter: FigureFilter, stage: Stage, question: ComparisonQuestion, spells: readonly ComparedSpell[], now: number, view: View,
  held: ReadonlySet<string> = new Set(),
): ComparisonFigure {
  const { by, rule } = question
  const placed = onClock(view.clock, spells)
  const codesOf = codesFor(question)
  const told = boxesOf(placed, codesOf)
  const choices = codesBy[by].filter(code => told.has(code))
  const codes = question.pair ?? mostTold(choices, told)
  const { figure: { accounts: _, ...figure }, note } = headline(stage, placed, now, cohort => ({
    ...(codes ? comparePair(stage, by, codes, cohort, codesOf, view, held) : nothing),
    unplaced: cohort.filter(spell => isUnplaced(by, spell, codesOf, rule)).length,
  }), view.cohort)
  const counted = ofCohort(placed, note.cohort, stage, now)
  return {
    method, filter, stage, clock: view.clock, by, rule: rule && { ...rule, weeks: weeksAroundRule }, choices, ...note, ...figure,
    ...(view.clock === 'working' && { working: noteOf(counted) }),
  }
}

/** The spells that count in the two groups of a figure made of these, each with its group's code. */
export function comparedSpells<S extends ComparedSpell>(
  { stage, clock, scale, cohort, groups: [first, second], ...question }: Pick<ComparisonFigure, 'stage' | 'clock' | 'scale' | 'cohort' | 'groups' | 'by' | 'rule'>,
  spells: readonly S[], now: number,
): (Placed & { group: string })[] {
  if (!first || !second) return []
  return pairOf(ofCohort(onClock(clock, spells), cohort, stage, now), [first.code, second.code], codesFor(question)).flatMap((group, i) =>
    countOn(scale === 'day' ? 'day' : 'minute', group).spells.map(spell => ({ ...spell, group: (i === 0 ? first : second).code })))
}

function onClock<S extends ComparedSpell>(clock: View['clock'], spells: readonly S[]): readonly (S & { place?: string })[] {
  return clock === 'working' ? spells.map(onWorkingClock) : spells
}

const codesFor = ({ by, rule }: Pick<ComparisonQuestion, 'by' | 'rule'>): CodesOf =>
  by === 'rule' ? sidesOf(rule) : spell => codesIn(by, spell)

/** Those in one group and not in the other. */
function pairOf(spells: readonly Placed[], [a, b]: readonly [string, string], codesOf: CodesOf): [Placed[], Placed[]] {
  const isIn = (spell: Placed, code: string) => codesOf(spell).includes(code)
  return [spells.filter(spell => isIn(spell, a) && !isIn(spell, b)), spells.filter(spell => isIn(spell, b) && !isIn(spell, a))]
}

type PairCompared = Pick<ComparisonFigure, 'scale' | 'groups' | 'both' | 'times' | 'telling' | 'log_rank'> & { accounts: number }

const nothing: PairCompared = { scale: 'day', groups: [], both: 0, times: [], telling: null, log_rank: null, accounts: 0 }

function comparePair(
  stage: Stage, by: Dimension, [a, b]: readonly [string, string], cohort: readonly Placed[], codesOf: CodesOf, { clock }: View,
  held: ReadonlySet<string>,
): PairCompared {
  const [first, second] = pairOf(cohort, [a, b], codesOf)
  const scale = clock === 'working' ? 'working_minute' : countSpells([...first, ...second]).scale
  const hidden = givenAway(by, cohort, codesOf, scale)
  const { groups, ...compared } = compareGroups(
    stage, [first, second], [hidden.has(a) || held.has(a), hidden.has(b) || held.has(b)], scale, by !== 'rule')
  return {
    ...compared, scale,
    groups: groups.map((group, i) => ({ code: i === 0 ? a : b, ...group })),
    both: cohort.filter(spell => [a, b].every(code => codesOf(spell).includes(code))).length,
    // The settled months carry the figure where they carry the smaller group.
    accounts: Math.min(...groups.map(({ accounts }) => accounts)),
  }
}

/** The two codes that most people stand behind; an answer that is "unknown" is no group anybody asks for. */
function mostTold(choices: readonly string[], told: ReadonlyMap<string, readonly Placed[]>): [string, string] | null {
  const people = (code: string) => countAccounts(told.get(code)!)
  const [first, second] = choices.filter(code => code !== 'unknown')
    .map((code, i) => ({ code, i, n: people(code) })).sort((a, b) => b.n - a.n || a.i - b.i)
  if (!first || !second) return null
  return first.code === 'before' ? [second.code, first.code] : [first.code, second.code]
}

function codesIn(by: Exclude<Dimension, 'rule'>, { subject, category, facts }: ComparedSpell): readonly string[] {
  switch (by) {
    case 'subject': return [subject]
    case 'category': return [category]
    case 'pattern': return facts.name_pattern ?? []
    case 'channel': return facts.channel ? [facts.channel] : []
  }
}

/** After or before a rule, where the whole start lies there and within 8 weeks; a month or a year divides by its ends. */
function sidesOf(rule: DividingRule | null): CodesOf {
  if (!rule) return () => []
  const [from, until] = spanOf(rule)
  const weeks = weeksAroundRule * 7 * minutesPerDay
  return ({ startEarliest, startLatest }) => {
    if (startEarliest === null || startLatest === null) return []
    // A day or a month on which the rule came divides at its end; in between nobody can say which rule was met.
    if (startLatest < from && startEarliest >= from - weeks) return ['before']
    return startEarliest >= until && startLatest < until + weeks ? ['after'] : []
  }
}

/** From the first minute of a rule's date to the first of which it is sure to hold. */
function spanOf({ date, precision }: DividingRule): Interval {
  if (precision === 'day') return [dayStart(dayNumberOf(date)!), dayStart(dayNumberOf(date)!)]
  const [first, last] = precision === 'month' ? [date, date] : [`${date}-01`, `${date}-12`]
  return [intervalOfMonth(first)![0], intervalOfMonth(last)![1] + 1]
}

/** Says nothing of the dimension. Around a rule: may lie within the weeks, and yet on neither side for sure. */
function isUnplaced(
  by: Dimension, spell: ComparedSpell, codesOf: CodesOf, rule: DividingRule | null,
): boolean {
  if (codesOf(spell).length > 0) return false
  if (by !== 'rule' || !rule) return true
  const [from, until] = spanOf(rule)
  const weeks = weeksAroundRule * 7 * minutesPerDay
  const { startEarliest, startLatest } = spell
  return (startLatest ?? Infinity) >= from - weeks && (startEarliest ?? -Infinity) < until + weeks
}

const unsaid = ''
const orUnsaid = (codes: readonly string[]) => (codes.length > 0 ? codes : [unsaid])

/**
 * Groups to hide although enough people told them: all together are a figure of their own, and what it says less what is
 * said of the others would be said of the groups under 5 people. The smallest join those until 5 people are hidden.
 */
function givenAway(
  by: Dimension, spells: readonly Placed[], codesOf: CodesOf, unit: Unit,
): ReadonlySet<string> {
  const counted = countOn(unit === 'day' ? 'day' : 'minute', spells).spells
  const boxes = boxesOf(counted, spell => orUnsaid(codesOf(spell)))
  const parts = [...codesBy[by], null].flatMap(code => {
    const told = boxes.get(code ?? unsaid)
    return told ? [{ code, told, accounts: countAccounts(told) }] : []
  })
  const hidden = parts.filter(({ accounts }) => accounts < fewestAccounts)
  // Whoever says nothing of it stands in no group and covers the others first.
  const others = parts.filter(({ accounts }) => accounts >= fewestAccounts)
    .sort((a, b) => Number(a.code !== null) - Number(b.code !== null) || a.accounts - b.accounts)
  const cover = new Set<string>()
  while (hidden.length > 0 && countAccounts(hidden.flatMap(({ told }) => told)) < fewestAccounts && others.length > 0) {
    const next = others.shift()!
    hidden.push(next)
    if (next.code !== null) cover.add(next.code)
  }
  return cover
}
