import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, test } from 'vitest'
import { asc, eq } from 'drizzle-orm'
import type { Member } from '@/domain/people/viewer'
import { read } from '@/db/connection'
import { notifications, replies, searchEntries } from '@/db/schema'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase()

let lin: Member
let crowd: Member[]
beforeAll(async () => {
  lin = await somebody('林')
  crowd = await Promise.all(Array.from({ length: 8 }, (_, n) => somebody(`写手 ${n}`)))
})

async function expectAllThere(it: number, ids: number[], sums: { discussions: number; replies: number }) {
  const rows = await (await read()).select().from(replies).where(eq(replies.caseId, it)).orderBy(asc(replies.id))
  expect(rows.map(row => row.id)).toEqual([...ids].sort((a, b) => a - b))
  expect(new Set(rows.map(row => row.path.toString('hex'))).size).toBe(ids.length)
  expect(await caseSums(it)).toEqual(sums)
  expect(await (await read()).$count(searchEntries, eq(searchEntries.caseId, it))).toBe(ids.length)
}

describe('200 replies to one case at once', () => {
  test('from one process are all stored, on 200 paths, counted 200 and told 200 times', async () => {
    const it = await caseBy(lin)
    const ids = await Promise.all(Array.from({ length: 200 }, (_, n) => say(crowd[n % 8]!, it, `${n}`)))
    await expectAllThere(it, ids, { discussions: 200, replies: 0 })
    expect(await (await read()).$count(notifications, eq(notifications.caseId, it))).toBe(200)
  })

  test('100 of them to one reply: 100 answers are counted, each on its own path below it', async () => {
    const it = await caseBy(lin)
    const head = await say(lin, it, '楼主')
    const answered = (n: number) => (n < 100 ? head : null)
    const ids = await Promise.all(Array.from({ length: 199 }, (_, n) => say(crowd[n % 8]!, it, `${n}`, answered(n))))
    await expectAllThere(it, [head, ...ids], { discussions: 100, replies: 100 })
    expect((await replyRow(head)).answerCount).toBe(100)
  })

  // A PostgreSQL inside this process has only this process.
  const alone = process.env.DATABASE_URL?.startsWith('pglite:')
  test.skipIf(alone)('from 8 processes are all stored, and none is refused', async () => {
    const it = await caseBy(lin)
    const writers = crowd.map(person => startWriter(person.id, it, 25))
    await Promise.all(writers.map(writer => writer.ready))
    const ids = await Promise.all(writers.map(writer => writer.write()))
    expect(ids.flat()).toHaveLength(200)
    await expectAllThere(it, ids.flat(), { discussions: 200, replies: 0 })
  }, 240_000)
})

function startWriter(personId: number, caseId: number, count: number) {
  const args = ['--import', 'tsx', 'tests/support/thread-writer.ts', `${personId}`, `${caseId}`, `${count}`]
  const child: ChildProcess = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  return {
    ready: lines.next(),
    write: async (): Promise<number[]> => {
      const ended = once(child, 'exit')
      child.stdin!.write('go\n')
      const { value } = await lines.next()
      expect(await ended).toEqual([0, null])
      return JSON.parse(value)
    },
  }
}
