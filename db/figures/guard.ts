import { and, eq, type SQL } from 'drizzle-orm'
import { partOf, partsOf, type Part } from '@/domain/case/layers'
import type { FigureFilter } from '@/domain/figures/filter'
import {
  allWider, covers, excludeOneAnother, joinLines, linesThat, sumGivesAway, widerThan, type HeldLines, type Lines, type Narrowing, type Told,
} from '@/domain/figures/guard'
import type { Suppression } from '@/domain/statistics/suppression'
import type { Database } from '../connection'
import { cases, caseTraits } from '../schema'
import { countedCases } from './counted'
import { inPortions } from './portions'

/** How a figure comes by its items, which of them it counts, and the lines of its tables that could be told apart. */
export type Reading<Item extends Told> = {
  load: (filter: FigureFilter) => Promise<Item[]>
  /** Several lists where it counts in several ways, each by itself; all items when absent. */
  counted?: (items: Item[]) => Item[][]
  lines?: Lines<Item>
}

/**
 * A figure of these items; held back, whole or in some of its lines, where it would give away one of fewer than 5 people. The items of
 * the widest question are read once; what narrows it chooses among them.
 * @param figureOf makes it of items, without the lines that are held
 */
export async function guarded<Item extends Told, Figure extends { suppressed: Suppression | null }>(
  database: Database, filter: FigureFilter, { load, counted = items => [items], lines = {} }: Reading<Item>,
  figureOf: (items: Item[], held: HeldLines) => Figure,
): Promise<Figure> {
  const widest = allWider(filter)[0]!
  const all = await load(widest)
  const traits = await traitsFor(database, filter, widest)
  const itemsOf = remembering((of: FigureFilter) => {
    const narrowed = widerThan(of)
    return all.filter(({ caseId }) => narrowed.every(({ by, value }) => traits[by]!(caseId).includes(value)))
  })
  const listsOf = remembering((of: FigureFilter) => counted(itemsOf(of)))
  const asked = (await checksOf(database, filter, widest, traits)).map(check => ({ ...check, lists: listsOf(check.of) }))
  if (asked.some(({ lists, givesAway }) => lists.some(givesAway))) return heldBack(figureOf([], {}))
  return figureOf(itemsOf(filter), joinLines(asked.map(({ lists, givesAway }) => linesThat(lines, lists.flat(), givesAway))))
}

/** The same work, done once for each filter. */
export function remembering<Found>(work: (filter: FigureFilter) => Found): (filter: FigureFilter) => Found {
  const known = new Map<string, Found>()
  return filter => {
    const key = JSON.stringify(Object.entries(filter).sort())
    const before = known.get(key)
    if (before !== undefined) return before
    const found = work(filter)
    known.set(key, found)
    return found
  }
}

/** A figure of nobody's cases, with the reason why it says nothing. */
export function heldBack<Figure extends { suppressed: Suppression | null }>(silent: Figure): Figure {
  return { ...silent, suppressed: 'complement' }
}

/** One way to give others away: whether it does, among what is counted `of` a filter, all of it or one line. */
type Check = { of: FigureFilter; givesAway: (items: readonly Told[]) => boolean }

/** By the sum of a layer's parts, or taken from a wider figure; for this filter and all that are wider. */
async function checksOf(database: Database, filter: FigureFilter, widest: FigureFilter, traits: Traits): Promise<Check[]> {
  const partOfCase = filter.layer === 'all' ? await partsOfCases(database, widest) : null
  return allWider(filter).flatMap(of => [
    ...(partOfCase ? [{ of, givesAway: (items: readonly Told[]) => sumGivesAway(byPart(items, partOfCase)) }] : []),
    ...widerThan(of).map(({ by, value, wider }) =>
      ({ of: wider, givesAway: (items: readonly Told[]) => covers(value, items, traits[by]!, excludeOneAnother(by)) })),
  ])
}

/** By what narrows the filter and by case, what it has of that. */
type Traits = Partial<Record<Narrowing, (caseId: number) => readonly string[]>>

async function traitsFor(database: Database, filter: FigureFilter, widest: FigureFilter): Promise<Traits> {
  const traits: Traits = {}
  for (const { by } of widerThan(filter)) traits[by] = await traitsOf(database, widest, by)
  return traits
}

/** By case, what it has of a trait; of the counted cases under a filter. */
async function traitsOf(
  database: Database, filter: FigureFilter, by: Narrowing,
): Promise<(caseId: number) => readonly string[]> {
  const values = new Map<number, readonly string[]>()
  // Most cases have one, and all that have the same one share the list of it.
  const alone = new Map<string, readonly string[]>()
  for (const [caseId, value] of await inPortions(database, within => traitQuery(database, filter, by, within), it => [it.caseId, it.value] as const)) {
    const known = values.get(caseId)
    const list = alone.get(value) ?? [value]
    if (!known) alone.set(value, list)
    values.set(caseId, known ? [...known, value] : list)
  }
  return caseId => values.get(caseId) ?? none
}

const none: readonly string[] = []

async function traitQuery(database: Database, filter: FigureFilter, by: Narrowing, within?: SQL) {
  const counted = countedCases(database, filter)
  if (by === 'subject' || by === 'category') {
    return database.select({ caseId: cases.id, value: cases[by] }).from(cases).where(and(...counted, within))
  }
  const trait = by === 'pattern' ? 'name_pattern' : 'proof_demanded'
  return database.select({ caseId: cases.id, value: caseTraits.value })
    .from(caseTraits).innerJoin(cases, eq(cases.id, caseTraits.caseId)).where(and(eq(caseTraits.trait, trait), ...counted, within))
}

async function partsOfCases(database: Database, filter: FigureFilter): Promise<Map<number, Part>> {
  const query = (within?: SQL) => database.select({ id: cases.id, source: cases.source }).from(cases).where(and(...countedCases(database, filter), within))
  return new Map(await inPortions(database, query, ({ id, source }) => [id, partOf(source)] as const))
}

function byPart<Item extends Told>(items: readonly Item[], partOfCase: Map<number, Part>): Item[][] {
  return partsOf('all').map(part => items.filter(({ caseId }) => partOfCase.get(caseId) === part))
}
