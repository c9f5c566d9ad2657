import { asc, gt, inArray, max, or } from 'drizzle-orm'
import type { Reader } from '../engines/connection'
import { changes } from '../schema'
import type { Change } from './noting'

/** How far somebody has read: the highest id he saw, and the ids below it that had not come yet, with when he missed them. */
export type Bookmark = { last: number; missing: Map<number, number> }

// On PostgreSQL ids are given before the commit: 7 may be seen while 6 is still on its way, or was undone for ever.
const onItsWay = 60_000
const mostMissing = 1_000

/** Where somebody begins who remembers nothing yet. What is not finished at this moment is waited for. */
export async function openBookmark(reader: Reader, now: number): Promise<Bookmark> {
  const [row] = await reader.select({ last: max(changes.id) }).from(changes)
  const bookmark = { last: Math.max(0, (row?.last ?? 0) - 100), missing: new Map<number, number>() }
  await changesSince(reader, bookmark, now)
  return bookmark
}

/** What was committed since this was last asked, each write once; moves the bookmark on. */
export async function changesSince(reader: Reader, bookmark: Bookmark, now: number): Promise<Change[]> {
  const { missing } = bookmark
  for (const [id, since] of missing) if (now - since > onItsWay) missing.delete(id)
  const isNew = gt(changes.id, bookmark.last)
  const rows = await reader.select({ id: changes.id, topics: changes.topics }).from(changes)
    .where(missing.size > 0 ? or(isNew, inArray(changes.id, [...missing.keys()])) : isNew)
    .orderBy(asc(changes.id))
  for (const { id } of rows) {
    for (let gap = Math.max(bookmark.last + 1, id - mostMissing); gap < id; gap++) missing.set(gap, now)
    missing.delete(id)
    bookmark.last = Math.max(bookmark.last, id)
  }
  return rows
}
