import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, dayStart } from '@/domain/case/interval'
import { maskHandles } from '@/domain/thread-import/page/handles'
import { parseThread, type Item, type Thread } from '@/domain/thread-import/page/thread'
import { itemsOf } from '@/domain/thread-import/reading'
import { oldThread } from '../../support/old-thread'

const savedOn = '2024-02-10'

describe('a page copied from a phone', () => {
  const thread = parseThread(oldThread, { savedOn })

  test('is 1 post and 2 comments, the first with 2 replies', () => {
    expect(thread.title).toBe('个人小程序可以认证了，半小时过')
    expect(thread.post).toMatchObject({ likes: 12, speaker: 1, text: '没有收到通知，自己在后台点的。\n付款后半小时内来电话，名字没问题，没要软著。' })
    expect(thread.comments.map(it => [it.text, it.likes, it.replies.map(({ text }) => text)])).toEqual([
      ['要软著吗？', 5, ['没要软著，一个电话就过了', '那就好，@〇 你看']],
      ['说我名字像APP，要软著，我一个小程序哪来的软著', 2, []],
    ])
    expect(thread.unplaced).toEqual([])
  })

  test('knows by numbers that 1 person wrote 2 things and whom each reply answers, and keeps no handle', () => {
    expect(itemsOf(thread).map(({ place, speaker, answers }) => [place, speaker, answers])).toEqual([
      [0, 1, null], [1, 2, null], [2, 1, 1], [3, 2, 2], [4, 3, null],
    ])
    const { handles: _, ...kept } = thread
    expect(JSON.stringify(kept)).not.toMatch(/林间小路|不加班的猫|王五六/)
  })

  test('masked is the same thread, and masked again the same text', () => {
    const masked = maskHandles(oldThread)
    expect(masked).not.toMatch(/林间小路|不加班的猫|王五六/)
    expect(maskHandles(masked)).toBe(masked)
    expect(toldIn(parseThread(masked, { savedOn }))).toEqual(toldIn(thread))
  })
})

describe('layouts', () => {
  const told = toldIn(parseThread(oldThread, { savedOn }))

  test('without empty lines, with empty lines everywhere, with Windows line ends: the same 5 things', () => {
    for (const layout of [oldThread.replace(/\n+/g, '\n'), oldThread.replaceAll('\n', '\n\n'), oldThread.replaceAll('\n', '\r\n')]) {
      expect(toldIn(parseThread(layout, { savedOn })).map(({ text }) => text)).toEqual(told.map(({ text }) => text))
    }
  })

  test('a desk’s list: bullets, each name twice, the date above and below, a post without a name', () => {
    const page = `收藏\n回答\n\n关于名称审核\n\n你好，名称被打回两次。\n\n最后一次编辑于  2019-07-30\n回答关注问题邀请回答\n收藏\n\n2 个回答\n
  • 阿甲\n    阿甲\n    2019-07-30\n\n    我也是\n\n    2019-07-30\n    有用\n    回复
  • 阿乙\n    阿乙\n    2019-07-31\n    换个名字就过了\n    2019-07-31\n    有用 3\n    回复 1
       • 阿甲\n         回复阿乙：好的\n         2019-08-01\n         有用\n         回复\n`
    const thread = parseThread(page, { savedOn })
    expect(thread.title).toBe('关于名称审核')
    expect(thread.post).toMatchObject({ text: '你好，名称被打回两次。', speaker: 0, posted: null })
    expect(itemsOf(thread).slice(1).map(it => [it.kind, it.text, it.speaker, it.likes, days(it)])).toEqual([
      ['comment', '我也是', 1, null, '2019-07-30/2019-07-30'], ['comment', '换个名字就过了', 2, 3, '2019-07-31/2019-07-31'],
      ['reply', '好的', 1, null, '2019-08-01/2019-08-01'],
    ])
  })

  test('name and date in one line, and the date at the foot', () => {
    const page = '3 条评论\n阿甲 · 2023-11-12 · 发表于移动端\n说我名字像APP\n赞同 1  回复\n阿乙\n还在等电话\n2023-11-13\n赞同 2 回复\n'
    expect(parseThread(page, { savedOn }).comments.map(it => [it.text, it.likes, days(it)])).toEqual([
      ['说我名字像APP', 1, '2023-11-12/2023-11-12'], ['还在等电话', 2, '2023-11-13/2023-11-13'],
    ])
  })

  test('copied without its buttons, an empty line parts 2 comments', () => {
    const page = '2 条评论\n\n阿甲\n2023-11-12\n要软著吗\n\n阿乙\n2023-11-13\n没要\n'
    expect(parseThread(page, { savedOn }).comments.map(it => it.text)).toEqual(['要软著吗', '没要'])
  })

  test('a date that is told in a comment begins no other', () => {
    const page = '1 条评论\n阿甲\n2023-11-12\n提交时间\n2023-11-01\n到现在没消息\n赞同 1\n回复\n'
    expect(parseThread(page, { savedOn }).comments.map(it => it.text)).toEqual(['提交时间\n2023-11-01\n到现在没消息'])
  })

  test('lines that belong to nobody are named: 2 of them', () => {
    const page = '1 条评论\n这一行不知道是谁的\n还有一行。\n赞同 1\n阿甲\n2023-11-12\n没要软著\n赞同\n'
    expect(parseThread(page, { savedOn }).unplaced.map(({ line }) => line)).toEqual([2, 3])
  })
})

