import { createHash } from 'node:crypto'

/**
 * A name made of what a thing says, for things that came without one: the same content has the same name, whatever
 * the order of its fields.
 */
export function contentRef(kind: 'case' | 'rule' | 'thread', content: unknown): string {
  return `${kind}-${createHash('sha256').update(JSON.stringify(sorted(content))).digest('hex').slice(0, 32)}`
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, it]) => it !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(fields.map(([name, it]) => [name, sorted(it)]))
}
