import { describe, expect, test } from 'vitest'

import type { Process } from '../../../domain/codes'
import { currentState, deriveOutcome, lastConfirmed } from '../../../domain/case/outcome'
import { minute, noon, story } from './stories'

const outcome = (process: Process, ...steps: string[]) => deriveOutcome(story(process, ...steps), process)

describe('outcomes', () => {
  test.each<[Process, string, string]>([
    ['certification', 'approved', 'approved'],
    ['certification', 'failed', 'failed'],
    ['certification', 'timed_out', 'timed_out'],
    ['certification', 'withdrawn', 'withdrawn'],
    ['certification', 'moved_subject', 'moved_subject'],
    ['filing', 'filed', 'filed'],
    ['filing', 'failed', 'filing_refused'],
    ['rename', 'renamed', 'approved'],
    ['rename', 'name_passed', 'approved'],
    ['code_review', 'approved', 'approved'],
    ['certification', 'paid', 'waiting'],
    ['certification', 'still_waiting', 'waiting'],
  ])('%s: %s alone is %s', (process, type, expected) => {
    expect(outcome(process, type)).toBe(expected)
  })

  test('4 fragments tell neither an end nor a wait: proof asked, renamed, sent back, name refused', () => {
    for (const type of ['proof_requested', 'renamed', 'sent_back', 'name_refused']) {
      expect(outcome('certification', type)).toBe('unknown')
    }
  })

  test('2 verdicts, the second a no to the name, are approved without it, however the order is closed', () => {
    const verdicts = ['paid', 'qualification_passed', 'name_refused']
    expect(outcome('certification', ...verdicts)).toBe('approved_without_name')
    expect(outcome('certification', ...verdicts, 'failed')).toBe('approved_without_name')
    expect(outcome('certification', ...verdicts, 'approved')).toBe('approved_without_name')
    expect(outcome('certification', ...verdicts, 'restricted')).toBe('approved_without_name')
  })

  test('a name refused is not the end while proofs follow, it is asked again, or somebody still waits', () => {
    const verdicts = ['paid', 'qualification_passed', 'name_refused']
    expect(outcome('certification', ...verdicts, 'proof_submitted')).toBe('waiting')
    expect(outcome('certification', ...verdicts, 'still_waiting')).toBe('waiting')
    expect(outcome('certification', ...verdicts, 'name_passed', 'approved')).toBe('approved')
    expect(outcome('certification', ...verdicts, 'sent_back', 'called', 'approved')).toBe('approved')
    expect(outcome('certification', 'paid', 'name_refused', 'approved')).toBe('approved')
    expect(outcome('certification', ...verdicts, 'timed_out')).toBe('timed_out')
  })

  test('the second order decides: failed, then paid again is waiting, then approved', () => {
    expect(outcome('certification', 'paid', 'failed', 'paid')).toBe('waiting')
    expect(outcome('certification', 'paid', 'failed', 'paid', 'approved')).toBe('approved')
    expect(outcome('certification', 'paid', 'qualification_passed', 'name_refused', 'paid', 'approved'))
      .toBe('approved')
  })

  test('a filing refused by the bureau and not given up is still under way', () => {
    expect(outcome('filing', 'submitted', 'bureau_refused')).toBe('waiting')
  })

  test('the state of an open case is its latest step, not the tap that says it still waits', () => {
    const events = story('certification', 'submitted', 'paid', 'called', 'still_waiting', 'restricted')
    expect(currentState(events, 'certification')).toBe('called')
    expect(currentState(story('certification', 'paid', 'approved', 'renamed'), 'certification')).toBe('approved')
    expect(currentState(story('certification', 'renamed'), 'certification')).toBe('unknown')
  })
})

describe('last confirmed', () => {
  const last = (...steps: string[]) => lastConfirmed(story('certification', ...steps), noon)

  test('on the 9th is until the 9th at 23:59, and never today', () => {
    expect(last('paid 2023-11-09', 'still_waiting 2023-11-09')).toBe(minute('2023-11-09T23:59'))
  })

  test('today is until noon, when it was told, and not until midnight', () => {
    expect(last('paid 2023-12-20')).toBe(minute('2023-12-20T12:00'))
  })

  test('a tap entered three days after the report confirms until that tap', () => {
    const [paid, tap] = story('certification', 'paid 2023-12-20', 'still_waiting 2023-12-23')
    const entered = { ...tap!, entered_at: minute('2023-12-23T08:00') }
    expect(lastConfirmed([paid!, entered], noon)).toBe(minute('2023-12-23T08:00'))
  })

  test('an undated call after a dated payment confirms no more than the payment; no date confirms nothing', () => {
    expect(last('paid 2023-11-09', 'called')).toBe(minute('2023-11-09T23:59'))
    expect(last('paid', 'called')).toBeNull()
  })
})