describe('a date without its year', () => {
  const page = (posted: string, told: string) => `题目\n阿甲\n${posted}\n正文\n赞 1\n1 条评论\n阿乙\n${told}\n收到了\n赞同\n`
  const on = (posted: string, told: string, saved: string | null) => days(parseThread(page(posted, told), { savedOn: saved }).comments[0]!)

  test('is a day where post and saving leave 1 year, and all of 3 years where they leave 3', () => {
    expect(on('2023-11-09', '11-13', '2024-02-10')).toBe('2023-11-13/2023-11-13')
    expect(on('2023-11-09', '01-31', '2026-02-10')).toBe('2024-01-31/2026-01-31')
    expect(on('2023-11-09', '11-01', '2024-02-10')).toBe(null)
  })

  test('is unknown where the page does not bound it', () => {
    expect(on('2023-11-09', '11-13', null)).toBe(null)
    expect(on('11-09', '11-13', '2024-02-10')).toBe(null)
  })

  test('told as a distance counts back from the saving: yesterday 1 day, 3 天前 3 to 4, 2 个月前 56 to 93 but not before the post', () => {
    expect(on('2023-11-09', '昨天 14:05', '2024-02-10')).toBe('2024-02-09/2024-02-09')
    expect(on('2023-11-09', '3天前', '2024-02-10')).toBe('2024-02-06/2024-02-07')
    expect(on('2023-11-09', '2个月前', '2024-02-10')).toBe('2023-11-09/2023-12-16')
    expect(on('2023-11-09', '3小时前', null)).toBe(null)
  })
})

describe('any text', () => {
  const parts = oldThread.split('\n').concat('回复', '回复@', '@', '•', '〇1', '11-31', '2023-02-30', '99年前', '\t', '赞同 9999999999万', ' · ')
  const pages = fc.oneof(
    fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map(lines => lines.join('\n')),
    fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary' }))).map(lines => lines.join('\n')),
  )

  test('is read without a throw, and masked again stays what it was', () => {
    fc.assert(fc.property(pages, page => {
      parseThread(page, { savedOn })
      const masked = maskHandles(page)
      expect(maskHandles(masked)).toBe(masked)
    }), { numRuns: 300 })
  })

  test('of a million signs is read to its end: 10,000 comments, and what was made to keep a pattern busy', () => {
    const comment = (n: number) => `某人${n}\n发表于移动端\n2023-11-12\n付款后半小时内来电话，等了20天还没消息，说我名字像APP\n赞同 ${n}\n回复\n`
    const page = `10000 条评论\n${Array.from({ length: 10_000 }, (_, n) => comment(n)).join('')}`
    expect(parseThread(page, { savedOn }).comments).toHaveLength(10_000)
    for (const piece of ['a', '回复', '@', '·', '1', '赞', '\n', ' ', '11-09 ', '• ', '回复甲：', '〇1\n11-09\n'.padEnd(40, '一')]) {
      const text = piece.repeat(1_000_000 / piece.length)
      expect(maskHandles(text).length).toBeGreaterThan(0)
    }
  })
})

function toldIn(thread: Thread) {
  return itemsOf(thread).map(({ line: _, ...item }) => item)
}

function days({ posted }: Item): string | null {
  return posted && posted.map(day => dayOf(dayStart(day))).join('/')
}
