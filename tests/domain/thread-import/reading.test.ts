import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { reportForm } from '@/domain/case/form'
import { readPageForm, withoutHandles } from '@/domain/thread-import/page-form'
import { parseThread, type Thread } from '@/domain/thread-import/page/thread'
import { plainWords, readingsOf } from '@/domain/thread-import/reading'
import { scoreOf, type Labelled } from '@/domain/thread-import/score'
import { oldThread } from '../../support/old-thread'

const now = Date.parse('2024-03-01T12:00:00+08:00')
const labelled = (part: string): Labelled[] =>
  readFileSync(`tests/labelled/${part}.ndjson`, 'utf8').trim().split('\n').map(line => JSON.parse(line) as Labelled)

describe('the cases that a page proposes', () => {
  const readings = readingsOf(parseThread(oldThread, { savedOn: '2024-02-10' }), 'certification', now)

  test('are 3 of its 5 items, and each is a case as its form stands', () => {
    const proposed = readings.filter(it => it.found.length > 0)
    expect(proposed.map(it => it.item.place)).toEqual([0, 2, 4])
    for (const { fields } of proposed) expect(reportForm(fields, now)).toMatchObject({ ok: true })
  })

  test('"called within half an hour of paying" is 2 steps, the second 0 to 30 minutes after the first', () => {
    const reported = reportForm(readings[0]!.fields, now)
    expect(reported.ok && reported.case.events.map(({ type, at, since_previous_minutes }) => [type, at, since_previous_minutes])).toEqual([
      ['paid', undefined, undefined], ['called', undefined, [0, 30]], ['name_passed', undefined, undefined],
    ])
  })

  test('leave unknown what was not said, and take the page’s process where the comment names none', () => {
    expect(readings[4]!.fields).toMatchObject({
      process: ['certification'], subject: ['unknown'], program_age: ['unknown'], category: ['unknown'], name_pattern: ['app_like'],
    })
    expect(readings[4]!.inherited).toBe(true)
  })

  test('are called by what they say: 2 copies of a page give the same names, and 2 people who say the same give 2', () => {
    const twice = readingsOf(thread('秒过', '秒过！'), 'certification', now).map(it => it.content)
    expect(twice).toEqual([{ text: '秒过', nth: 1 }, { text: '秒过', nth: 2 }])
    expect(plainWords('没要软著， @〇3 直接过')).toBe(plainWords('没要软著,@〇 直接过 '))
  })

  test('"still waiting" is heard of on the day the comment was written', () => {
    const page = thread('付款后等了20天还没消息')
    page.comments[0]!.posted = [19_696, 19_696]
    const reported = reportForm(readingsOf(page, 'certification', now)[0]!.fields, now)
    expect(reported.ok && reported.case.events.map(it => it.type)).toEqual(['paid', 'still_waiting'])
    expect(reported.ok && reported.case.last_confirmed).toBe((19_696 + 1) * 1440 - 480 - 1)
  })
})

describe('the form of a page', () => {
  const fields = { page: [oldThread], saved_on: ['2024-02-10'], process: ['certification'], because: ['社区里的讨论'] }

  test('is kept without handles and without numbers by which people are found', () => {
    const read = readPageForm({ ...fields, page: [`${oldThread}阿丁\n11-17\n加我微信：abc_12345 电话13812345678\n赞同\n`] })
    expect(read.ok && read.value.page).not.toMatch(/林间小路|王五六|阿丁|abc_12345|13812345678/)
    expect(withoutHandles(fields).page![0]).not.toContain('林间小路')
  })

  test('names everything that is wrong at once: 4 problems', () => {
    const read = readPageForm({ page: ['随便一句'], saved_on: ['昨天'], process: [''], because: [''] })
    expect(!read.ok && read.problems.map(it => it.code).sort())
      .toEqual(['because_needed', 'thread_page_unread', 'thread_process_needed', 'thread_saved_on'])
  })
})

describe('the labelled comments', () => {
  const parts = { development: labelled('development'), 'held-out': labelled('held-out') }

  test('are more than 60, no two alike, and each says its facts once', () => {
    const all = Object.values(parts).flat()
    expect(all.length).toBeGreaterThan(200)
    expect(new Set(all.map(it => it.text)).size).toBe(all.length)
    expect(all.filter(it => new Set(it.facts).size < it.facts.length)).toEqual([])
  })

  // What was measured when the rules were last changed (docs/thread-import.md), less what one comment more or less may move.
  test.each([['development', 0.97, 0.97], ['held-out', 0.78, 0.72]] as const)('%s: precision over %d, recall over %d', (part, precision, recall) => {
    const all = scoreOf(parts[part]).find(it => it.field === 'all')!
    expect(all.precision!.value).toBeGreaterThan(precision)
    expect(all.recall!.value).toBeGreaterThan(recall)
  })

  test('each proposes a case that could be', () => {
    for (const it of Object.values(parts).flat()) {
      for (const reading of readingsOf(thread(it.text), 'certification', now)) {
        if (reading.found.length > 0) expect([it.id, reportForm(reading.fields, now)]).toMatchObject([it.id, { ok: true }])
      }
    }
  })
})

function thread(...texts: string[]): Thread {
  const comment = (text: string, place: number) => ({
    place, kind: 'comment' as const, speaker: place, posted: null as Thread['comments'][number]['posted'], likes: null, text, parent: null, answers: null, line: place, replies: [],
  })
  return { title: null, post: null, comments: texts.map((text, at) => comment(text, at + 1)), unplaced: [], handles: [] }
}
