import { z } from 'zod'

import { motives, sources, type EvidenceTier, type Motive, type Source } from '../codes'
import { eventDraftSchema, mostEvents, type CaseEvent } from './event'
import { factsSchema, type Facts } from './facts'
import type { Minute } from './interval'

/**
 * One person's passage of one process for one mini program. It *is* its events; outcome, rounds and durations are
 * derived (outcome.ts, spells.ts). `created_at` is epoch milliseconds; `last_confirmed` the last minute at which
 * somebody is known to have spoken of the case: where an open case is censored, never "today".
 */
export type Case = {
  /** Its name in the exchange format; null until something that stores it gives it one. */
  ref: string | null
  facts: Facts
  title?: string
  /** Markdown. */
  words?: string
  events: CaseEvent[]
  source: Source
  motive?: Motive
  evidence_tier: EvidenceTier
  created_at: number
  /** Already over when it was first reported. */
  retrospective: boolean
  last_confirmed: Minute | null
}

export const refSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)

export const eventsSchema = z.array(eventDraftSchema).min(1).max(mostEvents)

/** What a writer hands in: everything a case holds that cannot be derived. */
export const draftSchema = z.strictObject({
  ref: refSchema.optional(),
  facts: factsSchema,
  // Generous bounds that keep cleaning cheap; text.ts holds the ones people meet.
  title: z.string().max(2_000).optional(),
  words: z.string().max(200_000).optional(),
  events: eventsSchema,
  source: z.enum(sources).default('own'),
  motive: z.enum(motives).optional(),
})

export type CaseDraft = z.input<typeof draftSchema>
