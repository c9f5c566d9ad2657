import { describe, expect, test } from 'vitest'

import type { Process } from '../../../domain/codes'
import { checkOrder } from '../../../domain/case/order'
import type { CaseEvent } from '../../../domain/case/event'
import { minute, noonMinute, step, story } from './stories'

const check = (process: Process, ...steps: string[]) => checkOrder(story(process, ...steps), process, noonMinute)
const codes = (process: Process, ...steps: string[]) => check(process, ...steps).map(({ code }) => code)
const named = (process: Process, ...steps: string[]) =>
  check(process, ...steps).map(({ code, values }) => [code, values?.first, values?.second])
const numbered = (...steps: [string, number, number][]): CaseEvent[] =>
  steps.map(([words, order, round]) => ({ ...step(words), order, round }))

describe('what can happen', () => {
  test('a whole certification in 13 steps and two rounds', () => {
    expect(check('certification', 'registered', 'notified', 'started', 'submitted', 'invoiced', 'paid', 'dispatched',
      'called', 'call_ended', 'sent_back', 'submitted', 'called', 'approved')).toEqual([])
  })

  test('missing middles are fine: 2 of 13 steps', () => {
    expect(check('certification', 'paid', 'approved')).toEqual([])
  })

  test('calls are missed twice and come a third time, proofs go to and fro, a refused name passes', () => {
    expect(check('certification', 'submitted', 'paid', 'call_missed', 'call_missed', 'called', 'proof_requested',
      'proof_submitted', 'proof_requested', 'proof_submitted', 'qualification_passed', 'name_refused',
      'proof_requested', 'proof_submitted', 'called', 'name_passed', 'approved')).toEqual([])
  })

  test('papers are sent back before the fee is paid, in round 1, and paid for in round 2', () => {
    expect(check('certification', 'started', 'submitted', 'sent_back', 'submitted', 'paid', 'called', 'approved'))
      .toEqual([])
  })

  test('a filing refused by the platform and by the bureau is filed in its third round', () => {
    const steps = ['submitted', 'platform_refused', 'submitted', 'platform_passed', 'sms_sent', 'sms_expired',
      'sms_sent', 'sms_done', 'bureau_received', 'bureau_refused', 'submitted', 'platform_passed',
      'bureau_received', 'filed']
    expect(check('filing', ...steps)).toEqual([])
    expect(story('filing', ...steps).at(-1)).toMatchObject({ order: 1, round: 3 })
  })

  test('after a failure a second order is paid and approved', () => {
    const steps = ['submitted', 'paid', 'failed', 'appealed', 'appeal_answered', 'submitted', 'paid', 'approved']
    expect(check('certification', ...steps)).toEqual([])
    expect(story('certification', ...steps).map(({ order }) => order)).toEqual([1, 1, 1, 1, 1, 2, 2, 2])
  })

  test('after approval come a renaming, a restriction, its lifting, the renewal and the expiry', () => {
    expect(check('certification', 'paid', 'approved', 'renamed', 'restricted', 'restored', 'renewal_due', 'expired'))
      .toEqual([])
  })

  test('still waiting is said three times between the steps', () => {
    expect(check('certification', 'submitted', 'still_waiting', 'paid', 'still_waiting', 'called', 'still_waiting'))
      .toEqual([])
  })

  test('a second notice after the start is a reminder', () => {
    expect(check('certification', 'notified', 'started', 'notified', 'submitted')).toEqual([])
  })
})

