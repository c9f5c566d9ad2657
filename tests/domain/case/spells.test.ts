import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Process } from '../../../domain/codes'
import { outcomeSpell, spellsOf, type Spell } from '../../../domain/case/spells'
import { minute, source } from './stories'

const told = (process: Process, ...steps: string[]) =>
  spellsOf(source(process, ...steps)).map(spell => [spell.stage, spell.round, spell.cause, spell.wait, spell.days])
const only = (stage: string, process: Process, ...steps: string[]): Spell[] =>
  spellsOf(source(process, ...steps)).filter(spell => spell.stage === stage)

describe('certification', () => {
  test('paid 9:00, called 9:20, approved 10:00: 20 + 40 = 60 minutes, the whole too', () => {
    expect(told('certification', 'paid 2023-11-09T09:00', 'called 2023-11-09T09:20', 'approved 2023-11-09T10:00'))
      .toEqual([
      ['first_call', 1, 1, [20, 20], 0],
      ['call_decision', 1, 1, [40, 40], 0],
      ['decision', 1, 1, [60, 60], 0],
      ['total', 1, 1, [60, 60], 0],
    ])
  })

  test('two rounds: sent back on the 3rd after 2 days, fixed in 1, decided in 1, total 4', () => {
    expect(told('certification', 'submitted 2023-11-01', 'paid 2023-11-01', 'called 2023-11-02', 'sent_back 2023-11-03',
      'submitted 2023-11-04', 'called 2023-11-04', 'approved 2023-11-05')
      .map(([stage, round, cause, , days]) => [stage, round, cause, days]))
      .toEqual([
        ['first_call', 1, 1, 1], ['call_decision', 1, 2, 1], ['decision', 1, 2, 2], ['fix', 1, 1, 1],
        ['first_call', 2, 1, 0], ['call_decision', 2, 1, 1], ['decision', 2, 1, 1], ['total', 1, 1, 4],
      ])
  })

  test('the second round counts from submission, and says so', () => {
    const spells = only('decision', 'certification', 'paid', 'sent_back', 'submitted 2023-11-04', 'approved 2023-11-05')
    expect(spells.map(({ flags }) => flags)).toEqual([[], ['from_submitted']])
  })

  test('a decision without a call is cause 2, and flagged unless the round was told step by step', () => {
    const [thin] = only('first_call', 'certification', 'paid 2023-11-01', 'sent_back 2023-11-02')
    const [thick] = only('first_call', 'certification', 'paid 2023-11-01', 'dispatched', 'sent_back 2023-11-02')
    expect([thin!.cause, thin!.flags, thick!.cause, thick!.flags]).toEqual([2, ['call_not_told'], 2, []])
  })

  test('a missing payment removes decision and total and keeps the call, counted from submission', () => {
    expect(told('certification', 'submitted 2023-11-01', 'called 2023-11-02', 'approved 2023-11-03'))
      .toEqual([['first_call', 1, 1, [1, 2879], 1], ['call_decision', 1, 1, [1, 2879], 1]])
  })

  test('a missing call removes 2 of 4 stages: when a call that ended had come is not told', () => {
    expect(told('certification', 'paid 2023-11-01', 'call_ended 2023-11-02', 'approved 2023-11-03')
      .map(([stage]) => stage))
      .toEqual(['decision', 'total'])
  })

  test('a review past its calls with none told does not wait for one', () => {
    expect(only('first_call', 'certification', 'paid 2023-11-01', 'qualification_passed', 'still_waiting 2023-11-03'))
      .toEqual([])
  })

  test('withdrawn is cause 3 in every open stage', () => {
    expect(told('certification', 'paid 2023-11-01', 'withdrawn 2023-11-05')
      .map(([stage, , cause, , days]) => [stage, cause, days]))
      .toEqual([['first_call', 3, 4], ['decision', 3, 4], ['total', 3, 4]])
  })

  test('approved without its name is cause 4, at the later of the two verdicts', () => {
    expect(told('certification', 'paid 2023-11-01', 'called 2023-11-01', 'qualification_passed 2023-11-02',
      'name_refused 2023-11-04')
      .map(([stage, , cause, , days]) => [stage, cause, days]))
      .toEqual([['first_call', 1, 0], ['call_decision', 4, 3], ['decision', 4, 3], ['total', 4, 3]])
  })

  test('a name refused where no qualification passed is a rejection, and does not end the case', () => {
    expect(told('certification', 'paid 2023-11-01', 'name_refused 2023-11-02', 'still_waiting 2023-11-04')
      .map(([stage, , cause, , days]) => [stage, cause, days]))
      .toEqual([['first_call', 2, 1], ['decision', 2, 1], ['total', 0, 3]])
  })

  test('a failed order does not end the total of a case that pays again; the last one does', () => {
    const steps = ['paid 2023-11-01', 'failed 2023-11-02', 'paid 2023-11-03', 'timed_out 2023-11-09']
    expect(told('certification', ...steps).filter(([stage]) => stage === 'decision' || stage === 'total')
      .map(([stage, , cause, , days]) => [stage, cause, days]))
      .toEqual([['decision', 2, 1], ['decision', 2, 6], ['total', 2, 8]])
  })

  test('a send-back left alone until time ran out is a fix of cause 2', () => {
    expect(only('fix', 'certification', 'paid', 'sent_back 2023-11-02', 'timed_out 2023-12-02')[0])
      .toMatchObject({ cause: 2, days: 30 })
  })

  test('a missed call is a call, and flagged', () => {
    expect(only('first_call', 'certification', 'paid 2023-11-01', 'call_missed 2023-11-01', 'called 2023-11-03')[0])
      .toMatchObject({ cause: 1, days: 0, flags: ['call_missed'] })
  })
})

