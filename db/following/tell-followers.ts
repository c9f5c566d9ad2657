import { audienceOf } from '@/domain/following/audience-of'
import type { FanOutMark } from '@/domain/outbox/errands'
import type { Happening } from '@/domain/outbox/happening'
import { write, type Transaction } from '../connection'
import { endErrand, keepMark, type Errand } from '../outbox/errands'
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

/** One batch, or the way to the next target; null when all are told and the errand has ended. */
async function step(tx: Transaction, errand: Errand<'happening'>, mark: FanOutMark, now: number): Promise<FanOutMark | null> {
  const { happening } = errand.payload
  const next = await furtherStep(tx, happening, mark, now)
  if (next) await keepMark(tx, errand, { happening, mark: next }, now)
  else await endErrand(tx, errand, now)
  return next
}

async function furtherStep(tx: Transaction, it: Happening, mark: FanOutMark, now: number): Promise<FanOutMark | null> {
  const stage = audienceOf[it.what][mark.stage]
  if (!stage) return null
  const about = await caseInSight(tx, it.caseId)
  // What is hidden is nobody's news, but that it was hidden.
  if (!about || (about.state !== 'live' && it.what !== 'case_hidden')) return null
  if (mark.after === null) {
    const target = await nextTarget(tx, stage.subject, mark.target, it, about)
    return target === null ? { stage: mark.stage + 1, target: '', after: null } : { ...mark, target, after: 0 }
  }
  const followers = await followersAfter(tx, stage.subject, mark.target, { after: mark.after, limit: batch })
  if (followers.length > 0) {
    const personIds = followers.map(({ personId }) => personId).filter(id => !isToldAlready(id, it, about))
    await tellBatch(tx, personIds, { it, told: stage.told, subject: stage.subject, target: mark.target, about, now })
  }
  return { ...mark, after: followers.length < batch ? null : followers.at(-1)!.id }
}

// Who did it, and whose case it is: she is told at once and in person (add-reply, hiding, tagging).
function isToldAlready(personId: number, it: Happening, about: CaseInSight): boolean {
  return personId === it.actorId || personId === about.authorId
}
