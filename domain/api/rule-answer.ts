import { z } from 'zod'
import { processes } from '../codes'
import { ruleConfidences, rulePrecisions, ruleSubjects } from '../rules/rule-change'

export const ruleAnswerSchema = z.strictObject({
  ref: z.string(),
  date: z.string().describe('As precise as `precision` says: 2023-09-01, 2023-11 or 2023.'),
  precision: z.enum(rulePrecisions),
  processes: z.array(z.enum(processes)),
  subject: z.enum(ruleSubjects),
  statement_zh: z.string(),
  statement_en: z.string().nullable(),
  basis: z.string().describe('Where it is known from.'),
  basis_en: z.string().nullable(),
  confidence: z.enum(ruleConfidences),
  version: z.number().int().min(1).describe('Rises with every correction; each version is public.'),
})

export const ruleListSchema = z.strictObject({ rules: z.array(ruleAnswerSchema) })
