import { z } from 'zod'
import { refSchema } from '../case/case'
import { factFields } from '../case/facts'
import { evidenceTiers, eventTypes, motives, outcomes, proofs, reasons, restrictedScopes, sources } from '../codes'

/** A day or a minute in Shanghai: 2023-11-09, or 2023-11-09T14:05+08:00. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}\+08:00)?$/)
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}\+08:00$/)
const count = z.number().int().min(0)

export const eventAnswerSchema = z.strictObject({
  type: z.enum(eventTypes),
  order: z.number().int().min(1).describe('One for each fee paid.'),
  round: z.number().int().min(1).describe('Within the order; every send-back begins another.'),
  at: z.array(moment).length(2).optional()
    .describe('Earliest and latest: the width of it says how precisely it is known.'),
  since_previous_minutes: z.array(count).length(2).optional()
    .describe('Least and most minutes since the event before, where the wait was remembered.'),
  reasons: z.array(z.enum(reasons)).optional(),
  kinds: z.array(z.enum(proofs)).optional().describe('Proofs that were demanded or handed in.'),
  scopes: z.array(z.enum(restrictedScopes)).optional(),
  note: z.string().optional(),
  source: z.enum(sources).optional().describe('Where it differs from the source of the case.'),
  entered_at: instant.optional(),
})

/**
 * A case as the API tells it: the exchange format, and what follows from it. Strict: what is not named here is never
 * sent, least of all who wrote it.
 */
export const caseAnswerSchema = z.strictObject({
  id: z.number().int().min(1).describe('Its place on this site: /cases/{id}.'),
  ref: refSchema.describe('Its name in exports and imports.'),
  account: z.string().nullable()
    .describe('A pseudonym that cases of one author share; null where the case stands for itself.'),
  ...factFields,
  title: z.string().optional(),
  source: z.enum(sources),
  motive: z.enum(motives).optional(),
  words: z.string().optional().describe('Markdown.'),
  events: z.array(eventAnswerSchema),
  outcome: z.enum(outcomes).describe('Derived from the events.'),
  month: z.string().nullable().describe('Month of the first dated event, where it has one.'),
  tags: z.array(z.string()).describe('What moderators put it under.'),
  in_figures: z.boolean().describe('Whether the figures count it.'),
  evidence_tier: z.literal([...evidenceTiers])
    .describe('0 told, 1 a complete and consistent timeline, 2 seen by a moderator.'),
  retrospective: z.boolean().describe('Already over when first reported.'),
  last_confirmed: instant.nullable().describe('Where an open case is censored.'),
  agrees: count,
  favourites: count,
  discussions: count,
  replies: count,
  version: z.number().int().min(1),
  created_at: instant,
  edited_at: instant.nullable(),
})

export const caseListSchema = z.strictObject({
  cases: z.array(caseAnswerSchema),
  next: z.string().nullable().describe('Ask again with `after` set to this for the next page; null at the end.'),
})

export type CaseAnswer = z.infer<typeof caseAnswerSchema>
export type CaseListAnswer = z.infer<typeof caseListSchema>
