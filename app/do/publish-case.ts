import type { Reported } from '@/domain/case/report'
import { permit } from '@/domain/permission'
import type { Transaction } from '@/db/connection'
import { tieMeToo, toldBefore } from '@/db/cases/me-too'
import { storeCase } from '@/db/cases/store'
import { forecastCase } from '@/db/figures/forecasts'
import { askForALook } from '@/db/moderation/batches/look'
import { rememberOrigin } from '@/db/moderation/batches/origins'
import { waitsFor } from '@/db/moderation/waits'
import { personById } from '@/db/people/people'
import type { ActAnswer, MemberContext } from '../act'

/** Publishes what somebody tells of his own, whichever way he tells it: the form and the API end here. */
export async function publishCase(
  tx: Transaction, reported: Reported, { author, now, device, address }: Pick<MemberContext, 'author' | 'now' | 'device' | 'address'>,
  { like, again }: { like: number | null; again: boolean } = { like: null, again: false },
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
  const heldBack = await waitsFor(tx, author, now)
  const id = await storeCase(tx, { case: reported.case, authorId: author.id, account: person.pseudonym, device, now, heldBack })
  await rememberOrigin(tx, { subject: 'case', subjectId: id, address, now })
  await askForALook(tx, now)
  if (like !== null) await tieMeToo(tx, { caseId: id, ofId: like, byId: author.id, now })
  if (heldBack) return { to: `/cases/${id}?done=waits${maskedPart(reported)}` }
  return { to: `/cases/${id}?done=published${maskedPart(reported)}`, afterwards: () => forecastCase(id, now) }
}

/** Which kinds of personal data were taken out of the text, for the page that says so. */
export function maskedPart(reported: Extract<Reported, { ok: true }>): string {
  const kinds = [...new Set(reported.masked.flatMap(({ kinds }) => kinds))]
  return kinds.length > 0 ? `&masked=${kinds.join(',')}` : ''
}
