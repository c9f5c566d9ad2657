import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lease } from '@/domain/outbox/back-off'
import { read, write } from '@/db/connection'
import { sendLetter } from '@/db/outbox/entrust'
import { outbox } from '@/db/schema'
import { inProcess, useDatabase } from '../support/database'
import { openMailServer } from '../support/mail-server'

useDatabase()

const letters = 3

// PGlite is inside this process and nobody else's.
test.skipIf(inProcess)(`killed ${letters} times between sending and saying so: each letter comes at most twice, and that is written down`, { timeout: 240_000 }, async () => {
  let worker: ChildProcess | null = null
  const killed = new Set<string>()
  const mail = await openMailServer({
    // It has the letter; we are gone before we hear that it has.
    taken: ({ to }) => {
      if (killed.has(to[0]!)) return
      killed.add(to[0]!)
      worker!.kill('SIGKILL')
    },
  })
  try {
    let now = 1_700_000_100_000
    for (let n = 0; n < letters; n++) {
      await write(tx => sendLetter(tx, { to: `${n}@example.com`, subject: `${n}`, text: `${n}` }, { key: `kill-${n}`, now }))
      for (const ends of ['SIGKILL', 0]) {
        worker = spawn(process.execPath, ['--import', 'tsx', 'tests/support/errand-worker.ts', mail.url, String(now)], { stdio: 'inherit' })
        const [code, signal] = await once(worker, 'exit')
        expect(code ?? signal).toBe(ends)
        now += lease
      }
    }
    const ids = mail.arrived.map(({ head }) => head.get('message-id')![0])
    expect(ids).toHaveLength(2 * letters)
    // Whoever receives both can tell that they are one.
    expect(new Set(ids).size).toBe(letters)
    const rows = await (await read()).select().from(outbox).where(like(outbox.dedupKey, 'letter:kill-%'))
    expect(rows.map(({ attempts, lost, failure, endedAt }) => [attempts, lost, failure, endedAt !== null])).toEqual(Array(letters).fill([2, 1, null, true]))
  } finally {
    await mail.close()
  }
})
