import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { avatarColours, colourOf, initialOf } from '@/domain/people/initial'

const css = readFileSync('app/avatar.css', 'utf8')
const [light = '', dark = ''] = css.split('@media')
const pairsIn = (part: string) => [...part.matchAll(/\.avatar-(\d) \{ --ground: (#\w{6}); --sign: (#\w{6}) \}/g)].map(([, nth, ground, sign]) => ({ nth: Number(nth), ground: ground!, sign: sign! }))

describe('The circle beside a name', () => {
  test.each([['light', light], ['dark', dark]] as const)('has 8 colours where it is %s, each sign 4.5 to 1 from its ground or more', (_, part) => {
    const pairs = pairsIn(part)
    expect(pairs.map(it => it.nth)).toEqual(Array.from({ length: avatarColours }, (_, n) => n))
    for (const { nth, ground, sign } of pairs) expect([nth, contrast(ground, sign) >= 4.5]).toEqual([nth, true])
  })

  test('white on black is 21 to 1, and #767676 on white 4.54', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })

  test('shows the first sign as people see it', () => {
    expect(['林有容', 'lin', 'ßeta', '한글', 'Ё', '2号'].map(initialOf)).toEqual(['林', 'L', 'SS', '한', 'Ё', '2'])
  })

  test('keeps its colour with the account, whatever its number', () => {
    expect([1, 8, 9, 1_000_003].map(colourOf)).toEqual([1, 0, 1, 3])
  })
})

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}
