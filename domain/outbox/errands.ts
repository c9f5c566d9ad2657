import type { Happening } from './happening'
import type { LetterToSend } from './letter'

/**
 * Where a telling of many stopped: which kind of followers, of what, and the last of them who was told; null when all of
 * that target were.
 */
export type FanOutMark = { stage: number; target: string; after: number | null }

/** Every kind of errand and what it carries. A kind has its hand in server/outbox/hands.ts. */
export type Errands = {
  /** Tell those who follow it. */
  happening: { happening: Happening; mark?: FanOutMark }
  /** Carry a notice that stands on the site further, by mail, as its person wishes. */
  notice: { notificationId: number }
  /** Send a letter as it is. */
  letter: LetterToSend
  /** Ask whoever is due whether his case still waits. */
  ask_check_ins: Record<string, never>
  /** Send a notice by mail, if it is still wanted then. */
  notice_mail: { notificationId: number }
  /** Send by mail what somebody has not read of his last week. */
  digest: { personId: number }
  /** Send a webhook what its owner follows. */
  webhook: { deliveryId: number }
  /** Look whether a batch of cases moves a figure. */
  look_for_jumps: Record<string, never>
  /** Look whether a case or a reply says what another has said. */
  look_for_same: { subject: 'case' | 'reply'; subjectId: number }
  /** The same for all there are, from before they were looked at; `after` is the last that was. */
  look_for_same_in_old: { subject: 'case' | 'reply'; after: number }
}
export type ErrandKind = keyof Errands

/**
 * What is done side by side, and how many at a time. Each lane waits for its own alone: a receiver that does not answer
 * keeps no letter waiting. `inTurn`: of errands that share a turn, one at a time, so that none keeps others of its kind waiting.
 */
export const lanes: { kinds: ErrandKind[]; most: number; inTurn?: true }[] = [
  { kinds: ['happening', 'notice'], most: 16 },
  { kinds: ['letter', 'notice_mail', 'digest'], most: 4 },
  { kinds: ['webhook'], most: 8, inTurn: true },
  { kinds: ['look_for_jumps', 'ask_check_ins'], most: 1 },
  { kinds: ['look_for_same', 'look_for_same_in_old'], most: 1 },
]
