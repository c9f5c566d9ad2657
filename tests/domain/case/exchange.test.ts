import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Case } from '../../../domain/case/case'
import { formatLine, parseLine } from '../../../domain/case/exchange'
import { formFromCase, reportForm } from '../../../domain/case/form'
import { deriveOutcome } from '../../../domain/case/outcome'
import { reportCase } from '../../../domain/case/report'
import { outcomeSpell, spellsOf } from '../../../domain/case/spells'
import { anyCase } from './any-case'
import { factsOf, noon } from './stories'

const fixture = new URL('../../../db/starting/cases.ndjson', import.meta.url)
const lines = readFileSync(fixture, 'utf8').split('\n').filter(line => line !== '')

function land(line: string, now = Date.UTC(2026, 6, 1)): Case {
  const read = parseLine(line)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const reported = reportCase(read.draft, now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return reported.case
}
const refused = (record: object | string) => {
  const read = parseLine(typeof record === 'string' ? record : JSON.stringify(record))
  return read.ok ? [] : read.problems.map(({ path, code }) => [path, code])
}

describe('the nine cases of the thread', () => {
  const cases = lines.map(line => land(line))
  const spells = (number: number) => spellsOf(cases[number - 1]!)

  test('9 of 9 land: 1 approved, 1 waiting, 1 filed and 6 whose end nobody told', () => {
    expect(cases.map(it => deriveOutcome(it.events, it.facts.process))).toEqual([
      'approved', 'waiting', 'filed', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'unknown',
    ])
    expect(cases.map(it => it.evidence_tier)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0])
  })

  test('of 9 only the first two hold durations, 4 and 3 spells', () => {
    expect(cases.map(it => spellsOf(it).length)).toEqual([4, 3, 0, 0, 0, 0, 0, 0, 0])
    expect(cases.map(it => outcomeSpell(it)?.ending ?? null)).toEqual(['approved', 'waiting', ...Array(7).fill(null)])
  })

  test('thread-1: call to answer is [0 + 15, 15 + 45] = 15 to 60 minutes', () => {
    expect(spells(1).find(({ stage }) => stage === 'call_decision')).toMatchObject({ cause: 1, wait: [15, 60] })
  })

  // The half hour was remembered from the dispatch, and nobody told how long the dispatch took.
  test('thread-1: payment to call is anything up to 9 days and 29 minutes, and no day count is known', () => {
    expect(spells(1).find(({ stage }) => stage === 'first_call'))
      .toMatchObject({ cause: 1, wait: [0, 9 * 1440 + 29], days: null, startMonth: '2023-11' })
  })

  test('thread-2: paid and still waiting on one day is censored after 0 days, not after two years', () => {
    expect(spells(2).map(({ stage, cause, days, wait }) => [stage, cause, days, wait])).toEqual([
      ['first_call', 0, 0, [0, 1439]], ['decision', 0, 0, [0, 1439]], ['total', 0, 0, [0, 1439]],
    ])
  })

  test('the writer\'s note becomes words, the joke keeps its 2 suggested tags', () => {
    expect(cases[0]!.words).toBe('没有收到通知，在后台看到入口后自己去认证。')
    const joke = parseLine(lines[5]!)
    expect(joke.ok && joke.suggested_tags).toEqual(['joke', 'unverified'])
  })

  test('9 written and read again are the same 9', () => {
    for (const it of cases) expect(land(formatLine(it))).toEqual({ ...it, created_at: it.created_at })
  })
})

describe('any case', () => {
  test('written as a line and read again is the same case', () => {
    fc.assert(fc.property(anyCase, it => {
      const line = formatLine(it, ['joke'])
      expect(line).not.toContain('\n')
      expect(land(line, noon)).toEqual(it)
    }), { numRuns: 120 })
  })
})

test('rounds that the sequence alone does not tell are written down: a wait said in round 2', () => {
  const events = [{ type: 'sent_back', order: 1, round: 1 }, { type: 'still_waiting', order: 1, round: 2 }]
  const reported = reportCase({ facts: factsOf('code_review'), events }, noon)
  const it = reported.ok ? reported.case : null
  expect(it?.events.map(({ round }) => round)).toEqual([1, 2])
  expect(land(formatLine(it!), noon)).toEqual(it)
  expect(reportForm(formFromCase(it!), noon, it!)).toMatchObject({ ok: true, case: it! })
})

describe('a line is refused', () => {
  const record = JSON.parse(lines[1]!)

  test('that is no JSON object: 5 kinds, and a megabyte of brackets', () => {
    for (const text of ['', '[]', 'null', '1', '{"a":', '['.repeat(400_000)]) {
      expect(refused(text)).toEqual([['', 'not_json']])
    }
    expect(refused('['.repeat(600_000))).toEqual([['', 'line_too_long']])
  })

  test('for fields it does not know, by their names, in the case and in event 2', () => {
    const events = [...record.events]
    events[2] = { ...events[2], mood: 'good' }
    expect(refused({ ...record, author_id: 1, events }))
      .toEqual([['author_id', 'unknown_field'], ['events.2.mood', 'unknown_field']])
    expect(refused('{"__proto__": {"a": 1}}')).toContainEqual(['__proto__', 'unknown_field'])
  })

  test('for dates that do not exist, by event', () => {
    const dated = (at: unknown) => refused({ ...record, events: [{ type: 'paid', at }] })
    const here = '2023-11-09T14:05'
    for (const at of [['2023-11-31', '2023-12-01'], '2023-11-09', ['2023-11-09'], [1, 2], [here, here]]) {
      expect(dated(at)).toEqual([['events.0.at', 'not_a_date']])
    }
  })

  test('for words said twice, tags that are no tags, and codes that are none', () => {
    expect(refused({ ...record, words: '一二三四五六七八', note_zh: '一二三四五六七八' })).toEqual([['note_zh', 'said_twice']])
    expect(refused({ ...record, suggested_tags: ['<b>'] })).toEqual([['suggested_tags', 'wrong_form']])
    expect(refused({ ...record, subject: 'person', ref: 'a b', fee_yuan: '30' })).toEqual([
      ['ref', 'wrong_form'], ['subject', 'not_in_list'], ['fee_yuan', 'wrong_kind'],
    ])
  })
})
