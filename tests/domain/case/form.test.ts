import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { formFromCase, parseForm, reportForm } from '../../../domain/case/form'
import type { Fields } from '../../../domain/fields'
import {
  intervalOfDay, intervalOfDays, intervalOfMinute, intervalOfMonth, intervalOfPart, intervalOfWeek,
} from '../../../domain/case/interval'
import { spellsOf } from '../../../domain/case/spells'
import { anyCase } from './any-case'
import { noon } from './stories'

const required: Fields = {
  process: ['certification'], subject: ['personal'], program_age: ['new'], kind: ['mini_program'], category: ['tool'],
  name_pattern: ['coined', 'suffix'], proof_demanded: ['none'], key: ['abc'], lang: ['zh'], back: ['/cases/new'],
}
/** Form rows from `field: value` records; the first is row 0. */
const rows = (...events: Record<string, string | string[]>[]): Fields =>
  Object.fromEntries(events.flatMap((event, at) =>
    Object.entries(event).map(([field, value]) => [`events.${at}.${field}`, [value].flat()])))
const timeOf = (row: Record<string, string>) => {
  const { draft, problems } = parseForm({ ...required, ...rows({ type: 'submitted' }, { type: 'paid', ...row }) })
  if (problems.length > 0) return problems.map(({ path, code }) => [path, code])
  const { at, since_previous_minutes } = draft.events[1]!
  return { ...(at && { at }), ...(since_previous_minutes && { wait: since_previous_minutes }) }
}

describe('a time in the form', () => {
  test('is given in 8 ways', () => {
    const at = (interval: unknown) => ({ at: interval })
    expect(timeOf({ when_kind: 'minute', when_date: '2023-11-09', when_time: '14:05' }))
      .toEqual(at(intervalOfMinute('2023-11-09', '14:05')))
    expect(timeOf({ when_kind: 'part', when_date: '2023-11-09', when_part: 'noon' }))
      .toEqual(at(intervalOfPart('2023-11-09', 'noon')))
    expect(timeOf({ when_kind: 'day', when_date: '2023-11-09' })).toEqual(at(intervalOfDay('2023-11-09')))
    expect(timeOf({ when_kind: 'week', when_date: '2023-11-09' })).toEqual(at(intervalOfWeek('2023-11-09')))
    expect(timeOf({ when_kind: 'month', when_date: '2023-11' })).toEqual(at(intervalOfMonth('2023-11')))
    expect(timeOf({ when_kind: 'between', when_date: '2023-11-01', when_until: '2023-11-09' }))
      .toEqual(at(intervalOfDays('2023-11-01', '2023-11-09')))
    expect(timeOf({ when_kind: 'after', wait_least: '2', wait_unit: 'hour' })).toEqual({ wait: [90, 150] })
    expect(timeOf({ when_kind: 'unknown' })).toEqual({})
  })

  test('is a day and a wait at once', () => {
    expect(timeOf({ when_kind: 'day', when_date: '2023-11-09', wait_most: '30', wait_unit: 'minute' }))
      .toEqual({ at: intervalOfDay('2023-11-09'), wait: [0, 30] })
  })

  test('says by itself what kind it is where nobody chose', () => {
    expect(timeOf({ when_kind: '', when_date: '2023-11-09' })).toEqual({ at: intervalOfDay('2023-11-09') })
    expect(timeOf({ when_date: '2023-11-09', when_time: '14:05' }))
      .toEqual({ at: intervalOfMinute('2023-11-09', '14:05') })
    expect(timeOf({ when_date: '2023-11-09T14:05' })).toEqual({ at: intervalOfMinute('2023-11-09', '14:05') })
    expect(timeOf({ when_date: '2023-11' })).toEqual({ at: intervalOfMonth('2023-11') })
    expect(timeOf({ wait_most: '30' })).toEqual({ wait: [0, 30] })
  })

  test('is typed in 5 ways and is one day', () => {
    for (const when_date of ['2023-11-9', '2023/11/09', '2023.11.9', '2023年11月9日', '２０２３－１１－０９']) {
      expect(timeOf({ when_kind: 'day', when_date })).toEqual({ at: intervalOfDay('2023-11-09') })
    }
  })

  test.each([
    [{ when_kind: 'day' }, 'when_date', 'required'],
    [{ when_kind: 'day', when_date: '11-09' }, 'when_date', 'not_a_date'],
    [{ when_kind: 'day', when_date: '2023-02-30' }, 'when_date', 'not_a_date'],
    [{ when_kind: 'minute', when_date: '2023-11-09' }, 'when_time', 'required'],
    [{ when_kind: 'minute', when_date: '2023-11-09', when_time: '25:00' }, 'when_time', 'not_a_time'],
    [{ when_kind: 'part', when_date: '2023-11-09' }, 'when_part', 'required'],
    [{ when_kind: 'month', when_date: '2023-13' }, 'when_date', 'not_a_month'],
    [{ when_kind: 'between', when_date: '2023-11-09' }, 'when_until', 'required'],
    [{ when_kind: 'between', when_date: '2023-11-09', when_until: '2023-11-8' }, 'when_until', 'earliest_after_latest'],
    [{ when_kind: 'after' }, 'wait_least', 'required'],
    [{ when_kind: 'after', wait_least: '一会', wait_unit: 'hour' }, 'wait_least', 'not_a_number'],
    [{ when_kind: 'after', wait_least: '1', wait_unit: 'year' }, 'wait_unit', 'not_in_list'],
    [{ when_kind: 'unknown', when_date: '2023-11-09' }, 'when_kind', 'choose_when_kind'],
    [{ when_kind: 'someday' }, 'when_kind', 'not_in_list'],
  ])('%o is refused beside %s: %s', (row, field, code) => {
    expect(timeOf(row as Record<string, string>)).toEqual([[`events.1.${field}`, code]])
  })
})

