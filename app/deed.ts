import { createHash } from 'node:crypto'
import type { Fields, Parser } from '@/domain/fields'
import type { Member, Viewer } from '@/domain/people/viewer'
import { write, type Transaction } from '@/db/connection'
import { dropDraft } from '@/db/desk/drafts'
import { rememberSubmission, submissionOf } from '@/db/desk/submissions'
import type { ActAnswer, ActContext, MemberContext } from './act'
import { giveBack, useUp, type LimitName } from './limits'
import { limitFor } from './newcomer-limit'

/** What an act of somebody who is known asks for and does, whichever way it came: as a form, or from a program. */
export type Deed<Draft> = {
  may: (viewer: Viewer) => boolean
  draft: Parser<Draft>
  limit?: LimitName
  /**
   * Asked before the transaction, since passwords are slow on purpose: what else he has to show. Null when it is right.
   */
  proof?: (draft: Draft, context: MemberContext) => Promise<ActAnswer | null>
  /** Suspended people may: it is about what was done to them. */
  heldToo?: true
  work: (tx: Transaction, draft: Draft, context: MemberContext) => Promise<ActAnswer>
}

/** Who acts, and how to ask once more within the transaction who that is; null when he may not any longer. */
export type Doer = { member: Member; again: (tx: Transaction) => Promise<Member | null> }

/**
 * Does a deed once: may he? does it fit? not twice? not too fast? All in one transaction together with the memory of its
 * key; an answer other than `to` leaves nothing behind.
 */
export async function doDeed<Draft>(deed: Deed<Draft>, { member, again }: Doer, context: ActContext): Promise<ActAnswer> {
  const { may, limit, heldToo } = deed
  if (member.suspended && !heldToo) return { refused: 'suspended' }
  if (!may(member)) return { refused: 'not_allowed' }
  const draft = deed.draft(context.fields)
  if (!draft.ok) return { problems: draft.problems }
  const unproved = await deed.proof?.(draft.value, { ...context, author: member })
  if (unproved) return unproved
  // Counted inside, after the key: the same form sent again is not a second deed. Counted once, however often
  // a conflict makes the transaction run again.
  let wait: Promise<number | null> | undefined
  let used = limit
  const who = `p:${member.id}`
  const done = await doOnce(member, context, async tx => {
    // Asked again where it counts: while the form was read he may have signed out elsewhere, or been suspended.
    const author = await again(tx)
    if (!author) return { refused: 'sign_in' }
    if (author.suspended && !heldToo) return { refused: 'suspended' }
    if (!may(author)) return { refused: 'not_allowed' }
    if (limit && !wait) used = await limitFor(tx, limit, author, context.now)
    const limited = used && await (wait ??= useUp(used, who))
    return limited ? { refused: { limited } } : deed.work(tx, draft.value, { ...context, author })
  }).catch(async error => {
    if (used && await wait === null) await giveBack(used, who)
    throw error
  })
  // Limits count what is published.
  if (used && !('to' in done) && await wait === null) await giveBack(used, who)
  return done
}

/** Thrown to take back what an act had begun when its answer turns out to be no. */
class NotDone extends Error {
  constructor(readonly answer: ActAnswer) {
    super('not done')
  }
}

async function doOnce(
  author: Member, context: ActContext, work: (tx: Transaction) => Promise<ActAnswer>,
): Promise<ActAnswer> {
  const bodyHash = hashOf(context.fields)
  try {
    return await write(async tx => {
      const before = await submissionOf(tx, author.id, context.key)
      if (before && (before.bodyHash !== bodyHash || before.act !== context.act)) return { refused: 'key_reused' }
      if (before) return { to: before.location }
      const answer = await work(tx)
      if (!('to' in answer)) throw new NotDone(answer)
      const { key, act, now } = context
      await rememberSubmission(tx, { personId: author.id, key, act, bodyHash, location: answer.to, at: now })
      await dropDraft(tx, key, [`p:${author.id}`])
      return answer
    })
  } catch (error) {
    if (error instanceof NotDone) return error.answer
    throw error
  }
}

/** What makes one deed another. Where the form stood, in which language, and how he proved who he is does not. */
export function hashOf(fields: Fields): string {
  // Of a password nothing is kept, not even as part of a hash.
  const deed = Object.entries(fields).filter(([name]) => name !== 'back' && name !== 'lang' && name !== 'key' && !name.includes('password'))
  return createHash('sha256').update(JSON.stringify(deed.sort(([a], [b]) => (a < b ? -1 : 1)))).digest('base64url')
}
