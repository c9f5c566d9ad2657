import { describe, expect, test } from 'vitest'
import { likeness, nearer, waitsIn } from '@/domain/case/likeness'

const day = 24 * 60

describe('Two cases are alike by what both tell', () => {
  test('a shared reason and category: 4 + 2, the weightier first', () => {
    const one = new Set(['subject:personal', 'category:tool', 'reason:name_generic'])
    const other = new Set(['subject:company', 'category:tool', 'reason:name_generic', 'reason:other'])
    expect(likeness(one, other)).toEqual({
      weight: 6, reasons: [{ field: 'reason', codes: ['name_generic'] }, { field: 'category', codes: ['tool'] }],
    })
  })

  test('two shared patterns count twice and are one reason', () => {
    const one = new Set(['name_pattern:generic', 'name_pattern:region', 'category:tool'])
    expect(likeness(one, new Set(['name_pattern:region', 'name_pattern:generic']))).toEqual({
      weight: 6, reasons: [{ field: 'name_pattern', codes: ['generic', 'region'] }],
    })
  })

  test('waiting in the same stage counts, in another one does not', () => {
    const waiting = new Set([waitsIn('first_call')])
    expect(likeness(waiting, new Set([waitsIn('first_call')])).weight).toBe(3)
    expect(likeness(waiting, new Set([waitsIn('decision')])).weight).toBe(0)
  })

  test.each(['subject:personal', 'category:unknown', 'proof_demanded:none', 'reason:none_given', 'reason:other'])('%s alone likens nobody', trait => {
    expect(likeness(new Set([trait]), new Set([trait]))).toEqual({ weight: 0, reasons: [] })
  })
})

describe('A beginning within a month', () => {
  const alike = likeness(new Set(['category:tool', 'subject:personal']), new Set(['category:tool', 'subject:personal']))

  test('weighs one more, and is said before the kind of account', () => {
    const near = nearer(alike, 0, 31 * day)
    expect(near.weight).toBe(alike.weight + 1)
    expect(near.reasons.map(({ field }) => field)).toEqual(['category', 'began', 'subject'])
  })

  test('a day more, or a beginning that nobody told, changes nothing', () => {
    expect(nearer(alike, 0, 31 * day + 1)).toEqual(alike)
    expect(nearer(alike, null, 0)).toEqual(alike)
  })

  test('makes nobody alike who shares nothing else', () => {
    expect(nearer({ weight: 0, reasons: [] }, 0, 0)).toEqual({ weight: 0, reasons: [] })
  })
})
