import { z } from 'zod'
import { reportForm } from '@/domain/case/form'
import { dayNumber, dayNumberOf, minuteOf } from '@/domain/case/interval'
import { fromSchema, type Fields, type Parsed } from '@/domain/fields'
import { becauseSchema } from '@/domain/moderation/because'
import { permit } from '@/domain/permission'
import { readPageForm } from '@/domain/thread-import/page-form'
import { acceptThreadCase as accept } from '@/db/cases/thread-cases'
import { dropThreadItem as drop, keepThreadPage, threadPagePath } from '@/db/desk/thread-pages'
import { newFormKey } from '../typed-draft'
import { moderatorAct } from '../act'

// What moderators do with the saved page of an old forum: paste it, drop a comment, take one as a case.

/** Fields: page, saved_on, process, because. The page is kept without handles, and nothing of it is published. */
export const readThread = moderatorAct({ draft: readPageForm }, async (tx, draft, { author, now }) => {
  const permission = permit('import_thread', author, null)
  if ('refused' in permission) return permission
  const saved = dayNumberOf(draft.saved_on)
  if (saved !== null && saved > dayNumber(minuteOf(now))) return { problems: [{ path: 'saved_on', code: 'thread_saved_later' }] }
  const key = newFormKey()
  await keepThreadPage(tx, author.id, { key, draft, now })
  return { to: threadPagePath(key) }
})

const keySchema = z.string().regex(/^[\w-]{16,64}$/, 'not_in_list')
const refSchema = z.string().regex(/^thread-[0-9a-f]{32}$/, 'not_in_list')
const placeSchema = z.string().regex(/^\d{0,6}$/, 'not_in_list')
const droppedDraft = z.object({ thread: keySchema, ref: refSchema, item: placeSchema })

/** Fields: thread (the page's key), ref, item. */
export const dropThreadItem = moderatorAct({ draft: fromSchema(droppedDraft) }, async (tx, { thread, ref, item }, { author, now }) => {
  const permission = permit('import_thread', author, null)
  if ('refused' in permission) return permission
  const done = await drop(tx, author.id, { page: thread, ref, now })
  return done ? { to: `${threadPagePath(thread)}#item-${item}` } : { missing: true }
})

const acceptedDraft = z.object({ thread: keySchema, ref: refSchema, item: placeSchema, because: becauseSchema })

/** Fields: thread (the page's key), ref, item, because, and the form of a case. */
export const acceptThreadCase = moderatorAct({ draft: readAccepted }, async (tx, draft, { author, now }) => {
  const permission = permit('import_thread', author, null)
  if ('refused' in permission) return permission
  const { fields, ref, because, thread, item } = draft
  const reported = reportForm(fields, now, undefined, { source: 'thread', ref })
  if (!reported.ok) return { problems: reported.problems }
  const accepted = await accept(tx, permission.permitted, { case: { ...reported.case, ref }, because, now })
  if ('already' in accepted) {
    return { problems: [{ path: 'because', code: 'thread_case_there', values: { id: accepted.already } }] }
  }
  return { to: `${threadPagePath(thread)}#item-${item}` }
})

function readAccepted(fields: Fields): Parsed<z.infer<typeof acceptedDraft> & { fields: Fields }> {
  const read = fromSchema(acceptedDraft)(fields)
  return read.ok ? { ok: true, value: { ...read.value, fields } } : read
}
