import { z } from 'zod'
import { factFields } from '../case/facts'
import { eventDraftSchema, mostEvents } from '../case/event'
import { formSources } from '../case/form'
import { tapTimes } from '../case/tap'
import { maskedKinds, motives } from '../codes'
import type { Scope } from '../people/api-token'

// What programs may change in their owner's name. The schemas say which fields there are and of what kind; whether what stands
// in them can be is for the same rules to say that hold the forms.

export type Writing = {
  /** Below /api/v1. */
  path: string
  summary: string
  scope: Scope
  body: { name: string; schema: z.ZodObject }
  /** 201 where something came into the world that has an address of its own. */
  status: 200 | 201
}

// A day, a month, or a minute with its offset (domain/case/moment.ts).
const moment = z.string().regex(/^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?$/)
const { type, order, round, since_previous_minutes, reasons, kinds, scopes, note } = eventDraftSchema.shape

/** A case as its author tells it: the exchange format without what an import alone may say. */
export const caseBodySchema = z.strictObject({
  ...factFields,
  title: z.string().optional(),
  words: z.string().optional().describe('Markdown.'),
  source: z.enum(formSources).default('own').describe('`own`, or `observed`: of somebody else.'),
  motive: z.enum(motives).optional(),
  events: z.array(z.strictObject({
    type,
    order: order.describe('One for each fee paid; counted where none is given.'),
    round,
    at: z.tuple([moment, moment]).optional()
      .describe('Earliest and latest, in Shanghai where no offset is named: 2026-11-09 is all of that day, 2026-11-09T14:05+08:00 a minute.'),
    since_previous_minutes: since_previous_minutes.describe('Least and most minutes since the event before.'),
    reasons, kinds, scopes, note,
  })).min(1).max(mostEvents),
})

const wordsToReply = z.strictObject({
  words: z.string().describe('Markdown.'),
  parent: z.number().int().min(1).optional().describe('The reply that is answered; none: the case itself.'),
})
const stillWaiting = z.strictObject({ when: z.enum(tapTimes).default('now') })
const because = z.string().describe('Why, in words that everybody may read in the public log.')
const tagging = z.strictObject({ tag: z.string().describe('As in addresses: /tags/{tag}.'), because })
const hiding = z.strictObject({ because })

const Tagging = { name: 'Tagging', schema: tagging }
const Hiding = { name: 'Hiding', schema: hiding }

/** Every change that programs may make: handlers, document, manual and tests read the same list. */
export const writings = {
  reportCase: {
    path: '/cases', scope: 'report', status: 201, body: { name: 'CaseToReport', schema: caseBodySchema },
    summary: 'Reports a case of one’s own, or one that was observed.',
  },
  stillWaiting: {
    path: '/cases/{id}/still-waiting', scope: 'report', status: 200, body: { name: 'StillWaiting', schema: stillWaiting },
    summary: 'Says of one’s own open case that the wait goes on.',
  },
  reply: {
    path: '/cases/{id}/replies', scope: 'reply', status: 201, body: { name: 'ReplyToWrite', schema: wordsToReply },
    summary: 'Replies to a case, or to a reply to it.',
  },
  tag: { path: '/cases/{id}/tag', scope: 'moderate', status: 200, body: Tagging, summary: 'Puts a tag on a case.' },
  untag: { path: '/cases/{id}/untag', scope: 'moderate', status: 200, body: Tagging, summary: 'Takes a tag off a case.' },
  hideCase: { path: '/cases/{id}/hide', scope: 'moderate', status: 200, body: Hiding, summary: 'Hides a case.' },
  restoreCase: { path: '/cases/{id}/restore', scope: 'moderate', status: 200, body: Hiding, summary: 'Shows a hidden case again.' },
  hideReply: { path: '/replies/{id}/hide', scope: 'moderate', status: 200, body: Hiding, summary: 'Hides a reply.' },
  restoreReply: { path: '/replies/{id}/restore', scope: 'moderate', status: 200, body: Hiding, summary: 'Shows a hidden reply again.' },
} as const satisfies Record<string, Writing>

/** What every change answers; asked again under the same key, the same. */
export const writtenAnswerSchema = z.strictObject({
  id: z.number().int().min(1).describe('Of the case or the reply that was written or changed.'),
  page: z.string().describe('Its page on this site.'),
  state: z.enum(['done', 'waiting']).describe('`waiting`: its author alone sees it until a moderator has looked.'),
  masked: z.array(z.enum(maskedKinds)).describe('Kinds of what was taken out of the text: personal data, or words that moderators do not want.'),
})
export type WrittenAnswer = z.infer<typeof writtenAnswerSchema>

// Any text of visible characters, as the draft of the IETF has it; a UUID is one.
const keyForm = /^[\x21-\x7e]{8,255}$/

/** The key of an Idempotency-Key header, whether it is quoted or not; null where it is none. */
export function readIdempotencyKey(header: string | null): string | null {
  const key = header?.trim().replace(/^"(.*)"$/, '$1') ?? ''
  return keyForm.test(key) ? key : null
}
