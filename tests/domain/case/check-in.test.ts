import { describe, expect, test } from 'vitest'
import { askAt, mostAsked, type OpenCase } from '@/domain/case/check-in'

const day = 86_400_000
const open: OpenCase = { process: 'certification', p90: 3 * day, waited: 0, heardAt: 100 * day, asked: 0, askedAt: null }
const inDays = (it: Partial<OpenCase>) => { const at = askAt({ ...open, ...it }); return at === null ? null : at / day }

describe('Whether it still waits', () => {
  test('is asked first after what nine in ten wait: 3 days after he spoke', () => {
    expect(inDays({})).toBe(103)
  })

  test('then after 6, 12 and 24 days more, and then no more', () => {
    const asked: number[] = []
    for (let it: Partial<OpenCase> = {}; ;) {
      const at = inDays(it)
      if (at === null) break
      asked.push(at)
      it = { asked: asked.length, askedAt: at * day }
    }
    expect(asked).toEqual([103, 109, 121, 145])
    expect(asked).toHaveLength(mostAsked)
  })

  test('begins anew when he has answered', () => {
    expect(inDays({ asked: 4, askedAt: 145 * day, heardAt: 146 * day })).toBe(149)
  })

  test('keeps a day’s distance where everything takes minutes, and 45 days where it takes a year', () => {
    expect(inDays({ p90: 40 * 60_000 })).toBe(101)
    expect(inDays({ p90: 300 * day })).toBe(145)
  })

  test('goes by the process where too few told: a filing is asked after two weeks', () => {
    expect(inDays({ p90: null })).toBe(101)
    expect(inDays({ p90: null, process: 'filing' })).toBe(114)
  })

  test('grows with what he waits already: after 20 days, every 10 days however quick others were', () => {
    expect(inDays({ p90: day, waited: 20 * day })).toBe(110)
  })
})
