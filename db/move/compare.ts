import { createHash } from 'node:crypto'
import { canonical, compareKeys, type Row } from './row'
import type { Side } from './side'
import type { MovedTable } from './tables'

/** A table, so that two databases can be compared: its rows, and the SHA-256 of their canonical lines by key. */
export type Sum = { rows: number; sha256: string }
/** Some rows that follow each other: those after the stretch before, up to `last` by its key; null up to the end. */
export type Stretch = { after: Row | null; last: Row | null } & Sum
export type Differences = { missing: Row[]; changed: Row[]; surplus: Row[]; stretches: Stretch[] }

/**
 * What `side` holds, as one stretch for each of its batches and an empty one behind: little enough to be remembered,
 * so that what is the same need not be read again.
 */
export async function stretchesOf(side: Side, table: MovedTable): Promise<Stretch[]> {
  const stretches: Stretch[] = []
  let after: Row | null = null
  for await (const rows of side.batches(table)) {
    const last: Row = rows.at(-1)!
    stretches.push({ after, last, ...sumOf(table, rows) })
    after = last
  }
  return [...stretches, { after, last: null, ...sumOf(table, []) }]
}

/**
 * What must be done to `target`, which holds `known`, to make it what `source` is; and the sum of the source. Reads all of
 * the source, and of the target only the stretches that are not the same. `stretches` say what these must be afterwards.
 */
export async function differencesOf(
  source: Side, target: Side, table: MovedTable, known: Stretch[],
): Promise<Differences & { sum: Sum }> {
  const found: Differences = { missing: [], changed: [], surplus: [], stretches: [] }
  const whole = createHash('sha256')
  let count = 0
  let at = 0
  let rows: Row[] = []
  const close = async () => {
    const { after, last, sha256 } = known[at++]!
    const sum = sumOf(table, rows)
    if (sum.sha256 !== sha256) {
      compare(table, rows, await target.between(table, after, last), found)
      found.stretches.push({ after, last, ...sum })
    }
    rows = []
  }
  for await (const batch of source.batches(table)) {
    for (const row of batch) {
      while (known[at]!.last !== null && compareKeys(table, row, known[at]!.last!) > 0) await close()
      whole.update(line(table, row))
      count++
      rows.push(row)
    }
  }
  while (at < known.length) await close()
  return { ...found, sum: { rows: count, sha256: whole.digest('hex') } }
}

/** Whether these stretches of the target are now what they must be. */
export async function holds(target: Side, table: MovedTable, stretches: Stretch[]): Promise<boolean> {
  for (const { after, last, sha256 } of stretches) {
    if (sumOf(table, await target.between(table, after, last)).sha256 !== sha256) return false
  }
  return true
}

// Both are in the order of their keys.
function compare(table: MovedTable, wanted: Row[], there: Row[], { missing, changed, surplus }: Differences): void {
  let [want, has] = [0, 0]
  while (want < wanted.length || has < there.length) {
    const order = want === wanted.length ? 1 : has === there.length ? -1 : compareKeys(table, wanted[want]!, there[has]!)
    if (order < 0) missing.push(wanted[want]!)
    if (order > 0) surplus.push(there[has]!)
    if (order === 0 && line(table, wanted[want]!) !== line(table, there[has]!)) changed.push(wanted[want]!)
    if (order <= 0) want++
    if (order >= 0) has++
  }
}

function sumOf(table: MovedTable, rows: Row[]): Sum {
  const hash = createHash('sha256')
  for (const row of rows) hash.update(line(table, row))
  return { rows: rows.length, sha256: hash.digest('hex') }
}

function line(table: MovedTable, row: Row): string {
  return `${canonical(table, row)}\n`
}
