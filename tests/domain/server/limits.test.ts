import { describe, expect, test } from 'vitest'
import { RequestRate } from '@/server/limits/rate'
import { Valve } from '@/server/limits/valve'

describe('One address', () => {
  test('may ask 20 times a second; the 21st waits for the next', () => {
    const rate = new RequestRate()
    const at = 1_800_000_000_000
    expect(Array.from({ length: 21 }, () => rate.count('1.1.1.1', at))).toEqual([...Array(20).fill(0), 1])
    expect(rate.count('2.2.2.2', at)).toBe(0)
    expect(rate.count('1.1.1.1', at + 1_000)).toBe(0)
  })

  test('may ask 240 times a minute; then it waits for the next', () => {
    const rate = new RequestRate()
    const minute = 1_800_000_000_000
    for (let n = 0; n < 240; n++) expect(rate.count('1.1.1.1', minute + n * 100)).toBe(0)
    expect(rate.count('1.1.1.1', minute + 30_000)).toBe(30)
    expect(rate.count('1.1.1.1', minute + 60_000)).toBe(0)
  })

  test('of the new kind counts with its whole network', () => {
    const rate = new RequestRate()
    const waits = Array.from({ length: 21 }, (_, n) => rate.count(`2001:db8:1:2::${n}`, 0))
    expect(waits.at(-1)).toBe(1)
    expect(rate.count('2001:db8:1:3::1', 0)).toBe(0)
    const short = Array.from({ length: 21 }, (_, n) => rate.count(`2001:db8::${n + 5}`, 0))
    expect(short).toEqual([...Array<number>(20).fill(0), 1])
  })
})

describe('The valve', () => {
  test('opens when our threads were late by more than 100 ms in 6 of 10 looks while 9 requests wait', () => {
    let underWay = 9
    const valve = new Valve(() => underWay)
    const look = (...late: number[]) => late.forEach(it => valve.look(it))
    look(...Array(10).fill(0), 900, 800, 700, 600, 500, 100)
    expect(valve.isOverloaded).toBe(false)
    look(101)
    expect(valve.isOverloaded).toBe(true)
    underWay = 8
    expect(valve.isOverloaded).toBe(false)
    underWay = 9
    look(0, 0, 0, 0, 0)
    expect(valve.isOverloaded).toBe(false)
  })

  test('opens when more waits than is ever finished in time', () => {
    let underWay = 250
    const valve = new Valve(() => underWay)
    expect(valve.isOverloaded).toBe(false)
    underWay++
    expect(valve.isOverloaded).toBe(true)
  })
})
