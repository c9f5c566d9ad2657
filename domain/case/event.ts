import { z } from 'zod'

import { eventTypes, proofs, reasons, restrictedScopes, sources, type EventType } from '../codes'
import { intervalSchema, minuteSchema } from './interval'

// Nobody kept more than a few dozen steps; a bound keeps every check on them small.
export const mostEvents = 60

// "No proof was asked for" is a fact about the case; it cannot have been requested or handed in.
export const eventProofs = proofs.filter(proof => proof !== 'none')

const chosen = <const Codes extends readonly string[]>(codes: Codes) =>
  z.array(z.enum(codes as unknown as [string, ...string[]]) as unknown as z.ZodType<Codes[number]>)
    .min(1).max(codes.length)
    .refine(list => new Set(list).size === list.length, 'twice')

/** An event as someone tells it. Order and round may be left to the sequence (see sequence.ts). */
export const eventDraftSchema = z.strictObject({
  type: z.enum(eventTypes),
  order: z.number().int().min(1).max(10).optional(),
  round: z.number().int().min(1).max(20).optional(),
  at: intervalSchema.optional(),
  since_previous_minutes: intervalSchema.optional(),
  reasons: chosen(reasons).optional(),
  kinds: chosen(eventProofs).optional(),
  scopes: chosen(restrictedScopes).optional(),
  note: z.string().max(2000).optional(),
  source: z.enum(sources).optional(),
  entered_at: minuteSchema.optional(),
})

export const eventSchema = eventDraftSchema.required({ order: true, round: true })

export type EventDraft = z.infer<typeof eventDraftSchema>

/** One step of a case. `at` and `since_previous_minutes` are inclusive intervals in minutes; either may be missing. */
export type CaseEvent = z.infer<typeof eventSchema>

/** Which details an event may carry beyond its time. */
export const detailsOf = (type: EventType): { reasons: boolean; kinds: boolean; scopes: boolean } => ({
  reasons: refusals.has(type),
  kinds: type === 'proof_requested' || type === 'proof_submitted',
  scopes: type === 'restricted' || type === 'restored',
})

const refusals: ReadonlySet<EventType> = new Set<EventType>([
  'sent_back', 'name_refused', 'failed', 'platform_refused', 'bureau_refused',
])
