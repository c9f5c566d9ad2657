import { lt } from 'drizzle-orm'
import type { Transaction } from '../engines/connection'
import { keptQuery } from '../engines/kept-query'
import { changes } from '../schema'
import type { Change } from './noting'
import type { Topic } from './topics'

/** Milliseconds for which word of a change is kept at least. */
export const changesKept = 3_600_000

/** Leaves word of what was changed, within the transaction itself; null when that was nothing anybody sees. */
export async function leaveWord(tx: Transaction, topics: Set<Topic>, now: number): Promise<Change | null> {
  if (topics.size === 0) return null
  const said = [...topics]
  const [row] = await add(tx, { topics: said, at: now })
  const { id } = row!
  // Whoever has not looked for this long forgets everything he remembers (server/memory/watch.ts).
  if (id % 1000 === 0) await tx.delete(changes).where(lt(changes.at, now - changesKept))
  return { id, topics: said }
}

const add = keptQuery(['topics', 'at'], (tx, places) => tx.insert(changes).values(places).returning({ id: changes.id }))