describe('a posted form', () => {
  test('with 3 events and 2 waits is a case of 20 + 40 minutes; blank rows and hidden fields are passed over', () => {
    const fields = {
      ...required,
      ...rows(
        { type: 'paid', when_kind: 'minute', when_date: '2023-11-09', when_time: '09:00' },
        { type: '', when_kind: 'unknown', wait_unit: 'minute' },
        { type: 'called', when_kind: 'after', wait_least: '20', wait_most: '20', wait_unit: 'minute' },
        { type: 'approved', when_kind: 'after', wait_least: '40', wait_most: '40', wait_unit: 'minute', note: '顺利' },
      ),
    }
    const reported = reportForm(fields, noon)
    expect(reported.ok && spellsOf(reported.case).map(({ stage, wait }) => [stage, wait?.[1]]))
      .toEqual([['first_call', 20], ['call_decision', 40], ['decision', 60], ['total', 60]])
    expect(parseForm(fields).rows).toEqual([0, 2, 3])
  })

  test('an order problem stands beside the row it was typed in: row 5, though it is event 2', () => {
    const steps = { 'events.3.type': ['called'], 'events.5.type': ['paid'], 'events.5.when_date': ['2023-11-09'] }
    const fields = { ...required, ...steps }
    expect(reportForm(fields, noon))
      .toMatchObject({ problems: [{ path: 'events.5.type', code: 'out_of_order', values: { first_place: 1 } }] })
  })

  test('a date in the future stands beside its date', () => {
    const reported = reportForm({ ...required, ...rows({ type: 'paid', when_date: '2023-12-21' }) }, noon)
    expect(reported).toMatchObject({ problems: [{ path: 'events.0.when_date', code: 'in_future' }] })
  })

  test('everything wrong is told at once, and each field once', () => {
    const { subject: _, ...fields } = required
    const reported = reportForm({
      ...fields, fee_yuan: ['三十'], title: ['短'],
      ...rows({ note: '没有选事件' }, { type: 'paid', when_kind: 'minute', when_date: '2023-11-09' }),
    }, noon)
    expect(reported.ok ? [] : reported.problems.map(({ path, code }) => [path, code])).toEqual([
      ['fee_yuan', 'not_a_number'], ['events.0.type', 'required'], ['events.1.when_time', 'required'],
      ['subject', 'required'],
    ])
  })

  test('reasons ticked on a payment are refused, not dropped', () => {
    const reported = reportForm({ ...required, ...rows({ type: 'paid', reasons: ['other'] }) }, noon)
    expect(reported).toMatchObject({ problems: [{ path: 'events.0.reasons', code: 'detail_not_here' }] })
  })

  test('nobody hands in a machine\'s or a demonstration\'s case by form', () => {
    for (const source of ['machine', 'demonstration', 'thread']) {
      expect(parseForm({ ...required, source: [source] }).problems).toEqual([{ path: 'source', code: 'not_in_list' }])
    }
  })

  test('61 rows are one too many', () => {
    const fields = { ...required, ...rows(...Array(61).fill({ type: 'still_waiting' })) }
    expect(parseForm(fields).problems).toEqual([{ path: 'events', code: 'too_many', values: { most: 60 } }])
  })
})

describe('any case', () => {
  test('edited without a change is the same case, to the minute', () => {
    fc.assert(fc.property(anyCase, it => {
      const reported = reportForm(formFromCase(it), noon + 86_400_000, it)
      expect(reported).toMatchObject({ ok: true, masked: [] })
      expect(reported.ok && reported.case).toEqual(it)
    }), { numRuns: 120 })
  })
})

describe('any form at all', () => {
  test('is read without an accident', () => {
    const name = fc.oneof(
      fc.constantFrom(
        ...Object.keys(required), 'fee_yuan', 'features', 'title', 'words', 'source', '__proto__', 'constructor'),
      fc.tuple(fc.nat(70), fc.constantFrom(
        'type', 'order', 'round', 'when_kind', 'when_date', 'when_time', 'when_part', 'when_until', 'when_until_time',
        'wait_least', 'wait_most', 'wait_unit', 'reasons', 'kinds', 'scopes', 'note',
      )).map(([row, field]) => `events.${row}.${field}`),
    )
    const value = fc.oneof(fc.string(), fc.constantFrom(
      'paid', 'called', 'filed', 'certification', 'unknown', 'after', 'between', 'minute',
      '2023-11-09', '2023-11', '14:05', '30', '2', 'hour', 'coined', '-1'))
    fc.assert(fc.property(fc.dictionary(name, fc.array(value, { maxLength: 3 })), fields => {
      const reported = reportForm({ ...required, ...fields }, noon)
      if (!reported.ok) for (const { code } of reported.problems) expect(code).toMatch(/^[a-z_]+$/)
    }), { numRuns: 500 })
  })
})