describe('waiting', () => {
  test('is censored where it was last confirmed, 3 days after payment, whatever today is', () => {
    const spells = only('decision', 'certification', 'paid 2023-11-01', 'still_waiting 2023-11-04')
    expect(spells).toMatchObject([{ cause: 0, days: 3, exitLatest: minute('2023-11-04T23:59') }])
  })

  test('today counts until noon, when it was told: 12 hours at most and not 24', () => {
    const [spell] = only('decision', 'certification', 'paid 2023-12-20', 'still_waiting 2023-12-20')
    expect(spell).toMatchObject({ cause: 0, days: 0, wait: [0, 720] })
  })

  test('an undated payment never heard of again is no spell', () => {
    expect(told('certification', 'submitted', 'paid')).toEqual([])
  })

  test('a fragment is no spell: 0 of sent back, name refused, proof asked, renamed', () => {
    for (const type of ['sent_back', 'name_refused', 'proof_requested', 'renamed']) {
      expect(told('certification', `${type} 2023-11-09`)).toEqual([])
      expect(outcomeSpell(source('certification', `${type} 2023-11-09`))).toBeNull()
    }
  })
})

describe('filing', () => {
  test('platform 2 days, SMS 1, bureau 7, total 10', () => {
    expect(told('filing', 'submitted 2023-11-01', 'platform_passed 2023-11-03', 'sms_sent 2023-11-03',
      'sms_done 2023-11-04', 'bureau_received 2023-11-04', 'filed 2023-11-11')
      .map(([stage, , cause, , days]) => [stage, cause, days]))
      .toEqual([['platform', 1, 2], ['sms', 1, 1], ['bureau', 1, 7], ['filing_total', 1, 10]])
  })

  test('refused by the bureau after 5 days, filed 4 after submitting again: the total is 10 and ends once', () => {
    expect(told('filing', 'submitted 2023-11-01', 'bureau_received 2023-11-01', 'bureau_refused 2023-11-06',
      'submitted 2023-11-07', 'platform_passed 2023-11-07', 'bureau_received 2023-11-07', 'filed 2023-11-11')
      .map(([stage, round, cause, , days]) => [stage, round, cause, days]))
      .toEqual([['bureau', 1, 2, 5], ['platform', 2, 1, 0], ['bureau', 2, 1, 4], ['filing_total', 1, 1, 10]])
  })

  test('a filing past the platform, which nobody told, does not wait for it', () => {
    expect(told('filing', 'submitted 2023-11-01', 'bureau_received 2023-11-05', 'still_waiting 2023-11-09')
      .map(([stage]) => stage))
      .toEqual(['bureau', 'filing_total'])
  })

  test('an SMS that ran out after its day is cause 2', () => {
    expect(only('sms', 'filing', 'sms_sent 2023-11-01T10:00', 'sms_expired 2023-11-02T10:00')[0])
      .toMatchObject({ cause: 2, wait: [1440, 1440] })
  })
})

