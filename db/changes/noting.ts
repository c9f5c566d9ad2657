import { getTableName } from 'drizzle-orm'
import type { Transaction } from '../engines/connection'
import { topicsOfTable, type Topic } from './topics'

// Which tables a transaction touches is seen here and need not be said by anybody: forgetting to be precise makes pages
// old that need not be, never the other way round.

/** One write, by the id of its row in `changes`. */
export type Change = { id: number; topics: string[] }

type Noted = { tx: Transaction; topics: Set<Topic> }

const noted = new WeakMap<object, Noted & { note: (table: string) => void }>()

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

/** What a transaction that is watched stands on: the same for all writes of a connection on SQLite. */
export function wholeOf(database: object): object {
  return noted.get(database)?.tx ?? database
}

/** Notes what a question that was built before changes (db/engines/kept-query.ts). */
export function noteTables(database: object, tables: readonly string[]): void {
  const note = noted.get(database)?.note
  if (note) tables.forEach(note)
}

const tablesOfTalk = ['cases', 'replies', 'reply_revisions', 'votes', 'favourites']

function watched(whole: Noted, topicsOf: (table: string) => readonly Topic[]): Transaction {
  const { tx, topics } = whole
  const noteName = (table: string) => {
    for (const topic of topicsOf(table)) topics.add(topic)
  }
  const note = <Table extends Parameters<typeof getTableName>[0]>(table: Table): Table => {
    noteName(getTableName(table))
    return table
  }
  const own: Transaction = Object.create(tx, {
    insert: { value: (table: never) => tx.insert(note(table)) },
    update: { value: (table: never) => tx.update(note(table)) },
    delete: { value: (table: never) => tx.delete(note(table)) },
  })
  noted.set(own, { ...whole, note: noteName })
  return own
}
