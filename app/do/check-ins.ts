import { z } from 'zod'
import { eventTypes } from '@/domain/codes'
import { fromSchema } from '@/domain/fields'
import { idSchema } from '@/domain/ids'
import { permit } from '@/domain/permission'
import { caseById } from '@/db/cases/rows'
import { takeCheckInLink } from '@/db/check-ins/links'
import { wishForAll, wishForCase } from '@/db/check-ins/wishes'
import { write, type Transaction } from '@/db/connection'
import { personById } from '@/db/people/people'
import { memberFrom } from '@/db/people/sessions'
import { guestAct, memberAct } from '../act'
import { after } from '../request'
import { tellStep } from './tell-step'

const wanted = z.enum(['on', 'off'], 'not_in_list')

/** Fields: case (empty for all one's cases), wanted (on, off): be asked, or not, whether it still waits. */
export const wishCheckIns = memberAct({
  draft: fromSchema(z.object({ case: z.union([z.literal('').transform(() => null), idSchema], 'not_in_list'), wanted })), limit: 'confirm',
}, async (tx, draft, { author, now }) => {
  if (draft.case === null) {
    await wishForAll(tx, author.id, { wanted: draft.wanted, now })
    return { to: '/me/notifications#check-ins' }
  }
  const stored = await caseById(tx, draft.case)
  if (!stored) return { missing: true }
  const permission = permit('confirm_case', author, stored.row)
  if ('refused' in permission) return permission
  await wishForCase(tx, permission.permitted, { caseId: draft.case, wanted: draft.wanted, now })
  return { to: `/cases/${draft.case}#confirm` }
})

const answerDraft = z.object({ token: z.string().max(100), answer: z.enum([...eventTypes, 'stop'], 'not_in_list') })

/**
 * Fields: token, as the letter has it; answer: still_waiting, an answer that one tap can record, or stop (ask no more of this
 * case). Signs nobody in: the link is good for this one act, once.
 */
export const answerCheckIn = guestAct({ draft: fromSchema(answerDraft), limit: 'sign_in' }, async ({ token, answer }, { now }) => {
  const done = await write(tx => answerOnce(tx, { token, answer, now })).catch((error: unknown) => {
    if (error instanceof Unrecorded) return null
    throw error
  })
  if (!done) return { to: `/check-in?${new URLSearchParams({ token, failed: 'yes' })}` }
  if (done.afterwards) after(done.afterwards)
  return { to: `/check-in?done=${answer === 'stop' ? 'stop' : 'answered'}` }
})

/** Thrown where an answer cannot be recorded, so that its link stays good. */
class Unrecorded extends Error {}

type Answer = { token: string; answer: z.infer<typeof answerDraft>['answer']; now: number }

async function answerOnce(tx: Transaction, { token, answer, now }: Answer): Promise<{ afterwards?: (() => Promise<void>) | undefined }> {
  const link = await takeCheckInLink(tx, token, now)
  const person = link && await personById(tx, link.personId)
  if (!link || !person || person.leftAt !== null) throw new Unrecorded()
  const author = await memberFrom(tx, { id: person.id, name: person.name, role: 'member', sessionId: 0, twoSteps: false }, now)
  if (answer === 'stop') {
    const stored = await caseById(tx, link.caseId)
    const permission = stored && permit('confirm_case', author, stored.row)
    if (!permission || 'refused' in permission) throw new Unrecorded()
    await wishForCase(tx, permission.permitted, { caseId: link.caseId, wanted: 'off', now })
    return {}
  }
  const told = await tellStep(tx, author, { case: link.caseId, type: answer, when: 'now', now })
  if (!('to' in told)) throw new Unrecorded()
  return { afterwards: told.afterwards }
}
