import { z } from 'zod'
import { caseStates } from '../codes'
import { scopes } from '../people/api-token'
import { roles } from '../people/viewer'
import { caseAnswerSchema } from './case-answer'

/** Whose token it is, and what it may do. */
export const meAnswerSchema = z.strictObject({
  name: z.string(),
  role: z.enum(roles).describe('What its owner may do by this token.'),
  label: z.string().describe('What its owner calls it.'),
  scopes: z.array(z.enum(scopes)),
  expires_at: z.string().nullable().describe('Null: when it is revoked.'),
})

export const ownCaseListSchema = z.strictObject({
  cases: z.array(caseAnswerSchema.extend({ state: z.enum(caseStates) })),
  next: z.string().nullable().describe('Ask again with `after` set to this for the next page; null at the end.'),
})

export type MeAnswer = z.infer<typeof meAnswerSchema>
export type OwnCaseListAnswer = z.infer<typeof ownCaseListSchema>
