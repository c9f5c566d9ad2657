import { describe, expect, test } from 'vitest'
import type { Case } from '@/domain/case/case'
import { alikeness, likenessOfWords } from '@/domain/moderation/alike'
import { leastRuns, likenessOf, printsOf, runsOf } from '@/domain/text/prints'

const story = '第一次没过，按要求改了以后通过。审核电话是工作时间打来的，核对了一下主体和名称，第二天下午就显示通过了。'
const day = 1440
const at = (on: number, days = 1) => ({ at: [on * day, (on + days) * day - 1] as const })

function told({ words, facts = {}, events = [] }: { words?: string; facts?: object; events?: object[] }, account = 'a') {
  const it = { facts: { process: 'certification', subject: 'personal', ...facts }, events, ...(words && { words }) }
  return { case: it as unknown as Case, account }
}

describe('Prints', () => {
  test('of a text are 8 whole numbers that both engines keep; the same for the same words, whatever their signs and case', () => {
    const prints = printsOf(story)
    expect(prints).toHaveLength(8)
    expect(prints.every(print => Number.isSafeInteger(print) && print >= 0)).toBe(true)
    expect(printsOf(story.replaceAll('，', ' , ').replaceAll('。', '!\n'))).toEqual(prints)
    expect(printsOf(`> 引用别人说的话\n${story}`)).toEqual(prints)
  })

  test('are shared by a copy with a sentence more, and by none of 200 other texts', () => {
    const prints = new Set(printsOf(story))
    const shares = (text: string) => printsOf(text).some(print => prints.has(print))
    expect(shares(`${story}谢谢大家。`)).toBe(true)
    const others = Array.from({ length: 200 }, (_, n) => Array.from({ length: 60 }, (_, k) => String.fromCodePoint(0x4e00 + (n * 7919 + k * 104_729) % 20_000)).join(''))
    expect(others.filter(shares)).toEqual([])
  })

  test(`are none of a text with fewer than ${leastRuns} runs`, () => {
    expect(printsOf('我也在等，三天了还没有消息。')).toEqual([])
    expect(likenessOfWords('我也在等，三天了。', '我也在等，三天了。')).toBe(0)
  })

  test('likeness is what two share of what both have: “ABCDE” and “BCDEF” 2 of 4 runs', () => {
    expect(likenessOf(runsOf('abcde'), runsOf('bcdef'))).toBe(2 / 4)
    expect(likenessOf(runsOf(''), runsOf(''))).toBe(0)
  })
})

describe('Two cases', () => {
  const events = [{ type: 'paid', ...at(100) }, { type: 'called', ...at(101) }, { type: 'approved', ...at(103) }]

  test('of one account with the same steps on the same days are one; of another account, or a day later, they are not', () => {
    expect(alikeness(told({ events }), told({ events }))).toMatchObject({ by: 'steps', sameAccount: true, steps: ['paid', 'called', 'approved'] })
    expect(alikeness(told({ events }), told({ events }, 'b')).by).toBeNull()
    expect(alikeness(told({ events }), told({ events: [events[0]!, { type: 'called', ...at(102) }] })).by).toBeNull()
    expect(alikeness(told({ events }), told({ events, facts: { subject: 'company' } })).by).toBeNull()
  })

  test('agree within their intervals, where both know a step within three days', () => {
    const loose = [{ type: 'paid', ...at(99, 3) }, { type: 'called', ...at(100, 3) }]
    expect(alikeness(told({ events }), told({ events: loose })).by).toBe('steps')
    const month = [{ type: 'paid', ...at(90, 30) }, { type: 'called', ...at(90, 30) }]
    expect(alikeness(told({ events }), told({ events: month }))).toMatchObject({ by: null, steps: [] })
  })

  test('with one shared step are one only where one of them has no other', () => {
    const [paid] = events
    expect(alikeness(told({ events: [paid!] }), told({ events: [paid!] })).by).toBe('steps')
    expect(alikeness(told({ events: [paid!, { type: 'approved', ...at(110) }] }), told({ events: [paid!, { type: 'called', ...at(101) }] })).by).toBeNull()
    expect(alikeness(told({}), told({})).by).toBeNull()
  })

  test('of different people with the same words are one, unless a date speaks against it', () => {
    const [one, other] = [told({ words: story, events }), told({ words: `${story}谢谢。`, events }, 'b')]
    expect(alikeness(one, other)).toMatchObject({ by: 'words', sameAccount: false })
    const later = events.map(event => ({ ...event, at: event.at.map(minute => minute + 30 * day) }))
    expect(alikeness(one, told({ words: story, events: later }, 'b')).by).toBeNull()
    expect(alikeness(one, told({ words: story, events, facts: { process: 'filing' } }, 'b')).by).toBeNull()
  })

  test('with the same long text are one whatever the dates', () => {
    const long = `${story}${'后来我又问了客服，说是名称里有通用词，要换一个更有辨识度的，我就换成了自己起的名字，再交一次就过了。'}`
    expect(runsOf(long).size).toBeGreaterThan(60)
    const later = events.map(event => ({ ...event, at: event.at.map(minute => minute + 30 * day) }))
    expect(alikeness(told({ words: long, events }), told({ words: long, events: later, facts: { process: 'filing' } }, 'b')).by).toBe('words')
  })
})
