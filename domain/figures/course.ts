import { attemptsOf, type Attempt, type AttemptEvent } from '../case/attempts'
import { toldOf } from '../case/told'
import type { Stage } from '../codes'
import { capCases } from '../statistics/cap'
import { cohorts, ofCohort } from './cohort'
import type { ToldCase } from './told'

/** A counted case with all its steps in their order, for what became of it from one round to the next. */
export type Course = Omit<ToldCase, 'events'> & { events: readonly AttemptEvent[] }

/** At most 3 cases of one account and month, as with spells; `capped` is how many do not count. */
export function capCourses<C extends Course>(courses: readonly C[]): { counted: C[]; capped: number } {
  const counted = capCases(courses)
  return { counted, capped: courses.length - counted.length }
}

/** What each cohort counts: a figure shows one of them, and the other may be worked out from wider figures. */
export function countedByCohort<C extends Course & { startMonth: string | null }>(courses: readonly C[], settling: Stage, now: number): C[][] {
  return cohorts.map(cohort => capCourses(ofCohort(courses, cohort, settling, now)).counted)
}

/** A refused round and what was made of it: the next round, where there is one. */
export type Repair = { refused: Attempt; next: Attempt | null }

/** The first refusal of a case that is of a kind, and the round after it. */
export function firstRepair({ events, facts }: Course, isMeant: (refused: Attempt) => boolean = () => true): Repair | null {
  const attempts = attemptsOf(events, facts.process)
  const place = attempts.findIndex(it => it.result === 'refused' && isMeant(it))
  return place === -1 ? null : { refused: attempts[place]!, next: attempts[place + 1] ?? null }
}

/** The name was said to be changed, and how. */
export const saysChange = ({ facts: { name_change } }: Course) => name_change !== undefined && name_change !== 'unknown'

/** Told to take another name, or to prove the one it has. */
export const isTold = (it: Course) => toldOf(it).toChange || toldOf(it).toProve
