import type { MovedTable } from './tables'

/** JSON as its text, bytes as hex: what both engines can be brought to. */
export type Value = number | string | boolean | null
export type Row = Value[]

/**
 * A row as one line that is the same on every engine: a JSON array in the order of the columns, in which JSON has its
 * keys sorted (PostgreSQL sorts them its own way) and bytes are hex.
 */
export function canonical({ columns }: MovedTable, row: Row): string {
  return JSON.stringify(row.map((value, at) => (
    columns[at]!.kind === 'json' && typeof value === 'string' ? { json: sorted(JSON.parse(value)) } : value
  )))
}

/** Orders rows by their key as both engines do when told to go by bytes: under 0 when `a` comes first. */
export function compareKeys({ key }: MovedTable, a: Row, b: Row): number {
  for (const at of key) {
    const order = compareValues(a[at]!, b[at]!)
    if (order !== 0) return order
  }
  return 0
}

function compareValues(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  // Bytes of UTF-8: JavaScript itself would order by UTF-16, which differs beyond the first plane.
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, its]) => [name, sorted(its)]))
}
