import type { Case } from './case'
import { factFields, type FactName } from './facts'

/** One field as it was and as it became; undefined where it was or is not given. */
export type FieldChange = { field: string; before: unknown; after: unknown }

/** What an edit changed, field by field, in the order of the case. Events are one field: their sequence is the fact. */
export function changesBetween(before: Case, after: Case): FieldChange[] {
  const names = Object.keys(factFields) as FactName[]
  const pairs: FieldChange[] = [
    ...names.map(name => ({ field: name, before: before.facts[name], after: after.facts[name] })),
    { field: 'title', before: before.title, after: after.title },
    { field: 'words', before: before.words, after: after.words },
    { field: 'motive', before: before.motive, after: after.motive },
    { field: 'events', before: before.events.map(withoutEntry), after: after.events.map(withoutEntry) },
  ]
  return pairs.filter(pair => !same(pair.before, pair.after))
}

// When and by whom an event was typed in is bookkeeping, not what happened.
function withoutEntry({ entered_at, source, ...event }: Case['events'][number]) {
  return event
}

/** Equal in what they say, whatever the order in which their parts were written down or left undefined. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]))
}
