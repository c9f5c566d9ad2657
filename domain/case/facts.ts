import { z } from 'zod'

import {
  categories, channels, entries, features, kinds, nameBases, nameChanges, namePatterns, nameVerdicts, occupations,
  passedElsewhere, processes, programAges, proofResults, proofs, provinces, publishedBefore, registeredPeriods,
  softwareCopyrights, subjects, type Process,
} from '../codes'

const whole = (least: number, most: number) => z.number().int().min(least).max(most)

/** Several answers at once. `unknown` and `none` stand alone: beside another answer they would contradict it. */
function setOf<const Codes extends readonly [string, ...string[]]>(codes: Codes) {
  return z.array(z.enum(codes)).min(1).max(codes.length).superRefine((chosen, context) => {
    if (new Set(chosen).size < chosen.length) context.addIssue({ code: 'custom', message: 'twice' })
    for (const alone of ['unknown', 'none']) {
      if (chosen.length > 1 && (chosen as string[]).includes(alone)) {
        context.addIssue({ code: 'custom', message: 'stands_alone', params: { answer: alone } })
      }
    }
  })
}

/** Every fact by its exchange name, before the rules that tie one to another. */
export const factFields = {
  process: z.enum(processes),
  subject: z.enum(subjects),
  program_age: z.enum(programAges),
  registered_period: z.enum(registeredPeriods).optional(),
  published_before: z.enum(publishedBefore).optional(),
  kind: z.enum(kinds),
  category: z.enum(categories),
  features: setOf(features).optional(),
  entry: z.enum(entries).optional(),
  notice_deadline_days: whole(0, 365).optional(),
  channel: z.enum(channels).optional(),
  fee_yuan: whole(0, 1000).optional(),
  orders_paid: whole(1, 10).optional(),
  occupation: z.enum(occupations).optional(),
  province: z.enum(provinces).optional(),
  audit_firm: z.string().max(200).optional(),
  name_pattern: setOf(namePatterns).optional(),
  name_shape: z.string().max(200).optional(),
  name_basis: z.enum(nameBases).optional(),
  name_verdict: z.enum(nameVerdicts).optional(),
  name_change: z.enum(nameChanges).optional(),
  name_pattern_after: setOf(namePatterns).optional(),
  passed_elsewhere: z.enum(passedElsewhere).optional(),
  proof_demanded: setOf(proofs).optional(),
  proof_supplied: setOf(proofs).optional(),
  proof_result: z.enum(proofResults).optional(),
  software_copyright: z.enum(softwareCopyrights).optional(),
  software_copyright_days: whole(0, 730).optional(),
}

export type Facts = z.infer<typeof factsShape>
export type FactName = keyof typeof factFields

const factsShape = z.strictObject(factFields)

/** Which optional-looking facts a process cannot do without. */
export const requiredFacts: Record<Process, readonly FactName[]> = {
  certification: ['name_pattern', 'proof_demanded'],
  renewal: ['name_pattern', 'proof_demanded'],
  filing: ['province'],
  rename: [],
  code_review: [],
}

/** What a process requires and the facts do not say. Unsaid is not `unknown`, which is an answer given by choice. */
export function missingFacts(facts: Partial<Facts>): FactName[] {
  const required = facts.process === undefined ? [] : (requiredFacts[facts.process] ?? [])
  return required.filter(field => facts[field] === undefined)
}

/** A case's facts, whole: what each process requires is there, and nothing said of one thing belongs to another. */
export const factsSchema = factsShape.superRefine((facts, context) => {
  const refuse = (field: FactName, message: string) => context.addIssue({ code: 'custom', message, path: [field] })
  for (const field of missingFacts(facts)) refuse(field, 'required')
  if (facts.province !== undefined && facts.process !== 'filing') refuse('province', 'filing_only')
  if (facts.audit_firm !== undefined && facts.subject !== 'company') refuse('audit_firm', 'companies_only')
  if (facts.software_copyright_days !== undefined && facts.software_copyright !== 'applied_for_this') {
    refuse('software_copyright_days', 'days_without_application')
  }
})
