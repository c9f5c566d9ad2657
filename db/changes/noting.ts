import { getTableName, lt } from 'drizzle-orm'
import type { Transaction } from '../engines/connection'
import { changes } from '../schema'
import { topicsOfTable, type Topic } from './topics'

// Which tables a transaction touches is seen here and need not be said by anybody: forgetting to be precise makes pages
// old that need not be, never the other way round.

/** One write, by the id of its row in `changes`. */
export type Change = { id: number; topics: string[] }

/** Milliseconds for which word of a change is kept at least. */
export const changesKept = 3_600_000

type Noted = { tx: Transaction; topics: Set<Topic> }

const noted = new WeakMap<Transaction, Noted>()

/** The transaction, watched: what is changed through it is added to `topics`. */
export function noting(tx: Transaction, topics: Set<Topic>): Transaction {
  return watched({ tx, topics }, table => topicsOfTable[table] ?? [])
}

/**
 * The same transaction for what concerns the thread, the votes or the counts of one case and nothing else: through it,
 * only this case's pages grow old, and the lists that show its counts.
 */
export function talkOf(tx: Transaction, caseId: number): Transaction {
  const whole = noted.get(tx)
  if (!whole) return tx
  return watched(whole, table => (
    tablesOfTalk.includes(table) ? [`case:${caseId}`, 'talk'] : topicsOfTable[table] ?? []
  ))
}

const tablesOfTalk = ['cases', 'replies', 'reply_revisions', 'votes', 'favourites']

/** Leaves word of what was changed, within the transaction itself; null when that was nothing anybody sees. */
export async function leaveWord(tx: Transaction, topics: Set<Topic>, now: number): Promise<Change | null> {
  if (topics.size === 0) return null
  const said = [...topics]
  const [row] = await tx.insert(changes).values({ topics: said, at: now }).returning({ id: changes.id })
  const { id } = row!
  // Whoever has not looked for this long forgets everything he remembers (server/memory/watch.ts).
  if (id % 1000 === 0) await tx.delete(changes).where(lt(changes.at, now - changesKept))
  return { id, topics: said }
}

function watched(whole: Noted, topicsOf: (table: string) => readonly Topic[]): Transaction {
  const { tx, topics } = whole
  const note = <Table extends Parameters<typeof getTableName>[0]>(table: Table): Table => {
    for (const topic of topicsOf(getTableName(table))) topics.add(topic)
    return table
  }
  const own: Transaction = Object.create(tx, {
    insert: { value: (table: never) => tx.insert(note(table)) },
    update: { value: (table: never) => tx.update(note(table)) },
    delete: { value: (table: never) => tx.delete(note(table)) },
  })
  noted.set(own, whole)
  return own
}
