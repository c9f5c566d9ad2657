import { z } from 'zod'
import { idSchema } from '../ids'
import { cleanLine } from '../text/clean'
import { countGraphemes } from '../text/graphemes'
import { moderatedSubjects } from './subject'

/** Why somebody flags a case or a reply. Codes; messages/zh/queue.ts has the words. */
export const flagReasons = [
  'joke', 'duplicate', 'personal_data', 'abuse', 'advertising', 'wrong_process', 'other',
] as const
export type FlagReason = (typeof flagReasons)[number]

/** In graphemes: a sentence or three for the moderator, who alone reads them. */
export const longestFlag = 300

const subjectFields = { subject: z.enum(moderatedSubjects, 'not_in_list'), id: idSchema }

/** flag: words are needed where the reason is another one. */
export const flagDraft = z.object({
  ...subjectFields,
  reason: z.enum(flagReasons, 'flag_reason_needed'),
  words: z.string().transform(cleanLine).refine(text => countGraphemes(text) <= longestFlag, 'flag_words_too_long'),
}).refine(draft => draft.reason !== 'other' || draft.words !== '', { path: ['words'], message: 'flag_words_needed' })

/** unflag. */
export const unflagDraft = z.object(subjectFields)

/** Somebody's leaked telephone number is worse with every minute. */
export function rankOfFlag(reason: FlagReason): 0 | 1 {
  return reason === 'personal_data' ? 0 : 1
}

const month = 30 * 86_400_000

/** Whether what was flagged once may be flagged again: after an answer, if the thing was edited since, or a month has passed. */
export function mayFlagAgain({ decidedAt }: { decidedAt: number | null }, editedAt: number | null, now: number): boolean {
  return decidedAt !== null && ((editedAt ?? 0) > decidedAt || now - decidedAt >= month)
}
