import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import type { Change } from '@/db/changes/noting'
import { onChange } from '@/db/connection'
import { Watch } from '@/server/memory/watch'
import { useDatabase } from '../support/database'
import { caseBy, say, somebody } from '../support/threads'

useDatabase()

const heard: { topics: readonly string[]; ago: number }[] = []
const watch = new Watch((topics, ago) => { heard.push({ topics, ago }) }, () => undefined)
let lin: Member
let caseId: number
let tellWatch = false

beforeAll(async () => {
  lin = await somebody('林')
  caseId = await caseBy(lin)
  onChange(change => { if (tellWatch) watch.know(change) })
  // Never started: it looks when it is told to.
  await watch.becomeCurrent()
})

afterEach(() => { heard.length = 0; tellWatch = false })

test('a change of others is heard once, and is called no older than the time since the look before', async () => {
  const before = Date.now()
  await watch.lookAgain()
  await say(lin, caseId, '别处写的一句')
  await watch.lookAgain()
  const most = Date.now() - before
  await watch.lookAgain()
  expect(heard).toHaveLength(1)
  expect(heard[0]!.topics).toContain(`case:${caseId}`)
  expect(heard[0]!.ago).toBeGreaterThanOrEqual(0)
  expect(heard[0]!.ago).toBeLessThanOrEqual(most)
})

test('a change of others that came long after the last look is called as old as it may be', async () => {
  await watch.lookAgain()
  const written = Date.now()
  await say(lin, caseId, '隔了一会儿')
  while (Date.now() - written < 300) await new Promise(resolve => setTimeout(resolve, 10))
  await watch.lookAgain()
  expect(heard[0]!.ago).toBeGreaterThanOrEqual(300)
})

test('a change of our own is not heard again, and nothing is kept in mind of it', async () => {
  tellWatch = true
  for (let n = 0; n < 3; n++) await say(lin, caseId, `自己写的第 ${n} 句`)
  expect(watch.awaited).toBe(3)
  await watch.lookAgain()
  expect([heard, watch.awaited]).toEqual([[], 0])
})

test('a change of our own that was seen before we were told of it is not waited for any more', async () => {
  const told: Change[] = []
  onChange(change => { told.push(change) })
  await say(lin, caseId, '先看见、后听说')
  await watch.lookAgain()
  told.forEach(change => watch.know(change))
  expect([heard.length, told.length, watch.awaited]).toEqual([1, 1, 0])
})