describe('what cannot', () => {
  test('paying after the call: the call and the payment are named with their places 2 and 3', () => {
    expect(check('certification', 'submitted', 'called', 'paid')).toEqual([{
      path: 'events.2.type', code: 'out_of_order',
      values: { first: 'called', second: 'paid', first_place: 2, second_place: 3, process: 'certification' },
    }])
  })

  test.each([
    ['submitted', 'started'], ['paid', 'invoiced'], ['called', 'dispatched'], ['qualification_passed', 'called'],
    ['name_passed', 'qualification_passed'], ['name_refused', 'submitted'], ['submitted', 'registered'],
    ['started', 'notified'],
  ])('%s before %s', (first, second) => {
    expect(named('certification', first, second)).toEqual([['out_of_order', first, second]])
  })

  test.each([
    ['bureau_received', 'platform_passed'], ['sms_sent', 'platform_passed'], ['bureau_received', 'sms_done'],
    ['platform_passed', 'submitted'],
  ])('in a filing, %s before %s', (first, second) => {
    expect(named('filing', first, second)).toEqual([['out_of_order', first, second]])
  })

  test('a call, a verdict or "still waiting" after the end', () => {
    expect(named('certification', 'paid', 'approved', 'called')).toEqual([['after_end', 'approved', 'called']])
    expect(named('certification', 'paid', 'failed', 'approved')).toEqual([['after_end', 'failed', 'approved']])
    expect(named('filing', 'filed', 'still_waiting')).toEqual([['after_end', 'filed', 'still_waiting']])
    expect(named('certification', 'withdrawn', 'sent_back')).toEqual([['after_end', 'withdrawn', 'sent_back']])
  })

  test('twice in a round, in an order, in a case', () => {
    expect(named('certification', 'submitted', 'submitted')).toEqual([['twice_in_round', 'submitted', 'submitted']])
    expect(named('certification', 'paid', 'paid')).toEqual([['twice_in_order', 'paid', 'paid']])
    expect(named('certification', 'registered', 'submitted', 'sent_back', 'registered'))
      .toEqual([['twice_in_case', 'registered', 'registered']])
  })

  test('round 2 without a send-back, round 3 after round 1, round 1 after round 2', () => {
    const problems = (...steps: [string, number, number][]) =>
      checkOrder(numbered(...steps), 'certification', noonMinute).map(({ code, path }) => [code, path])
    expect(problems(['submitted', 1, 1], ['submitted', 1, 2])).toEqual([['round_without_sent_back', 'events.1.round']])
    expect(problems(['sent_back', 1, 1], ['submitted', 1, 3])).toEqual([['round_without_sent_back', 'events.1.round']])
    expect(problems(['sent_back', 1, 1], ['submitted', 1, 2], ['called', 1, 1]))
      .toEqual([['round_backwards', 'events.2.round']])
    expect(problems(['submitted', 1, 2])).toEqual([['starts_at_one', 'events.0.round']])
    expect(problems(['sent_back', 1, 1], ['called', 1, 1])).toEqual([['after_round', 'events.1.type']])
  })

  test('a platform refusal opens a round in a filing, a name refusal only in a renaming', () => {
    expect(codes('filing', 'submitted', 'platform_refused', 'submitted')).toEqual([])
    expect(codes('rename', 'submitted', 'name_refused', 'submitted', 'name_passed', 'renamed')).toEqual([])
    expect(codes('certification', 'submitted', 'name_refused', 'submitted')).toEqual(['twice_in_round'])
  })

  test('order 2 while order 1 is open', () => {
    const events = numbered(['paid', 1, 1], ['called', 1, 1], ['paid', 2, 1])
    expect(checkOrder(events, 'certification', noonMinute)).toMatchObject([
      { code: 'order_without_end', values: { first: 'called', second: 'paid' } },
    ])
  })

  test('an appeal against nothing', () => {
    expect(named('certification', 'paid', 'appealed')).toEqual([['appeal_without_refusal', 'paid', 'appealed']])
  })

  test('steps of another process: a filing is not paid, a certification not filed, code not called about', () => {
    expect(codes('filing', 'paid')).toEqual(['not_in_process'])
    expect(codes('certification', 'filed')).toEqual(['not_in_process'])
    expect(codes('code_review', 'called')).toEqual(['not_in_process'])
  })

  test('reasons belong to refusals, kinds to proofs, scopes to restrictions', () => {
    const events = story('certification', 'submitted', 'paid')
    events[1] = { ...events[1]!, reasons: ['other'], kinds: ['trademark'], scopes: ['search'] }
    expect(checkOrder(events, 'certification', noonMinute).map(({ path }) => path))
      .toEqual(['events.1.reasons', 'events.1.kinds', 'events.1.scopes'])
  })
})

describe('times', () => {
  test('10 minutes ahead is the reporter\'s clock, 11 minutes ahead is the future', () => {
    expect(codes('certification', 'paid 2023-12-20T12:10')).toEqual([])
    expect(named('certification', 'paid 2023-12-20T12:11')).toEqual([['in_future', 'paid', 'paid']])
  })

  test('today is allowed before it is over, tomorrow is not', () => {
    expect(codes('certification', 'paid 2023-12-20')).toEqual([])
    expect(codes('certification', 'paid 2023-12-21')).toEqual(['in_future'])
  })

  test('paid at 11:30 and called 60 minutes later is 12:30, and now is 12:00', () => {
    expect(named('certification', 'paid 2023-12-20T11:30', 'called +60..90')).toEqual([['in_future', 'paid', 'called']])
    expect(codes('certification', 'paid 2023-12-20T11:30', 'called +30..90')).toEqual([])
  })

  test('called on the 8th and paid on the 9th contradict, two undated steps apart', () => {
    expect(named('certification', 'paid 2023-11-09', 'dispatched', 'called 2023-11-08'))
      .toEqual([['dates_backwards', 'paid', 'called']])
  })

  test('3 days of waits do not fit between the 1st and the 2nd', () => {
    expect(named('certification', 'submitted 2023-11-01', 'paid +1440..1440', 'called 2023-11-02 +2880..2880'))
      .toEqual([['waits_exceed_dates', 'submitted', 'called']])
  })

  test('2 hours of waits do not reach from the 1st to the 3rd', () => {
    expect(named('certification', 'submitted 2023-11-01', 'paid +0..60', 'called 2023-11-03 +0..60'))
      .toEqual([['dates_exceed_waits', 'submitted', 'called']])
  })

  test('2 hours of waits do reach over midnight', () => {
    expect(codes('certification', 'submitted 2023-11-01', 'paid +0..60', 'called 2023-11-02 +0..60')).toEqual([])
  })

  test('reversed bounds, a wait before the first event, the year 1923 and a wait of six years', () => {
    const faults = (...steps: string[]) => codes('certification', ...steps)
    expect(faults('paid 2023-11-09..2023-11-01')).toEqual(['earliest_after_latest'])
    expect(faults('paid +0..30')).toEqual(['wait_without_previous'])
    expect(faults('paid', 'called +30..10')).toEqual(['least_above_most'])
    expect(faults('paid', 'called +-5..10')).toEqual(['wait_negative'])
    expect(faults('paid 1923-11-09')).toEqual(['before_wechat'])
    expect(faults('paid', `called +0..${6 * 366 * 1440}`)).toEqual(['wait_out_of_range'])
  })

  test('an event entered later than now', () => {
    const [event] = story('certification', 'paid')
    const events = [{ ...event!, entered_at: minute('2023-12-21T00:00') }]
    expect(checkOrder(events, 'certification', noonMinute).map(({ code }) => code)).toEqual(['entered_in_future'])
  })
})
