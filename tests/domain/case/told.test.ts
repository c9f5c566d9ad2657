import { expect, test } from 'vitest'
import type { Facts } from '@/domain/case/facts'
import { demandedProofs, suppliedProofs, toldOf, type Telling } from '@/domain/case/told'

const case_ = (events: Telling['events'], facts: Partial<Facts> = {}): Telling => ({
  events, facts: {
    process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool', ...facts,
  },
})
const summary = (it: Telling) => {
  const { name, toChange, toProve } = toldOf(it)
  return [name, toChange && 'change', toProve && 'prove'].filter(Boolean).join(' ')
}

test('an event tells as much as a verdict: refused, sent back or failed for the name, 4 of 4 are to change', () => {
  expect(summary(case_([{ type: 'name_refused' }]))).toBe('answered change')
  expect(summary(case_([{ type: 'sent_back', reasons: ['photo_quality', 'name_generic'] }]))).toBe('answered change')
  expect(summary(case_([{ type: 'platform_refused', reasons: ['name_region'] }], { process: 'filing' }))).toBe('answered change')
  expect(summary(case_([], { name_verdict: 'must_change' }))).toBe('answered change')
})

test('sent back for 1 photo says nothing of the name', () => {
  expect(summary(case_([{ type: 'sent_back', reasons: ['photo_quality'] }]))).toBe('unknown')
})

test('1 proof asked for, in an event, a verdict or a fact, is an answer; "none" and "unknown" are 0', () => {
  expect(summary(case_([{ type: 'proof_requested' }]))).toBe('answered prove')
  expect(summary(case_([], { name_verdict: 'proof_asked' }))).toBe('answered prove')
  expect(summary(case_([], { proof_demanded: ['trademark'] }))).toBe('answered prove')
  expect(summary(case_([], { proof_demanded: ['none'] }))).toBe('unknown')
  expect(summary(case_([], { proof_demanded: ['unknown'], name_verdict: 'not_reached' }))).toBe('not_reached')
})

test('told to change and to prove are 2 answers that 1 case may have', () => {
  expect(summary(case_([], { name_verdict: 'must_change', proof_demanded: ['own_name_link'] }))).toBe('answered change prove')
})

test('passed, approved, filed or renamed in a renaming: 4 answers that told nothing', () => {
  expect(summary(case_([{ type: 'name_passed' }]))).toBe('answered')
  expect(summary(case_([{ type: 'approved' }], { name_verdict: 'unknown' }))).toBe('answered')
  expect(summary(case_([{ type: 'filed' }], { process: 'filing' }))).toBe('answered')
  expect(summary(case_([{ type: 'renamed' }], { process: 'rename' }))).toBe('answered')
})

test('refused first and approved after: it was told to change, once', () => {
  expect(summary(case_([{ type: 'name_refused' }, { type: 'renamed' }, { type: 'approved' }], { name_verdict: 'passed' })))
    .toBe('answered change')
})

test('a renamed certification and a case that still waits stay unknown', () => {
  expect(summary(case_([{ type: 'renamed' }]))).toBe('unknown')
  expect(summary(case_([]))).toBe('unknown')
})

test('a software copyright that was requested counts where the fact says none, unknown or nothing', () => {
  const requested: Telling['events'] = [{ type: 'proof_requested', kinds: ['software_copyright'] }]
  for (const proof_demanded of [['none'], ['unknown'], undefined] as const) {
    expect(demandedProofs(case_(requested, { proof_demanded: proof_demanded && [...proof_demanded] }))).toEqual(['software_copyright'])
  }
  expect(demandedProofs(case_(requested, { proof_demanded: ['trademark'] }))).toEqual(['software_copyright', 'trademark'])
})

test('asked for nobody knows what is unknown, not none; nothing said is nothing', () => {
  expect(demandedProofs(case_([{ type: 'proof_requested' }], { proof_demanded: ['none'] }))).toEqual(['unknown'])
  expect(demandedProofs(case_([], { proof_demanded: ['none'] }))).toEqual(['none'])
  expect(demandedProofs(case_([]))).toBe(undefined)
})

test('1 trademark handed in is supplied, and not demanded', () => {
  const it = case_([{ type: 'proof_submitted', kinds: ['trademark'] }])
  expect([suppliedProofs(it), demandedProofs(it)]).toEqual([['trademark'], undefined])
})
