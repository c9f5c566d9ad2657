import type { NamePattern, Reason } from '../codes'
import type { Minute } from '../case/interval'
import { day, hour, leavingAt, type Step } from './course'
import { objectionTo, renamedFrom } from './names'
import { afterOfficeMinutes, officeDay } from './office'
import { isPersonal, type Program } from './program'
import type { Random } from './random'
import { demandAt, slownessAt, whenAwake, type World } from './world'

// Half of the waits, in minutes of the auditor's working time.
const waits = {
  personal: { dispatch: 5, call: 17, decision: 70 },
  organisation: { dispatch: 9, call: 38, decision: 230 },
} as const

/** A refusal is thought over longer than an approval: why "approved of those decided" misleads. */
const refusalTakes = 1.7

/** Where the review stands: fee order, round in it, and the name as it is now. */
type Place = { order: number, round: number, names: NamePattern[], begun: Minute }

/** A first certification or a renewal from sitting down to its end, however long that takes. */
export function certificationCourse(program: Program, world: World, start: Minute, random: Random): Step[] {
  const steps = before(program, start, random)
  let place: Place = { order: 1, round: 1, names: program.names, begun: start }
  for (;;) {
    const review = reviewRound(program, world, place, random)
    steps.push(...review)
    const last = review.at(-1)!
    const again = last.type === 'failed' ? paysAgain(place, last, random) : null
    if (last.type !== 'sent_back' && !again) return steps
    if (again) {
      place = again
      continue
    }
    const { leaves, begun } = reactionTo(program, place, last, random)
    if (random.chance(0.06)) steps.push({ ...at(place, 'restricted', last.minute), scopes: ['search', 'share'] })
    if (leaves) return [...steps, at(place, leaves, begun)]
    place = { ...place, round: place.round + 1, names: renamedFrom(place.names, random), begun }
  }
}

function before(program: Program, start: Minute, random: Random): Step[] {
  const place = { order: 1, round: 1 }
  if (program.process === 'renewal') return [at(place, 'renewal_due', start - random.whole(2, 28) * day)]
  return program.entry === 'notice' ? [at(place, 'notified', start - random.whole(60, 20 * day))] : []
}

function reviewRound(program: Program, world: World, place: Place, random: Random): Step[] {
  const steps = handIn(place, random)
  const base = steps.at(-1)!.minute
  const pace = isPersonal(program) ? waits.personal : waits.organisation
  const slowness = slownessAt(world, base)
  const work = (from: Minute, median: number, sigma: number) =>
    afterOfficeMinutes(from, random.around(median * slowness, sigma))
  const givesUp = random.chance(0.02) ? base + Math.round(random.around(3 * day, 0.8)) : null

  const dispatched = work(base, pace.dispatch, 0.7)
  steps.push(at(place, 'dispatched', dispatched))
  let heard = dispatched
  if (random.chance(0.93)) {
    heard = work(dispatched, pace.call, 1)
    if (random.chance(0.12)) {
      steps.push(at(place, 'call_missed', heard))
      if (random.chance(0.1)) return leavingAt(givesUp, [...steps, neverReached(place, heard, random)])
      heard = work(heard, 2 * hour, 0.8)
    }
    steps.push(at(place, 'called', heard))
    heard += random.whole(2, 14)
    steps.push(at(place, 'call_ended', heard))
  }
  const objection = objectionTo(program, place.names, place.round, demandAt(world, base), random)
  if (objection?.proof) {
    const requested = work(heard, pace.decision / 2, 0.8)
    steps.push({ ...at(place, 'proof_requested', requested), kinds: [objection.proof] })
    heard = requested
    if (hasProof(program, objection.proof, random)) {
      heard = requested + Math.ceil(random.around(7 * hour, 1))
      steps.push({ ...at(place, 'proof_submitted', heard), kinds: [objection.proof] })
      const approved = work(heard, pace.decision, 0.9)
      if (random.chance(0.85)) return leavingAt(givesUp, [...steps, ...approval(place, approved)])
    }
  }
  const other = objection ? null : otherObjection(program, random)
  if (!objection && !other) return leavingAt(givesUp, [...steps, ...approval(place, work(heard, pace.decision, 1.1))])
  const decided = work(heard, pace.decision * refusalTakes, 1.1)
  return leavingAt(givesUp, [...steps, ...refusal(place, decided, other ?? objection!.reason, random)])
}

