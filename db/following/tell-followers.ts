import { audienceOf } from '@/domain/following/audience-of'
import { eventOf } from '@/domain/webhooks/event'
import type { FanOutMark } from '@/domain/outbox/errands'
import type { Happening } from '@/domain/outbox/happening'
import { write, type Transaction } from '../connection'
import { endErrand, keepMark, type Errand } from '../outbox/errands'
import { tellWebhooks } from '../webhooks/tell'
import { caseInSight, type CaseInSight } from './case-in-sight'
import { followersAfter, nextTarget } from './followers'
import { tellBatch } from './tell-batch'

const batch = 200

/**
 * Tells everybody who follows what happened, some hundred in a write of their own, so that ten thousand followers keep
 * nobody waiting. How far it came is kept with what was told: each is told once, however often this is begun again.
 */
export async function tellFollowers(errand: Errand<'happening'>, now: () => number): Promise<void> {
  for (let mark = errand.payload.mark ?? first; ;) {
    const next = await write(tx => step(tx, errand, mark, now()))
    if (next === null) return
    mark = next
  }
}

const first: FanOutMark = { stage: 0, target: '', after: null }

/** So far that some hundred are told, which for most is all in one write; null when all are, and the errand has ended. */
async function step(tx: Transaction, errand: Errand<'happening'>, from: FanOutMark, now: number): Promise<FanOutMark | null> {
  const { happening } = errand.payload
  const about = await caseInSight(tx, happening.caseId)
  // What is hidden is nobody's news, but that it was hidden.
  const isNews = about !== null && (about.state === 'live' || happening.what === 'case_hidden')
  let mark: FanOutMark | null = isNews ? from : null
  for (let told = 0; mark && told < batch;) {
    const further: { mark: FanOutMark | null; told: number } = await furtherStep(tx, { it: happening, about: about!, key: errand.key, since: errand.createdAt, now }, mark)
    mark = further.mark
    told += further.told
  }
  if (mark) await keepMark(tx, errand, { happening, mark }, now)
  else await endErrand(tx, errand, now)
  return mark
}

type Telling = { it: Happening; about: CaseInSight; key: string; since: number; now: number }

/** One batch, or the way to the next target; no mark when all are told. */
async function furtherStep(tx: Transaction, { it, about, key, since, now }: Telling, mark: FanOutMark): Promise<{ mark: FanOutMark | null; told: number }> {
  const stage = audienceOf[it.what][mark.stage]
  if (!stage) return { mark: null, told: 0 }
  if (mark.after === null) {
    const target = await nextTarget(tx, stage.subject, mark.target, it, about)
    return { mark: target === null ? { stage: mark.stage + 1, target: '', after: null } : { ...mark, target, after: 0 }, told: 0 }
  }
  const followers = await followersAfter(tx, stage.subject, mark.target, { after: mark.after, since, limit: batch })
  const personIds = followers.map(({ personId }) => personId).filter(id => !isToldAlready(id, it, about))
  const telling = { it, told: stage.told, subject: stage.subject, target: mark.target, about, now }
  const told = await tellBatch(tx, personIds, telling)
  // A program hears also what its owner is told in person; a case that is there, where he hears it himself.
  const hooked = stage.told === 'new_case' ? told : followers.flatMap(({ personId }) => (personId === it.actorId ? [] : personId))
  await tellWebhooks(tx, hooked, { ...eventOf(it, about, { subject: stage.subject, target: mark.target }), key, now })
  return { mark: { ...mark, after: followers.length < batch ? null : followers.at(-1)!.id }, told: followers.length }
}

// Who did it, and whose case it is: she is told at once and in person (add-reply, hiding, tagging).
function isToldAlready(personId: number, it: Happening, about: CaseInSight): boolean {
  return personId === it.actorId || personId === about.authorId
}
