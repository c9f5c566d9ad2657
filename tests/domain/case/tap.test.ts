import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { Case } from '../../../domain/case/case'
import { reportCase } from '../../../domain/case/report'
import { spellsOf } from '../../../domain/case/spells'
import { addStep, answersOf, draftOf } from '../../../domain/case/tap'
import { belongs } from '../../../domain/case/steps'
import { processes } from '../../../domain/codes'
import { anyCase } from './any-case'
import { factsOf, noon, step } from './stories'

const day = 86_400_000

function caseOf(draft: unknown, now: number, former?: Case): Case {
  const reported = reportCase(draft, now, former)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return reported.case
}

test('90 daily taps are 1 event and a wait of 90 days', () => {
  let it = caseOf({ facts: factsOf('certification'), events: [step('paid 2023-12-20')] }, noon)
  for (let tap = 1; tap <= 90; tap++) {
    const reported = addStep(it, 'still_waiting', 'now', noon + tap * day)
    if (reported.ok) it = reported.case
  }
  expect(it.events.length).toBe(2)
  expect(it.last_confirmed).toBe((noon + 90 * day) / 60_000)
  expect(spellsOf(it).find(({ stage }) => stage === 'decision')).toMatchObject({ cause: 0, days: 90 })
})

test('a case that is over cannot wait', () => {
  const it = caseOf({ facts: factsOf('filing'), events: [step('filed')] }, noon)
  expect(addStep(it, 'still_waiting', 'now', noon + day))
    .toMatchObject({ ok: false, problems: [{ code: 'after_end' }] })
})

test('a case handed in again as its own draft is the same case', () => {
  fc.assert(fc.property(anyCase, it => {
    expect(caseOf(draftOf(it), noon + day, it)).toEqual(it)
  }), { numRuns: 50 })
})

test('paid on the 18th and answered today, the 20th, is 2 days, yesterday 1', () => {
  const it = caseOf({ facts: factsOf('certification'), events: [step('paid 2023-12-18')] }, noon)
  const days = (['today', 'yesterday'] as const).map(when => {
    const reported = addStep(it, 'approved', when, noon)
    return reported.ok && spellsOf(reported.case).find(({ stage }) => stage === 'decision')!.days
  })
  expect(days).toEqual([2, 1])
})

test('every answer of all 5 processes is a step of its process', () => {
  for (const process of processes) for (const type of answersOf(process)) expect(belongs(type, process)).toBe(true)
})
