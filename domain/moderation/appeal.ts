import { z } from 'zod'
import { maskPersonalData } from '../case/masking'
import { idSchema } from '../ids'
import { cleanText } from '../text/clean'
import { countGraphemes } from '../text/graphemes'
import { becauseSchema } from './because'

/** What can be appealed against, by the table that holds it: a hiding, or a silence or suspension. */
export const appealSubjects = ['hiding', 'suspension'] as const
export type AppealSubject = (typeof appealSubjects)[number]

export const verdicts = ['uphold', 'overturn'] as const
export type Verdict = (typeof verdicts)[number]

// Enough to tell what happened; one moderator reads it in a minute.
export const longestAppeal = 1000
const shortestAppeal = 5

/** appeal: what it is against and why, in the person's own words. They are read by moderators alone. */
export const appealDraft = z.object({
  subject: z.enum(appealSubjects, 'not_in_list'),
  id: idSchema,
  words: z.string()
    .transform(cleanText)
    .refine(text => countGraphemes(text) >= shortestAppeal, 'appeal_too_short')
    .refine(text => countGraphemes(text) <= longestAppeal, 'appeal_too_long')
    .transform(text => maskPersonalData(text).text),
})

/** decide-appeal: the verdict, and a reason that everybody can read. */
export const verdictDraft = z.object({
  appeal: idSchema,
  verdict: z.enum(verdicts, 'not_in_list'),
  because: becauseSchema,
})

/** What was done to somebody or to what he wrote: by whom, why, since when and until when (epoch milliseconds). */
export type Measure = {
  subject: AppealSubject
  id: number
  kind: 'case' | 'reply' | 'silence' | 'suspension'
  caseId: number | null
  replyId: number | null
  /** Whom it concerns; null where the account is gone. */
  personId: number | null
  byId: number
  by: string | null
  reason: string
  at: number
  /** Null: until it is lifted. */
  endsAt: number | null
  /** It holds a moderator or an administrator from writing: only an administrator takes that back. */
  ofKeeper: boolean
  /** It holds now. */
  stands: boolean
  /** Taken back, or what it hid has gone: there is nothing to decide. What has merely run out can still have been wrong. */
  over: boolean
}

export type Appeal = {
  id: number
  words: string
  at: number
  /** Null while nobody has decided. */
  decision: { verdict: Verdict; by: string | null; answer: string; at: number } | null
}