function handIn({ order, round, begun, names }: Place, random: Random): Step[] {
  const place = { order, round }
  if (round > 1) return [{ ...at(place, 'submitted', begun), names }]
  const submitted = begun + random.whole(4, 45)
  const invoiced = submitted + random.whole(1, 6)
  return [
    at(place, 'started', begun), { ...at(place, 'submitted', submitted), names }, at(place, 'invoiced', invoiced),
    at(place, 'paid', invoiced + random.whole(1, 12)),
  ]
}

function neverReached(place: Place, missed: Minute, random: Random): Step {
  if (random.chance(0.7)) {
    const minute = afterOfficeMinutes(missed, random.whole(1, 4) * officeDay)
    return { ...at(place, 'sent_back', minute), reasons: ['unreachable'] }
  }
  return at(place, 'timed_out', missed + random.whole(8 * day, 16 * day))
}

function hasProof(program: Program, proof: string, random: Random): boolean {
  if (proof === 'software_copyright') return program.copyright === 'had_before'
  return random.chance(proof === 'own_name_link' ? 0.9 : program.names[0] === 'own_trademark' ? 0.9 : 0.3)
}

function otherObjection(program: Program, random: Random): Reason | null {
  if (!random.chance(isPersonal(program) ? 0.1 : 0.13)) return null
  return random.weighted<Reason>(isPersonal(program)
    ? { photo_quality: 3, identity_mismatch: 2, occupation_proof: 3, category_mismatch: 2, none_given: 2, other: 1 }
    : { industry_licence: 4, category_mismatch: 3, identity_mismatch: 2, service_unusable: 1, none_given: 1, other: 1 })
}

function approval(place: Place, minute: Minute): Step[] {
  return [at(place, 'qualification_passed', minute), at(place, 'name_passed', minute), at(place, 'approved', minute)]
}

function refusal(place: Place, minute: Minute, reason: Reason, random: Random): Step[] {
  const aboutName = reason.startsWith('name_')
  if (aboutName && place.round > 1 && random.chance(0.25)) {
    return [at(place, 'qualification_passed', minute), { ...at(place, 'name_refused', minute), reasons: [reason] }]
  }
  const given: Reason[] = random.chance(0.08) ? ['none_given'] : [reason]
  if (given[0] === 'name_generic' && random.chance(0.25)) given.push('name_confusing')
  const ends = place.round >= 5 || random.chance([0.02, 0.22, 0.5, 0.6][place.round - 1] ?? 1)
  return [{ ...at(place, ends ? 'failed' : 'sent_back', minute), reasons: given }]
}

/** A failed order is lost with its fee; some pay a second and a third. */
function paysAgain({ order, names }: Place, failed: Step, random: Random): Place | null {
  if (order === 3 || !random.chance(0.45)) return null
  const begun = whenAwake(failed.minute + Math.ceil(random.around(1.5 * day, 0.8)), random)
  return { order: order + 1, round: 1, names: renamedFrom(names, random), begun }
}

function reactionTo(program: Program, place: Place, refused: Step, random: Random):
{ leaves: 'withdrawn' | 'moved_subject' | null, begun: Minute } {
  const after = (median: number, sigma: number) =>
    whenAwake(refused.minute + Math.ceil(Math.min(60 * day, random.around(median, sigma))), random)
  if (random.chance(0.06 + 0.04 * place.round)) return { leaves: 'withdrawn', begun: after(4 * day, 0.8) }
  if (isPersonal(program) && random.chance(0.03)) return { leaves: 'moved_subject', begun: after(6 * day, 0.8) }
  // Some wait for the certificate that was asked for.
  const certificate = refused.reasons?.includes('name_app_like') && program.copyright === 'none' && random.chance(0.12)
  return { leaves: null, begun: certificate ? after(28 * day, 0.35) : after(15 * hour, 1.2) }
}

function at({ order, round }: { order: number, round: number }, type: Step['type'], minute: Minute): Step {
  return { type, order, round, minute }
}
