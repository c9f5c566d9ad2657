import { closedSentence } from '../away'
import { engineOf } from '../dialect'
import { DatabaseRefused, migrateDatabase, migrationsOf } from '../migrate'
import { pendingAfter } from '../migrate/plan'
import { differencesOf, holds, stretchesOf, type Stretch, type Sum } from './compare'
import { openSide, type Side } from './side'
import { forumTables, type MovedTable } from './tables'

export type Moved = {
  tables: Record<string, Sum>
  /** How many rows changed while the first copy was made and were brought after it. */
  caughtUp: number
  seconds: number
  /** How long every write of the site waited, at the end. */
  writesWaitedSeconds: number
}

export type MoveOptions = {
  /** Called with one sentence for the person who watches, and awaited. */
  say: (sentence: string) => void | Promise<void>
  /** Leaves the first database open: the copy is for trying out. */
  rehearsal?: boolean
}

/**
 * Brings a forum from one database to another, empty one, of either engine, while the site runs on the first:
 * copies what is there while others read and write, then lets writes wait, brings what has changed meanwhile, compares
 * counts and hashes of every table, and closes the first database for writes. All or nothing: until the end the second
 * database is empty for everybody else, and stays so when anything fails. Refuses (DatabaseRefused) what is not empty.
 */
export async function moveForum(from: string, to: string, { say, rehearsal = false }: MoveOptions): Promise<Moved> {
  const began = performance.now()
  const tables = forumTables()
  await refuseOther(from)
  await migrateDatabase(to)
  const target = await openSide(to, 'hold')
  try {
    await refuseFull(target, tables)
    await copyAll(from, target, tables, say)
    const known = await readBack(target, tables)
    const source = await openSide(from, 'hold')
    const held = performance.now()
    try {
      await say('Writes wait from now on.')
      const { sums, caughtUp } = await catchUp(source, target, tables, known)
      if (!rehearsal) await source.closeForWrites(tables)
      await target.commit()
      await source.commit()
      const now = performance.now()
      await target.weigh()
      return { tables: sums, caughtUp, seconds: (now - began) / 1000, writesWaitedSeconds: (now - held) / 1000 }
    } finally {
      await source.end()
    }
  } finally {
    await target.end()
  }
}

/** Opens again a database that a move has closed: whoever wants to go on where he was, or to move anew. */
export async function reopenForum(url: string): Promise<void> {
  const side = await openSide(url, 'hold')
  try {
    await side.reopenForWrites(forumTables())
    await side.commit()
  } finally {
    await side.end()
  }
}

async function refuseOther(from: string): Promise<void> {
  const source = await openSide(from, 'look')
  try {
    const applied = await source.migrations()
    if (pendingAfter(applied, migrationsOf(engineOf(from))).length > 0) {
      throw new DatabaseRefused('The forum to move was last run by an older version; start this version on it first.')
    }
    if (await source.isClosed()) throw new DatabaseRefused(`${closedSentence} Open this one again first, with --reopen.`)
  } finally {
    await source.end()
  }
}

/** Refuses (DatabaseRefused) to run a site on a database from which its forum has moved away. */
export async function refuseClosed(url: string): Promise<void> {
  const side = await openSide(url, 'look')
  const closed = await side.isClosed().finally(side.end)
  if (closed) throw new DatabaseRefused(`${closedSentence} Set DATABASE_URL to that one, or open this one again: npm run move -- --reopen URL`)
}

async function refuseFull(target: Side, tables: MovedTable[]): Promise<void> {
  for (const table of tables) {
    for await (const rows of target.batches(table)) {
      if (rows.length > 0) throw new DatabaseRefused(`The database to move to is not empty: ${table.name} has rows. Name an empty one.`)
    }
  }
}

async function copyAll(from: string, target: Side, tables: MovedTable[], say: MoveOptions['say']): Promise<void> {
  const source = await openSide(from, 'look')
  try {
    for (const table of tables) {
      let count = 0
      for await (const rows of source.batches(table)) {
        await target.insert(table, rows)
        count += rows.length
      }
      if (count > 0) await say(`${table.name}: ${count.toLocaleString('en')} rows`)
    }
  } finally {
    await source.end()
  }
}

// Before writes wait, so that afterwards only the source has to be read once more.
async function readBack(target: Side, tables: MovedTable[]): Promise<Map<MovedTable, Stretch[]>> {
  const known = new Map<MovedTable, Stretch[]>()
  for (const table of tables) known.set(table, await stretchesOf(target, table))
  return known
}

async function catchUp(source: Side, target: Side, tables: MovedTable[], known: Map<MovedTable, Stretch[]>) {
  const sums: Record<string, Sum> = {}
  const found = []
  for (const table of tables) {
    const { sum, ...differences } = await differencesOf(source, target, table, known.get(table)!)
    sums[table.name] = sum
    found.push({ table, ...differences })
  }
  // Children go before parents and come after them; what goes makes room for what has its name now.
  for (const { table, surplus } of found.toReversed()) await target.remove(table, surplus)
  for (const { table, changed, missing } of found) {
    await target.update(table, changed)
    await target.insert(table, missing)
    if (table.givesIds) await target.setLastId(table, await source.lastId(table))
  }
  for (const { table, stretches } of found) {
    if (!await holds(target, table, stretches)) throw new Error(`The move was undone: ${table.name} would not hold what it held.`)
  }
  const caughtUp = found.reduce((sum, { missing, changed, surplus }) => sum + missing.length + changed.length + surplus.length, 0)
  return { sums, caughtUp }
}
