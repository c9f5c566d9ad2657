import Sqlite from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openSqlite, sqliteFile } from '@/db/engines/sqlite'
import { queueWriters, type Writers } from '@/db/engines/writers'
import { ask } from '../support/ask'
import { onSqlite, useDatabase } from '../support/database'

const folder = mkdtempSync(join(tmpdir(), 'guoshen-writers-'))
let writer: Sqlite.Database
let reader: Sqlite.Database
let commits: number
let writers: Writers

beforeEach(() => {
  const file = join(folder, `${Math.random()}.db`)
  writer = openSqlite(file)
  writer.exec('CREATE TABLE parents (id INTEGER PRIMARY KEY); CREATE TABLE said (n INTEGER PRIMARY KEY, parent INTEGER REFERENCES parents (id))')
  reader = openSqlite(file, { readonly: true })
  commits = 0
  const exec = writer.exec.bind(writer)
  writer.exec = sql => {
    if (sql === 'COMMIT') commits++
    return exec(sql)
  }
  writers = queueWriters(writer)
})
afterEach(async () => {
  await writers.idle()
  reader.close()
  writer.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

const say = (n: number) => { writer.prepare('INSERT INTO said (n) VALUES (?)').run(n) }
const stored = () => reader.prepare('SELECT n FROM said ORDER BY n').pluck().all()

describe.runIf(onSqlite)('Writes that wait together', () => {
  test('20 share 1 commit; a 21st that comes later has its own', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => writers.write(async () => say(n))))
    expect([commits, stored().length]).toEqual([1, 20])
    await writers.write(async () => say(20))
    expect([commits, stored().length]).toEqual([2, 21])
  })

  test('70 are three commits, so that the first does not wait for all', async () => {
    await Promise.all(Array.from({ length: 70 }, (_, n) => writers.write(async () => say(n))))
    expect([commits, stored().length]).toEqual([3, 70])
  })

  test('run one after the other in their order, also where they pause in the middle', async () => {
    const order: string[] = []
    await Promise.all([30, 1, 10].map((pause, n) => writers.write(async () => {
      order.push(`${n} begins`)
      await new Promise(resolve => setTimeout(resolve, pause))
      order.push(`${n} ends`)
    })))
    expect(order).toEqual(['0 begins', '0 ends', '1 begins', '1 ends', '2 begins', '2 ends'])
  })

  test('of 20, the 3 that throw take back what they did, and nothing of the 17 others', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => writers.write(async () => {
      say(n)
      say(100 + n)
      if (n % 7 === 2) throw new Error(`not ${n}`)
      return n
    })))
    const kept = [...Array(20).keys()].filter(n => n % 7 !== 2)
    expect(answers.map(it => (it.status === 'fulfilled' ? it.value : it.reason.message)))
      .toEqual([...Array(20).keys()].map(n => (n % 7 === 2 ? `not ${n}` : n)))
    expect(stored()).toEqual([...kept, ...kept.map(n => 100 + n)])
  })

  test('each sees what those before it did, and is answered when everybody else can see it too', async () => {
    const seen: unknown[] = []
    await Promise.all([1, 2, 3].map(n => writers.write(async () => {
      seen.push(writer.prepare('SELECT count(*) FROM said').pluck().get())
      say(n)
      expect(stored()).toEqual([])
    }).then(() => expect(stored()).toContain(n))))
    expect(seen).toEqual([0, 1, 2])
  })

  test('where the commit fails, all 5 are told so and 0 are stored; the next write goes through', async () => {
    const answers = await Promise.allSettled(Array.from({ length: 5 }, (_, n) => writers.write(async () => {
      say(n)
      if (n !== 3) return
      writer.pragma('defer_foreign_keys = ON')
      writer.prepare('INSERT INTO said (n, parent) VALUES (99, 1)').run()
    })))
    expect(answers.map(it => it.status)).toEqual(Array(5).fill('rejected'))
    expect(stored()).toEqual([])
    await writers.write(async () => say(7))
    expect(stored()).toEqual([7])
  })

  test('where one undoes the whole transaction, as a full disk does, all 3 are told so and 0 are stored', async () => {
    const answers = await Promise.allSettled([0, 1, 2].map(n => writers.write(async () => {
      say(n)
      if (n === 1) writer.exec('ROLLBACK')
      if (n === 1) throw new Error('disk full')
    })))
    expect(answers.map(it => it.status)).toEqual(Array(3).fill('rejected'))
    expect(stored()).toEqual([])
  })
})

describe.runIf(onSqlite)('A process that is killed while 8 write', () => {
  useDatabase()

  test('has stored every write it has answered, and none that was taken back', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/steady-writer.ts'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', data => { said += data })
    while (said.split('\n').length < 300) await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'close')
    const told = said.split('\n').slice(0, -1)
    const rows = await ask(process.env.DATABASE_URL!, 'select name from site_values') as { name: string }[]
    const names = new Set(rows.map(({ name }) => name))
    expect(told.filter(name => !names.has(name))).toEqual([])
    expect([...names].filter(name => Number(name.split('/')[1]) % 5 === 4)).toEqual([])
    const whole = new Sqlite(sqliteFile(process.env.DATABASE_URL!))
    expect(whole.pragma('integrity_check', { simple: true })).toBe('ok')
    whole.close()
  })
})
