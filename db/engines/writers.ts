import type Database from 'better-sqlite3'
import { AsyncResource } from 'node:async_hooks'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

/** Every write of this process, one after the other. */
export type Writers = {
  write: <Result>(work: () => Promise<Result>) => Promise<Result>
  /** Resolves when nobody writes and nobody waits. */
  idle: () => Promise<void>
}

type Waiting = { work: () => Promise<unknown>; resolve: (result: unknown) => void; reject: (error: unknown) => void }

// Whoever comes first waits for all of them.
const most = 32

/**
 * Lets all who wait at the same moment share one transaction and so one fsync, which is most of what a small write costs
 * (docs/decisions/0017). Each is still all or nothing, in its own savepoint, and as if alone, since they run one after the
 * other; and each is answered, well or ill, only when what it saw is on the disk.
 */
export function queueWriters(writer: Database.Database): Writers {
  const waiting: Waiting[] = []
  let running: Promise<void> | null = null
  const run = async () => {
    // Requests that came in with this one reach their write before the next turn.
    await nextTurn()
    while (waiting.length > 0) await commitTogether(writer, waiting.splice(0, most))
    running = null
  }
  return {
    write: work => new Promise((resolve, reject) => {
      // What `work` finds in its async context is its caller's, whoever began the queue.
      waiting.push({ work: AsyncResource.bind(work), resolve: resolve as Waiting['resolve'], reject })
      running ??= run()
    }),
    idle: async () => { while (running) await running },
  }
}

async function commitTogether(writer: Database.Database, all: readonly Waiting[]): Promise<void> {
  const answers: (() => void)[] = []
  try {
    await begin(writer)
    for (const { work, resolve, reject } of all) {
      writer.exec('SAVEPOINT one')
      try {
        const result = await work()
        answers.push(() => resolve(result))
      } catch (error) {
        // A full disk, say, has undone everything: then there is nothing to go back to, and nobody wrote.
        if (!writer.inTransaction) throw error
        writer.exec('ROLLBACK TO one')
        answers.push(() => reject(error))
      }
      writer.exec('RELEASE one')
    }
    writer.exec('COMMIT')
  } catch (error) {
    if (writer.inTransaction) writer.exec('ROLLBACK')
    if (isFull(error)) makeRoom(writer)
    for (const { reject } of all) reject(error)
    return
  }
  for (const answer of answers) answer()
}

function isFull(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause as Error) if ((at as { code?: string }).code === 'SQLITE_FULL') return true
  return false
}

// What fills the disk may be our own log, of which most goes into pages that the file has already.
function makeRoom(writer: Database.Database): void {
  try {
    writer.pragma('wal_checkpoint(TRUNCATE)')
  } catch {
    // There is no room for that either; all of it stands in the log as before.
  }
}

const patience = 15_000

async function begin(writer: Database.Database): Promise<void> {
  for (const giveUpAt = Date.now() + patience; ;) {
    try {
      // IMMEDIATE takes the write lock first: a deferred transaction fails when its snapshot has aged.
      writer.exec('BEGIN IMMEDIATE')
      return
    } catch (error) {
      const busy = String((error as { code?: string }).code).startsWith('SQLITE_BUSY')
      if (!busy || Date.now() > giveUpAt) throw error
      await sleep(2 + Math.random() * 18)
    }
  }
}
