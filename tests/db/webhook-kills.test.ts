import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { lease } from '@/domain/outbox/back-off'
import { read } from '@/db/connection'
import { outbox } from '@/db/schema'
import { inProcess, useDatabase } from '../support/database'
import { isSigned } from '../support/receiver'
import { somebody } from '../support/threads'
import { useReceiver } from '../support/webhooks'

useDatabase()
const at = useReceiver()

// PGlite is inside this process and nobody else's.
test.skipIf(inProcess)('killed between sending and saying so: the delivery comes twice under one id, and that is written down', { timeout: 240_000 }, async () => {
  const reader = await somebody('梅')
  const secret = await at.hook(reader)
  await at.test(reader)
  await at.test(reader)
  let worker: ChildProcess | null = null
  const killed = new Set<string>()
  // It has it; we are gone before we hear that it has.
  at.answer = ({ id }) => {
    if (killed.has(id)) return 204
    killed.add(id)
    worker!.kill('SIGKILL')
    return null
  }
  for (const ends of ['SIGKILL', 'SIGKILL', 0]) {
    worker = spawn(process.execPath, ['--import', 'tsx', 'tests/support/errand-worker.ts', 'smtp://127.0.0.1:9', String(at.now)], { stdio: 'inherit' })
    const [code, signal] = await once(worker, 'exit')
    expect(code ?? signal).toBe(ends)
    at.now += lease
  }
  const ids = at.receiver.received.map(({ id }) => id)
  expect(ids).toHaveLength(4)
  // In turn: while nobody knows what became of the first, the second waits.
  expect(ids[0]).toBe(ids[1])
  expect(ids[2]).toBe(ids[3])
  expect(at.receiver.received.every(it => isSigned(it, secret!))).toBe(true)
  expect((await at.deliveries()).map(({ attempts, status }) => [attempts, status])).toEqual([[2, 204], [2, 204]])
  const errands = await (await read()).select().from(outbox).where(eq(outbox.kind, 'webhook'))
  expect(errands.map(({ attempts, lost, failure, endedAt }) => [attempts, lost, failure, endedAt !== null])).toEqual(Array(2).fill([2, 1, null, true]))
})
