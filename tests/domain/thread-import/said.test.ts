import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { factsIn } from '@/domain/thread-import/said/facts'
import { readSpokenNumber } from '@/domain/thread-import/said/number'
import { readSpokenWaits } from '@/domain/thread-import/said/wait'

const day = 1440

describe('waits', () => {
  test.each([
    ['半小时内', 0, 30], ['半个小时', 15, 45], ['2个小时', 90, 150], ['两个多小时', 120, 180], ['不到一小时', 0, 60],
    ['20分钟', 15, 25], ['十几分钟', 11, 19], ['二十多分钟', 20, 29], ['几分钟', 2, 9], ['一刻钟', 13, 17],
    ['当天', 0, day - 1], ['第三天', day, 3 * day], ['次日', 0, 2 * day], ['两三天', 2 * day, 3 * day],
    ['3-5天', 3 * day, 5 * day], ['20天', 19.5 * day, 20.5 * day], ['一周多', 7 * day, 14 * day],
    ['一个半小时', 75, 105], ['快一个月', 25 * day, 30 * day], ['半个月', 12 * day, 18 * day],
    ['3个工作日', 3 * day, 5 * day], ['秒过', 0, 60],
  ])('%s is %d to %d minutes', (said, least, most) => {
    expect(readSpokenWaits(said).map(it => it.minutes)).toEqual([[least, most]])
  })

  test('a date, a price, a year and 3 天前 are none', () => {
    for (const said of ['11月9日', '9月', '30元', '2023年', '3天前']) expect([said, readSpokenWaits(said)]).toEqual([said, []])
  })

  test('numbers as Chinese says them: 十二, 二十, 三十五, 两; 一二 is none', () => {
    expect(['十二', '二十', '三十五', '两', '7', '一二', ''].map(readSpokenNumber)).toEqual([12, 20, 35, 2, 7, NaN, NaN])
  })
})

describe('what is no fact', () => {
  test.each([
    ['a question', '个人认证要软著吗？半小时能过吗'], ['hearsay', '听说交了30，半小时就过了'], ['somebody else', '我朋友认证三天才过'],
    ['supposing', '如果被打回，30块就没了'], ['a plan', '打算明天提交认证'], ['a wish', '希望半小时就能过'],
    ['a joke', '审核让我把名字改成无名氏，秒过，哈哈哈'], ['what is to be paid', '认证要交30'], ['nothing', '顶'],
    ['what it is about, alone', '个人主体小程序认证'], ['nothing at all', ''],
  ])('%s', (_, said) => {
    expect(factsIn(said, { posted: '2023-11-09', process: 'certification' })).toEqual([])
  })

  test('hearsay ends where the writer speaks of himself: 1 of 2 waits is his', () => {
    const found = factsIn('别人都是半小时，我等了20天还没消息', { posted: null, process: 'certification' })
    expect(found.filter(it => it.field === 'wait').map(it => it.value)).toEqual([`waiting/${19.5 * day}/${20.5 * day}`])
  })

  test('a proof that was not asked for is none, whichever way it is said', () => {
    for (const said of ['没要软著', '不需要软著', '软著没要', '不用软著', '什么证明都没要', '没人跟我要软著']) {
      expect([said, valuesOf('proof', `${said}，直接过了`)]).toEqual([said, ['none']])
    }
  })
})

test('each fact leads to the words that say it', () => {
  const comment = '个人的。付款后半小时内就来电话了，\n说我名字像APP，要软著。'
  const said = factsIn(comment, { posted: null, process: 'certification' })
    .map(({ field, value, from, to }) => [field, value, comment.slice(from, to)])
  expect(said).toContainEqual(['subject', 'personal', '个人的'])
  expect(said).toContainEqual(['wait', 'called/0/30', '付款后半小时内就来电话了'])
  expect(said).toContainEqual(['proof', 'software_copyright', '要软著'])
  expect(said).toContainEqual(['reason', 'name_app_like', '说我名字像APP'])
})

test('昨天, 周一, 三天前 and 11月1号 are days before the comment, and none where its own day is unknown', () => {
  const dates = (said: string, posted: string | null) =>
    factsIn(said, { posted, process: 'certification' }).filter(it => it.field === 'date').map(it => it.value)
  expect(dates('昨天提交的', '2023-11-09')).toEqual(['submitted/2023-11-08/2023-11-08'])
  expect(dates('周一交的费', '2023-11-09')).toEqual(['paid/2023-11-06/2023-11-06'])
  expect(dates('三天前付的款，还在审核', '2023-11-09')).toEqual(['paid/2023-11-06/2023-11-06'])
  expect(dates('12月30号提交的', '2024-01-02')).toEqual(['submitted/2023-12-30/2023-12-30'])
  expect(dates('昨天提交的，还在审核', null)).toEqual([])
})

test('any text is read without a throw, and offsets stay inside it', () => {
  const parts = ['付款', '后', '半小时内', '就', '过了', '。', '，', '？', '软著', '没要', '30', '听说', '打回', '名字', '11月9日', '第三天', '备案', '\n', '我']
  fc.assert(fc.property(fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary', maxLength: 4 }))), words => {
    const comment = words.join('')
    for (const { from, to } of factsIn(comment, { posted: '2023-11-09', process: 'filing' })) {
      expect(from >= 0 && from < to && to <= comment.length).toBe(true)
    }
  }), { numRuns: 500 })
})

test('a comment of a million signs is read to an end', () => {
  for (const piece of ['半小时', '付款后', '没要软著', '交了', '备案', '11月9日', '，', 'a']) {
    expect(factsIn(piece.repeat(1_000_000 / piece.length), { posted: '2023-11-09', process: null }).length).toBeLessThan(100)
  }
})

function valuesOf(field: string, said: string): string[] {
  return factsIn(said, { posted: null, process: 'certification' }).filter(it => it.field === field).map(it => it.value)
}
