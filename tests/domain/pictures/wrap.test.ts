import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textWidth } from '@/components/charts/text-width'
import { wrap, wrapEvenly, type Line } from '@/components/pictures/wrap'

const textOf = (lines: readonly Line[]) => lines.map(line => line.map(({ text }) => text).join(''))

test('10 Han in letters of 20 need 200 units: one line of 200, two of 199', () => {
  expect(textOf(wrap('付款后接到审核电话了', 20, 200))).toEqual(['付款后接到审核电话了'])
  expect(textOf(wrap('付款后接到审核电话了', 20, 199))).toEqual(['付款后接到审核电话', '了'])
})

test('no comma begins a line, no bracket ends one, and a number keeps what it counts', () => {
  expect(textOf(wrap('付款后，一半', 20, 60))).toEqual(['付款', '后，一', '半'])
  expect(textOf(wrap('一半的（四十）', 20, 80))).toEqual(['一半的', '（四十）'])
  expect(textOf(wrap('来自共 980 例', 20, 110))).toEqual(['来自共', '980 例'])
})

test('English breaks between words', () => {
  expect(textOf(wrap('After paying, half got the call', 15, 110))).toEqual(['After paying,', 'half got the', 'call'])
})

test('a headline breaks after its comma where that takes no more lines', () => {
  expect(textOf(wrapEvenly('付款后，一半的人在 26 分钟内接到电话，十个人里有九个 3 天内。', 20, 400)))
    .toEqual(['付款后，一半的人在 26 分钟内接到电话，', '十个人里有九个 3 天内。'])
})

test('what stands between ** ** is strong, also over a break', () => {
  const lines = wrap('一半的人**一二三四五**内', 20, 120)
  expect(lines.flat().filter(({ strong }) => strong).map(({ text }) => text).join('')).toBe('一二三四五')
  expect(textOf(lines).join('')).toBe('一半的人一二三四五内')
})

test('nothing is lost and no line of Han is too wide, whatever the sentence', () => {
  const sentence = fc.array(fc.constantFrom('付', '款', '，', '26', ' ', '（', '）', '。', 'km', '95%'), { maxLength: 60 }).map(parts => parts.join(''))
  fc.assert(fc.property(sentence, fc.integer({ min: 200, max: 700 }), (text, width) => {
    const bare = (it: string) => it.replace(/\s/g, '')
    for (const lines of [wrap(text, 15, width), wrapEvenly(text, 15, width)]) {
      expect(bare(textOf(lines).join(''))).toBe(bare(text))
      // Only what may not be broken stands over: a run of signs and numbers without a word between.
      const longest = Math.max(0, ...text.split(/(?=[付款])/).map(textWidth))
      for (const line of textOf(lines)) expect(textWidth(line)).toBeLessThanOrEqual(Math.max(width, longest + 15))
    }
  }))
})