describe('renaming and code review', () => {
  test('have one stage of their own, from submission', () => {
    expect(told('code_review', 'submitted 2023-11-01', 'sent_back 2023-11-02', 'submitted 2023-11-02',
      'approved 2023-11-04'))
      .toMatchObject([['decision', 1, 2, [1, 2879], 1], ['decision', 2, 1, [1441, 4319], 2]])
    expect(spellsOf(source('rename', 'submitted 2023-11-01', 'name_passed 2023-11-02', 'renamed 2023-11-03')))
      .toMatchObject([{ process: 'rename', stage: 'decision', cause: 1, days: 1 }])
  })
})

describe('the whole case', () => {
  test.each<[Process, string, string, number]>([
    ['certification', 'approved', 'approved', 1], ['certification', 'timed_out', 'failed', 2],
    ['certification', 'moved_subject', 'left', 3], ['filing', 'filed', 'filed', 1],
    ['filing', 'failed', 'filing_refused', 2],
    ['filing', 'still_waiting', 'waiting', 0],
  ])('%s %s is drawn as %s, cause %d, after 4 days', (process, last, ending, cause) => {
    const spell = outcomeSpell(source(process, 'submitted 2023-11-01', `${last} 2023-11-05`))
    expect(spell).toMatchObject({ ending, cause, days: 4, startMonth: '2023-11' })
  })

  test('counts from payment, else from submission and else from the start, and says which', () => {
    const flags = (...steps: string[]) => outcomeSpell(source('certification', ...steps))?.flags
    expect(flags('submitted 2023-11-01', 'paid 2023-11-02', 'approved')).toEqual([])
    expect(flags('submitted 2023-11-01', 'approved')).toEqual(['from_submitted'])
    expect(flags('started 2023-11-01', 'approved')).toEqual(['from_started'])
    expect(outcomeSpell(source('certification', 'approved 2023-11-01'))).toBeNull()
  })
})

describe('any passage', () => {
  const day = fc.integer({ min: 1, max: 28 }).map(number => `2023-11-${String(number).padStart(2, '0')}`)
  const ends = fc.constantFrom('approved', 'failed', 'timed_out', 'withdrawn', 'still_waiting', 'sent_back')

  test('paid -> called + called -> decision are paid -> decision in days, with one cause', () => {
    fc.assert(fc.property(fc.tuple(day, day, day), ends, (days, end) => {
      const [paid, called, ended] = days.toSorted()
      const it = source('certification', `paid ${paid}`, `called ${called}`, `${end} ${ended}`)
      const spell = (stage: string) => spellsOf(it).find(other => other.stage === stage)!
      expect(spell('first_call').days! + spell('call_decision').days!).toBe(spell('decision').days)
      expect(spell('call_decision').cause).toBe(spell('decision').cause)
      for (const { wait, days: count, exitLatest, startEarliest } of spellsOf(it)) {
        expect(wait![0]).toBeLessThanOrEqual(wait![1])
        expect(count).toBeGreaterThanOrEqual(0)
        expect(exitLatest).toBeGreaterThanOrEqual(startEarliest!)
      }
    }))
  })

  test('a later confirmation never shortens a wait', () => {
    fc.assert(fc.property(fc.tuple(day, day, day), days => {
      const [paid, sooner, later] = days.toSorted()
      const waited = (until: string) => only('decision', 'certification', `paid ${paid}`, `still_waiting ${until}`)[0]!
      expect(waited(later!).days).toBeGreaterThanOrEqual(waited(sooner!).days!)
      expect(waited(later!).wait![1]).toBeGreaterThanOrEqual(waited(sooner!).wait![1])
    }))
  })
})
