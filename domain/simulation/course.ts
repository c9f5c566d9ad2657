import type { EventType, NamePattern, Proof, Reason, RestrictedScope } from '../codes'
import type { Minute } from '../case/interval'

/** What truly happened, to the minute, whether or not anybody will tell it. */
export type Step = {
  type: EventType
  order: number
  round: number
  minute: Minute
  reasons?: Reason[]
  kinds?: Exclude<Proof, 'none'>[]
  scopes?: RestrictedScope[]
  /** The kind of name it was handed in with; no event tells it. */
  names?: NamePattern[]
}

/** A course that gives up in the middle: what came first stands, then the person leaves. */
export function leavingAt(minute: Minute | null, steps: Step[]): Step[] {
  const last = steps.at(-1)
  if (minute === null || !last || minute >= last.minute) return steps
  const before = steps.filter(step => step.minute <= minute)
  return [...before, { type: 'withdrawn', order: last.order, round: last.round, minute }]
}

export const hour = 60
export const day = 1440
