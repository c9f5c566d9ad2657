import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { write } from '@/db/connection'
import { sqliteFile } from '@/db/engines/sqlite'
import { people } from '@/db/schema'
import { backUpHourly } from '@/server/backups/hourly'
import { onSqlite, useDatabase } from '../support/database'

useDatabase('per test')
afterEach(() => rmSync(folder(), { recursive: true, force: true }))

const hour = 3_600_000
const start = Date.UTC(2026, 10, 24)
const file = () => sqliteFile(process.env.DATABASE_URL!)
const folder = () => join(dirname(file()), 'backups')
const good = () => (existsSync(folder()) ? readdirSync(folder()).filter(name => name.endsWith('.db')) : [])

describe.skipIf(!onSqlite)('an hourly backup', () => {
  test('is made once an hour, whoever asks and however often: 5 hours are 5 copies', async () => {
    for (let at = 0; at < 5; at++) {
      const asked = [0, 0, 10, 59].map(minutes => backUpHourly(file(), start + at * hour + minutes * 60_000))
      const made = (await Promise.all(asked)).filter(it => it !== null)
      expect(made.length).toBeGreaterThan(0)
      expect(await backUpHourly(file(), start + at * hour + 59 * 60_000)).toBeNull()
    }
    expect(new Set(good().map(name => name.slice(0, 18))).size).toBe(5)
  })

  test('of a database that is written to without pause holds all that was acknowledged before it began, and a beginning of what came after', async () => {
    let acknowledged = 0
    let isOver = false
    const writing = (async () => {
      while (!isOver) {
        await write(tx => tx.insert(people).values(personNamed(acknowledged + 1)))
        acknowledged++
      }
    })()
    await until(() => acknowledged > 20)
    for (let at = 0; at < 5; at++) {
      const before = acknowledged
      const copy = await backUpHourly(file(), start + at * hour)
      const names = namesIn(copy!)
      expect(names.length).toBeGreaterThanOrEqual(before)
      expect(names).toEqual(names.map((_, at) => `P${at + 1}`))
      await until(() => acknowledged > before + 5)
    }
    isOver = true
    await writing
  })

  test('killed at any moment leaves nothing that looks like a backup and is not one; what it left is gone an hour later', async () => {
    await write(async tx => {
      for (let from = 0; from < 6_000; from += 200) {
        await tx.insert(people).values(Array.from({ length: 200 }, (_, at) => personNamed(from + at + 1)))
      }
    })
    for (let at = 0; at < 8; at++) {
      const child = spawn(process.execPath, ['--import', 'tsx', '--eval',
        `import('./server/backups/hourly.ts').then(async it => { console.log('begins'); await it.backUpHourly(${JSON.stringify(file())}, ${start + at * hour}) })`])
      // It may have ended by itself before it is killed.
      const ended = once(child, 'exit')
      await Promise.race([once(child.stdout, 'data'), ended])
      await sleep(at * 4)
      child.kill('SIGKILL')
      await ended
      for (const name of good()) expect(namesIn(join(folder(), name))).toHaveLength(6_000)
    }
    mkdirSync(folder(), { recursive: true })
    const left = join(folder(), 'hourly-20261123T0000Z.db.1.part')
    writeFileSync(left, 'half')
    utimesSync(left, start / 1000, start / 1000)
    await backUpHourly(file(), start + 20 * hour)
    expect(existsSync(left)).toBe(false)
  }, 120_000)
})

function personNamed(at: number): typeof people.$inferInsert {
  return { name: `P${at}`, nameKey: `p${at}`, nameSkeleton: `p${at}`, pseudonym: `p${at}`, createdAt: start }
}

function namesIn(path: string): string[] {
  const database = new Database(path, { readonly: true })
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    return (database.prepare('select name from people order by id').all() as { name: string }[]).map(({ name }) => name)
  } finally {
    database.close()
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5)
}
