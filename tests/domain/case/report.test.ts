import { describe, expect, test } from 'vitest'

import type { Case, CaseDraft } from '../../../domain/case/case'
import { reportCase, type Reported } from '../../../domain/case/report'
import { factsOf, minute, noon, step } from './stories'

const draft = (more: Partial<CaseDraft> = {}): CaseDraft => ({
  facts: factsOf('certification'), events: ['submitted', 'paid 2023-11-09', 'approved 2023-11-10'].map(step), ...more,
})
const caseOf = (reported: Reported): Case => {
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return reported.case
}
const problems = (told: unknown) => {
  const reported = reportCase(told, noon)
  return reported.ok ? [] : reported.problems.map(({ path, code }) => [path, code])
}

describe('a report', () => {
  test('3 events, over when told: a retrospective case of the first tier, heard of last on 10 November', () => {
    const it = caseOf(reportCase(draft(), noon))
    expect(it).toMatchObject({
      ref: null, source: 'own', retrospective: true, evidence_tier: 1, created_at: noon,
      last_confirmed: minute('2023-11-10T23:59'),
    })
    expect(it.events.map(({ order, round, source, entered_at }) => [order, round, source, entered_at]))
      .toEqual(Array(3).fill([1, 1, 'own', noon / 60_000]))
  })

  test('an outcome alone, without any date, is a case of tier 0', () => {
    const it = caseOf(reportCase(draft({ events: [step('approved')] }), noon))
    expect(it).toMatchObject({ retrospective: true, evidence_tier: 0, last_confirmed: null })
  })

  test('an open case is prospective', () => {
    expect(caseOf(reportCase(draft({ events: [step('paid 2023-12-20')] }), noon)).retrospective).toBe(false)
  })

  test('texts are cleaned, masked, and what was masked is told by field', () => {
    const events = [{ ...step('approved'), note: ' 电话\u0000 13812345678 打来 ' }]
    const reported = reportCase(draft({ title: '  工具类　一次过审 ', words: '加我微信：abcdef1 一起聊过审', events }), noon)
    expect(caseOf(reported)).toMatchObject({ title: '工具类 一次过审', words: '加我微信：███ 一起聊过审' })
    expect(caseOf(reported).events[0]!.note).toBe('电话 ███ 打来')
    expect(reported.ok && reported.masked).toEqual([
      { path: 'words', kinds: ['wechat_id'] }, { path: 'events.0.note', kinds: ['phone'] },
    ])
  })

  test('an empty title is no title', () => {
    expect(caseOf(reportCase(draft({ title: ' ', words: '\u0000' }), noon))).not.toHaveProperty('title')
  })
})

describe('refused', () => {
  test('all at once: 5 missing facts, and the order of the events', () => {
    const events = ['called', 'paid'].map(step)
    expect(problems({ facts: { process: 'certification' }, events })).toEqual([
      ['subject', 'required'], ['program_age', 'required'], ['kind', 'required'], ['category', 'required'],
      ['name_pattern', 'required'], ['proof_demanded', 'required'], ['events.1.type', 'out_of_order'],
    ])
  })

  test('a filing needs a province, and no other process takes one', () => {
    const { province: _, ...facts } = factsOf('filing')
    expect(problems({ facts, events: [step('filed')] })).toEqual([['province', 'required']])
    expect(problems(draft({ facts: factsOf('rename', { province: 'hunan' }), events: [step('renamed')] })))
      .toEqual([['province', 'filing_only']])
  })

  test('an unknown beside an answer, a proof beside none, an answer twice', () => {
    const facts = factsOf('certification', {
      name_pattern: ['coined', 'unknown'], proof_demanded: ['none', 'trademark'], features: ['ai', 'ai'],
    })
    expect(problems(draft({ facts })))
      .toEqual([['features', 'twice'], ['name_pattern', 'stands_alone'], ['proof_demanded', 'stands_alone']])
  })

  test('an audit firm for a person, days to a paper nobody applied for, a fee of 1001 yuan, an unknown field', () => {
    const more = { audit_firm: '某某事务所', software_copyright_days: 30, fee_yuan: 1001, role: 'admin' }
    const facts = { ...factsOf('certification'), ...more }
    expect(problems({ ...draft(), facts }))
      .toEqual(expect.arrayContaining([['fee_yuan', 'too_big'], ['role', 'unknown_field']]))
    const { role: _, fee_yuan: __, ...possible } = facts
    expect(problems({ ...draft(), facts: possible })).toEqual([
      ['audit_firm', 'companies_only'], ['software_copyright_days', 'days_without_application'],
    ])
  })

  test('2 payments where 1 is claimed', () => {
    const events = ['paid', 'failed', 'paid', 'approved'].map(step)
    expect(problems(draft({ facts: factsOf('certification', { orders_paid: 1 }), events })))
      .toEqual([['orders_paid', 'fewer_than_paid']])
  })

  test('texts of 5 and 61 characters, a note of 141, words of 65,537 bytes, a name unveiled', () => {
    const long = draft({
      title: '审'.repeat(61), words: `${'👨‍👩‍👧‍👦'.repeat(2700)}审`,
      facts: factsOf('certification', { name_shape: '小明记账' }),
      events: [{ ...step('approved'), note: '审'.repeat(141) }],
    })
    expect(problems(long)).toEqual([
      ['title', 'too_long'], ['words', 'too_many_bytes'], ['name_shape', 'name_shape_unveiled'],
      ['events.0.note', 'too_long'],
    ])
    expect(problems(draft({ title: '审'.repeat(5), words: '审'.repeat(7) })))
      .toEqual([['title', 'too_short'], ['words', 'too_short']])
  })

  test('no events, 61 events, and things that are no draft at all', () => {
    expect(problems(draft({ events: [] }))).toEqual([['events', 'choose_one']])
    expect(problems(draft({ events: Array(61).fill(step('still_waiting')) }))).toEqual([['events', 'too_many']])
    for (const nothing of [null, 1, 'x', [], {}, { facts: null }]) expect(problems(nothing).length).toBeGreaterThan(0)
  })
})

describe('an edit', () => {
  const first = caseOf(reportCase({ ...draft({ events: [step('paid 2023-11-09')] }), ref: 'lin-1' }, noon))
  const later = noon + 5 * 86_400_000

  test('5 days later keeps its name, its first telling, and when the untouched payment was entered', () => {
    const events = [step('paid 2023-11-09'), step('approved 2023-12-24')]
    const it = caseOf(reportCase(draft({ events }), later, first))
    expect(it)
      .toMatchObject({ ref: 'lin-1', created_at: noon, retrospective: false })
    expect(it.last_confirmed).toBe(minute('2023-12-24T23:59'))
    expect(it.events.map(({ entered_at }) => entered_at)).toEqual([noon / 60_000, later / 60_000])
  })

  test('a tier given by a moderator lasts until the story changes', () => {
    const seen: Case = { ...first, evidence_tier: 2 }
    expect(caseOf(reportCase(draft({ events: [step('paid 2023-11-09')] }), later, seen)).evidence_tier).toBe(2)
    expect(caseOf(reportCase(draft({ events: [step('paid 2023-11-08')] }), later, seen)).evidence_tier).toBe(0)
  })
})
