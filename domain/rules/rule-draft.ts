import { z } from 'zod'
import { dayNumberOf } from '../case/interval'
import { processes } from '../codes'
import { fromSchema, valueOf, type Fields, type Parsed } from '../fields'
import { becauseSchema } from '../moderation/because'
import { cleanLine } from '../text/clean'
import { countGraphemes } from '../text/graphemes'
import {
  longestBasis, longestStatement, ruleConfidences, rulePrecisions, ruleSubjects, type RuleChange, type RulePrecision,
} from './rule-change'

/** add-rule and edit-rule: the rule as it shall be, and why. `rule` and `version` are 0 for a new one. */
export type RuleDraft = { rule: number; version: number; change: RuleChange; because: string }

const number = z.string().regex(/^\d{0,15}$/, 'not_in_list').transform(Number)
const places = processes.map(String)

const singles = z.object({
  rule: number,
  version: number,
  date: z.string(),
  precision: z.enum(rulePrecisions, 'rule_precision_needed'),
  subject: z.enum(ruleSubjects, 'not_in_list'),
  statement_zh: lineOf(longestStatement.zh, 'rule_statement_needed'),
  statement_en: lineOf(longestStatement.en),
  basis: lineOf(longestBasis, 'rule_basis_needed'),
  basis_en: lineOf(longestBasis),
  confidence: z.enum(ruleConfidences, 'rule_confidence_needed'),
  because: becauseSchema,
})

/** withdraw-rule and restore-rule. */
export const ruleStateDraft = z.object({ rule: number, version: number, because: becauseSchema })

/** Reads the form of a rule change, all that is wrong with it at once, in the order of the form. */
export function readRuleForm(fields: Fields): Parsed<RuleDraft> {
  const read = fromSchema(singles)(fields)
  const concerned = [...new Set(fields.processes ?? [])].sort((a, b) => places.indexOf(a) - places.indexOf(b))
  const known = z.array(z.enum(processes)).min(1).safeParse(concerned)
  const precision = rulePrecisions.find(it => it === valueOf(fields, 'precision'))
  // How exactly it is known may be unsaid; that it is missing shows without.
  const date = readRuleDate(valueOf(fields, 'date'), precision ?? 'year')
  const problems = [
    ...('problem' in date ? [{ path: 'date', code: date.problem }] : []),
    ...(known.success ? [] : [{ path: 'processes', code: 'rule_processes_needed' }]),
    ...(read.ok ? [] : read.problems),
  ].sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path))
  if (!read.ok || !known.success || 'problem' in date) return { ok: false, problems }
  const { rule, version, because, statement_en, basis_en, date: _, ...rest } = read.value
  const change = { ...rest, date: date.date, processes: known.data, ...(statement_en && { statement_en }), ...(basis_en && { basis_en }) }
  return { ok: true, value: { rule, version, change, because } }
}

/** The date as precisely as it is claimed to be known; one written more precisely is cut to that. */
export function readRuleDate(text: string, precision: RulePrecision): { date: string } | { problem: string } {
  const parts = /^\D*(\d{4})(?:\D+(\d{1,2}))?(?:\D+(\d{1,2}))?\D*$/.exec(text.trim())?.slice(1).filter(Boolean) ?? []
  const wanted = parts.slice(0, precision === 'year' ? 1 : precision === 'month' ? 2 : 3).map(part => part.padStart(2, '0'))
  if (parts.length === 0) return { problem: 'rule_date_needed' }
  if (wanted.length < (precision === 'year' ? 1 : precision === 'month' ? 2 : 3)) return { problem: 'rule_date_short' }
  const [year = '', month = '01', day = '01'] = wanted
  const exists = dayNumberOf(`${year}-${month}-${day}`) !== null && Number(year) >= firstYear && Number(year) <= lastYear
  return exists ? { date: wanted.join('-') } : { problem: 'rule_date_none' }
}

// There were no mini programs to review before 2017; another century is a slip of the finger.
const [firstYear, lastYear] = [2017, 2099]

const order = [
  'precision', 'date', 'processes', 'subject', 'statement_zh', 'statement_en', 'basis', 'basis_en', 'confidence',
  'because',
]

function lineOf(longest: number, missing?: string) {
  return z.string()
    .transform(cleanLine)
    .refine(text => !missing || text !== '', missing)
    .refine(text => countGraphemes(text) <= longest, 'rule_line_too_long')
}
