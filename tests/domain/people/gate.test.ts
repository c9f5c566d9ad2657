import { expect, test } from 'vitest'
import { gateFor } from '@/domain/people/gate'

test('of 50 works at a gate for 4, never more than 4 run, all 50 are done, in the order they came', async () => {
  const gate = gateFor(4)
  let running = 0
  let most = 0
  const begun: number[] = []
  const done = await Promise.all(Array.from({ length: 50 }, (_, n) => gate(async () => {
    begun.push(n)
    most = Math.max(most, ++running)
    for (let turns = 0; turns < n % 7; turns++) await new Promise(resolve => setImmediate(resolve))
    running--
    return n
  })))
  expect(most).toBe(4)
  expect(done).toEqual(Array.from({ length: 50 }, (_, n) => n))
  expect(begun).toEqual(done)
})

test('a work that fails leaves its place to the next', async () => {
  const gate = gateFor(1)
  const failed = gate(async () => { throw new Error('no') })
  await expect(failed).rejects.toThrow('no')
  expect(await Promise.all([gate(async () => 1), gate(async () => 2)])).toEqual([1, 2])
})
