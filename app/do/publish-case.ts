import type { Problem } from '@/domain/case/problem'
import type { Reported } from '@/domain/case/report'
import { permit } from '@/domain/permission'
import type { Transaction } from '@/db/connection'
import { tieMeToo, toldBefore } from '@/db/cases/me-too'
import { storeCase } from '@/db/cases/store'
import { forecastCase } from '@/db/figures/forecasts'
import { askForALook } from '@/db/moderation/batches/look'
import { rememberOrigin } from '@/db/moderation/batches/origins'
import { toldAlready } from '@/db/moderation/alike/find'
import { lookAtCase } from '@/db/moderation/words/look'
import { personById } from '@/db/people/people'
import type { ActAnswer, MemberContext } from '../act'

/** What a form knows besides: which case it says "me too" to, and where in it a problem of a case stands. */
type Form = { like: number | null; again: boolean; place: (problems: Problem[]) => Problem[] }

/** Publishes what somebody tells of his own, whichever way he tells it: the form and the API end here. */
export async function publishCase(
  tx: Transaction, reported: Reported, { author, now, device, address }: Pick<MemberContext, 'author' | 'now' | 'device' | 'address'>,
  { like, again, place }: Form = { like: null, again: false, place: problems => problems },
): Promise<ActAnswer> {
  const permission = permit('report', author, null)
  if ('refused' in permission) return permission
  if (!reported.ok) return { problems: reported.problems }
  const person = await personById(tx, author.id)
  if (!person) return { refused: 'sign_in' }
  const { process, subject } = reported.case.facts
  // Whoever has told the same before is asked whether this was another time.
  if (like !== null && !again && await toldBefore(tx, author.id, { id: like, process, subject })) {
    return { problems: [{ path: 'again', code: 'told_before' }] }
  }
  const looked = await lookAtCase(tx, reported.case, { author, now })
  if ('problems' in looked) return { problems: place(looked.problems) }
  const { heldBack } = looked
  // Published all the same: the page asks whether it is the same, and moderators see both.
  const before = like === null && !again ? await toldAlready(tx, person.pseudonym, looked.it) : null
  const id = await storeCase(tx, { case: looked.it, authorId: author.id, account: person.pseudonym, device, now, heldBack })
  await rememberOrigin(tx, { subject: 'case', subjectId: id, address, now })
  await askForALook(tx, now)
  if (like !== null) await tieMeToo(tx, { caseId: id, ofId: like, byId: author.id, now })
  const more = `${maskedPart(reported, looked.covered)}${before === null ? '' : `&same=${before}`}`
  if (heldBack) return { to: `/cases/${id}?done=waits${more}` }
  return { to: `/cases/${id}?done=published${more}`, afterwards: () => forecastCase(id, now) }
}

/** Which kinds of personal data were taken out of the text, and whether words were, for the page that says so. */
export function maskedPart(reported: Extract<Reported, { ok: true }>, covered: boolean): string {
  const kinds = [...new Set([...reported.masked.flatMap(({ kinds }) => kinds), ...(covered ? ['word'] : [])])]
  return kinds.length > 0 ? `&masked=${kinds.join(',')}` : ''
}
