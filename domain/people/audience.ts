import type { FollowQuestion } from '../following/question'
import type { Viewer } from './viewer'

/**
 * Nobody in particular. A page for anyone is made once and holds nothing of whoever asks for it: what depends on the
 * reader stands in it as a question, with both answers, and is chosen when it is sent (server/personal).
 */
export type Anyone = { kind: 'anyone' }
export type Audience = Viewer | Anyone

export const anyone: Anyone = { kind: 'anyone' }

/** What a page may ask of its reader: is he signed in, has he news, is he this person, does he agree with it, keep it, follow it? */
export type Question = 'member' | 'news' | `is:${number}` | `agrees:case:${number}` | `agrees:reply:${number}` | `keeps:${number}` | FollowQuestion

/** An answer, or on a page for anyone the question. */
export type Known = boolean | Question
