import { boxesOf } from '../statistics/boxes'
import { areFewPeople, countAccounts, hiddenGroups, hiddenOf } from '../statistics/suppression'
import { fewestAccounts } from '../statistics/thresholds'
import type { FigureFilter } from './filter'

// Who knows a figure of all and one of some knows the rest by subtraction. So a figure is held back where the rest would be
// one of fewer than 5 people (method 1, 2.11).

/** What is counted in a figure: of which case, told by whom. */
export type Told = { caseId: number; account: string }

export const narrowings = ['subject', 'category', 'pattern', 'proof'] as const
export type Narrowing = (typeof narrowings)[number]

/** What narrows a filter, each with the wider filter without it. */
export function widerThan(filter: FigureFilter): { by: Narrowing; value: string; wider: FigureFilter }[] {
  return narrowings.flatMap(by => {
    const { [by]: value, ...wider } = filter
    return value === undefined ? [] : [{ by, value, wider }]
  })
}

/** A filter and all that are wider, each once, the widest first: what any of them gives away is given away by it. */
export function allWider(filter: FigureFilter): FigureFilter[] {
  const [narrowed] = widerThan(filter)
  if (!narrowed) return [filter]
  return allWider(narrowed.wider).flatMap(wider => [wider, { ...wider, [narrowed.by]: narrowed.value }])
}

/** A case has one subject and one category; of patterns and proofs it may have several. */
export function excludeOneAnother(by: Narrowing): boolean {
  return by === 'subject' || by === 'category'
}

/**
 * Whether the group with this value must be held back lest the others of the wider question's `items` be worked out: those
 * of fewer than 5 people are hidden, and the smallest shown ones are to hide with them. Where values do not exclude one
 * another, the others are all those without it. A group of fewer than 5 covers nobody: it is held back for its own sake.
 */
export function covers(
  value: string, items: readonly Told[], valuesOf: (caseId: number) => readonly string[], apart: boolean,
): boolean {
  const having = apart
    ? boxesOf(items, ({ caseId }) => valuesOf(caseId))
    : boxesOf(items, ({ caseId }) => [valuesOf(caseId).includes(value) ? value : ''])
  const own = having.get(value) ?? []
  if (areFewPeople(own)) return false
  having.delete(value)
  return hiddenGroups([own, ...having.values()], cell => cell).includes(own)
}

/**
 * The same where only the numbers of people are known: `own` in this line, `others` in each other one (null for itself), and
 * in the `whole`. The same person may stand in several lines.
 */
export function coversByCount(own: number, others: readonly (number | null)[], whole: number): boolean {
  const cells = others.map(people => ({ people: people ?? own, isOwn: people === null }))
  const sum = (some: readonly { people: number }[]) => some.reduce((total, { people }) => total + people, 0)
  const behind = (some: readonly { people: number }[]) =>
    Math.max(...some.map(({ people }) => people), whole - sum(cells.filter(cell => !some.includes(cell))))
  return own >= fewestAccounts && hiddenOf(cells, ({ people }) => people, some => behind(some) < fewestAccounts).some(({ isOwn }) => isOwn)
}

/**
 * The same where no more is known of a line than how many items it has and how many people told them, and how many people all
 * lines of fewer than 5 have `together`; the first line is the one asked about.
 */
export function coversByLines(lines: readonly { items: number; people: number }[], together: number): boolean {
  const behind = (some: typeof lines) => Math.max(some.length > 1 ? together : 0, ...some.map(({ people }) => people))
  return lines[0]!.people >= fewestAccounts
    && hiddenOf(lines, ({ items }) => items, some => behind(some) < fewestAccounts).includes(lines[0]!)
}

/** Whether parts that are shown by themselves give away, together with their sum, the parts too small to be shown. */
export function sumGivesAway(parts: readonly (readonly Told[])[]): boolean {
  return sumOfCountsGivesAway(parts.map(countAccounts))
}

/** The same from the people of each part; nobody is in two. */
export function sumOfCountsGivesAway(parts: readonly number[]): boolean {
  const told = parts.filter(people => people > 0)
  const few = told.filter(people => people < fewestAccounts)
  return few.length > 0 && few.length < told.length && few.reduce((sum, people) => sum + people, 0) < fewestAccounts
}

/** The lines of a figure's tables: by table, the codes under which an item stands. */
export type Lines<Item> = Record<string, (item: Item) => readonly string[]>

/** Codes of lines that may not be shown, by table. */
export type HeldLines = Record<string, ReadonlySet<string>>

/** Each line of a narrowed figure is a figure of its own, and may give away the same line of others: see `covers`. */
export function linesThat<Item extends Told>(
  lines: Lines<Item>, items: readonly Item[], giveAway: (line: readonly Item[]) => boolean,
): HeldLines {
  return Object.fromEntries(Object.entries(lines).map(([table, codesOf]) => {
    const held = [...boxesOf(items, codesOf)].filter(([, line]) => giveAway(line))
    return [table, new Set(held.map(([code]) => code))]
  }))
}

export function joinLines(some: readonly HeldLines[]): HeldLines {
  const tables = new Set(some.flatMap(held => Object.keys(held)))
  return Object.fromEntries([...tables].map(table => [table, new Set(some.flatMap(held => [...held[table] ?? []]))]))
}
