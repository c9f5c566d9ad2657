import { describe, expect, test } from 'vitest'
import { readRuleDate, readRuleForm } from '@/domain/rules/rule-draft'
import { changedFields, type RuleState } from '@/domain/rules/rule-revision'

const typed = {
  rule: ['7'], version: ['2'], precision: ['day'], date: ['2023/9/25'], processes: ['renewal', 'certification'], subject: ['all'],
  statement_zh: ['  不再支持复用公众号资质  '], statement_en: [''], basis: ['公告 https://example.org/a'], confidence: ['official'],
  because: ['找到了原文'],
}

describe('The form of a rule change', () => {
  test('is read with its 2 reviews in their own order, its date in one form and no empty English', () => {
    expect(readRuleForm(typed)).toEqual({
      ok: true,
      value: {
        rule: 7, version: 2, because: '找到了原文',
        change: {
          date: '2023-09-25', precision: 'day', processes: ['certification', 'renewal'], subject: 'all',
          statement_zh: '不再支持复用公众号资质', basis: '公告 https://example.org/a', confidence: 'official',
        },
      },
    })
  })

  test('keeps the English of statement and basis, and refuses a basis of 501 letters in either language', () => {
    const read = readRuleForm({ ...typed, statement_en: ['No more reuse.'], basis_en: [' Notice '] })
    expect(read.ok && [read.value.change.statement_en, read.value.change.basis_en]).toEqual(['No more reuse.', 'Notice'])
    const long = readRuleForm({ ...typed, basis: ['据'.repeat(501)], basis_en: ['x'.repeat(501)] })
    expect(!long.ok && long.problems.map(({ path }) => path)).toEqual(['basis', 'basis_en'])
  })

  test('left empty says all 7 things that are missing, in the order of the form', () => {
    const empty = readRuleForm({ subject: ['all'] })
    expect(!empty.ok && empty.problems.map(({ code }) => code)).toEqual([
      'rule_precision_needed', 'rule_date_needed', 'rule_processes_needed', 'rule_statement_needed', 'rule_basis_needed',
      'rule_confidence_needed', 'because_needed',
    ])
  })

  test('refuses a review there is not, and a statement of 501 signs', () => {
    const wrong = readRuleForm({ ...typed, processes: ['passport'], statement_zh: ['变'.repeat(501)] })
    expect(!wrong.ok && wrong.problems).toEqual([
      { path: 'processes', code: 'rule_processes_needed' }, { path: 'statement_zh', code: 'rule_line_too_long' },
    ])
  })

  test('masks a telephone number in the reason, which the log keeps for ever', () => {
    const read = readRuleForm({ ...typed, because: ['打 13812345678 问过'] })
    expect(read.ok && read.value.because).not.toContain('13812345678')
  })
})

describe('The date of a rule change', () => {
  test.each([
    ['2023-11-05', 'day', '2023-11-05'], ['2023年11月5日', 'day', '2023-11-05'], ['2023.11', 'month', '2023-11'],
    ['2023-11-05', 'month', '2023-11'], ['2023-11', 'year', '2023'],
  ] as const)('%s, known to the %s, is %s', (text, precision, date) => {
    expect(readRuleDate(text, precision)).toEqual({ date })
  })

  test.each([
    ['', 'day', 'rule_date_needed'], ['去年', 'year', 'rule_date_needed'], ['2023-11', 'day', 'rule_date_short'],
    ['2023', 'month', 'rule_date_short'], ['2023-02-29', 'day', 'rule_date_none'], ['2023-13', 'month', 'rule_date_none'],
    ['1923', 'year', 'rule_date_none'],
  ] as const)('“%s”, known to the %s, is refused as %s', (text, precision, problem) => {
    expect(readRuleDate(text, precision)).toEqual({ problem })
  })
})

test('of 9 fields, 4 differ where a date, a list, and the English of statement and basis were changed', () => {
  const rule: RuleState = {
    date: '2023-11', precision: 'month', processes: ['renewal'], subject: 'all', statement_zh: '到期须年审', basis: '转述',
    confidence: 'reported', withdrawn: false,
  }
  const corrected = { ...rule, date: '2023', precision: 'year' as const, processes: ['renewal', 'filing'] as RuleState['processes'], statement_en: 'Renew.', basis_en: 'Hearsay' }
  expect(changedFields(rule, corrected)).toEqual(['date', 'processes', 'statement_en', 'basis_en'])
  expect(changedFields(rule, { ...rule })).toEqual([])
})
