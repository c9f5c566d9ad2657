import { z } from 'zod'
import { processes, subjects } from '../codes'
import { dayNumberOf } from '../case/interval'
import { problemsOf, type Problem } from '../case/problem'

export const rulePrecisions = ['day', 'month', 'year'] as const
export type RulePrecision = (typeof rulePrecisions)[number]

/** How well a rule change is known: from the rule itself, from people who met it, or only from talk. */
export const ruleConfidences = ['official', 'reported', 'rumoured'] as const
export type RuleConfidence = (typeof ruleConfidences)[number]

/** Whom a rule change concerns; `all` is every subject. */
export const ruleSubjects = ['all', ...subjects] as const
export type RuleSubject = (typeof ruleSubjects)[number]

/** In graphemes. A statement is a sentence or two; a basis names a document and may bring its address. */
export const longestStatement = { zh: 500, en: 1000 }
export const longestBasis = 500

const dateForms: Record<RulePrecision, RegExp> = { day: /^\d{4}-\d{2}-\d{2}$/, month: /^\d{4}-\d{2}$/, year: /^\d{4}$/ }

/** One dated change of the rules; `date` is written as precisely as it is known: 2023-09-01, 2023-11 or 2023. */
export const ruleChangeSchema = z.strictObject({
  ref: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/).optional(),
  date: z.string(),
  precision: z.enum(rulePrecisions),
  processes: z.array(z.enum(processes)).min(1).max(processes.length),
  subject: z.enum(ruleSubjects),
  statement_zh: z.string().min(1).max(longestStatement.zh),
  statement_en: z.string().min(1).max(longestStatement.en).optional(),
  basis: z.string().min(1).max(longestBasis),
  basis_en: z.string().min(1).max(longestBasis).optional(),
  confidence: z.enum(ruleConfidences),
}).superRefine(({ date, precision }, context) => {
  const exists = dateForms[precision].test(date) && dayNumberOf(`${date}-01-01`.slice(0, 10)) !== null
  if (!exists) context.addIssue({ code: 'custom', message: 'not_a_date', path: ['date'] })
})

export type RuleChange = z.infer<typeof ruleChangeSchema>

export type RuleLine = { ok: true; change: RuleChange } | { ok: false; problems: Problem[] }

/** Reads one line of a file of rule changes (NDJSON, the fields of the schema). */
export function parseRuleLine(text: string): RuleLine {
  const told = readJson(text)
  if (told === undefined) return { ok: false, problems: [{ path: '', code: 'not_json' }] }
  const parsed = ruleChangeSchema.safeParse(told)
  return parsed.success ? { ok: true, change: parsed.data } : { ok: false, problems: problemsOf(parsed.error, told) }
}

/** Whether it is only announced: its day, month or year has not begun. `today` is YYYY-MM-DD in Shanghai. */
export function isAhead({ date }: Pick<RuleChange, 'date'>, today: string): boolean {
  return date > today.slice(0, date.length)
}

/** The year a date lies in, for headings. */
export function yearOf({ date }: Pick<RuleChange, 'date'>): number {
  return Number(date.slice(0, 4))
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
