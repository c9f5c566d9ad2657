import { describe, expect, test } from 'vitest'
import { isAhead, parseRuleLine } from '@/domain/rules/rule-change'

const told = {
  date: '2023-11', precision: 'month', processes: ['renewal'], subject: 'all', statement_zh: '到期须年审', basis: 'hearsay',
  confidence: 'reported',
}
const parse = (more: object) => parseRuleLine(JSON.stringify({ ...told, ...more }))

describe('A line of rule changes', () => {
  test.each([
    ['2023', 'year'], ['2023-11', 'month'], ['2023-11-30', 'day'],
  ])('takes %s as known to the %s', (date, precision) => {
    expect(parse({ date, precision })).toMatchObject({ ok: true, change: { date, precision } })
  })

  test.each([
    ['2023-11', 'day'], ['2023-11-01', 'month'], ['2023-13', 'month'], ['2023-02-29', 'day'], ['23-11', 'month'],
    ['2023-11', 'year'],
  ])('refuses %s as known to the %s', (date, precision) => {
    expect(parse({ date, precision })).toEqual({ ok: false, problems: [{ path: 'date', code: 'not_a_date' }] })
  })

  test('refuses a field it does not know, a process it does not know and what is no JSON', () => {
    expect(parse({ author: 'Lin' })).toMatchObject({ ok: false, problems: [{ path: 'author', code: 'unknown_field' }] })
    expect(parse({ processes: ['passport'] })).toMatchObject(
      { ok: false, problems: [{ path: 'processes.0', code: 'not_in_list' }] })
    expect(parseRuleLine('{')).toEqual({ ok: false, problems: [{ path: '', code: 'not_json' }] })
  })
})

test.each([
  ['2026-11-25', true], ['2026-11-24', false], ['2026-12', true], ['2026-11', false], ['2027', true], ['2026', false],
])('on 24 November 2026 a rule of %s is still to come: %s', (date, ahead) => {
  expect(isAhead({ date }, '2026-11-24')).toBe(ahead)
})
