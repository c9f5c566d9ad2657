import type { AttemptEvent } from '../../../domain/case/attempts'
import type { Facts } from '../../../domain/case/facts'
import type { EventType, Reason } from '../../../domain/codes'
import type { Course } from '../../../domain/figures/course'
import { told } from './told'

/** A step as `type`, or as `[type, reasons]`; the next order or round begins at `|`. */
export type Told = EventType | [EventType, ...Reason[]] | '|' | '||'

/** Steps with their rounds: `|` begins the next round, `||` the next order. */
export function steps(...all: Told[]): AttemptEvent[] {
  let [order, round] = [1, 1]
  return all.flatMap((it): AttemptEvent[] => {
    if (it === '|') {
      round++
      return []
    }
    if (it === '||') {
      [order, round] = [order + 1, 1]
      return []
    }
    const [type, ...reasons] = Array.isArray(it) ? it : [it]
    return [{ type, order, round, ...(reasons.length > 0 && { reasons }) }]
  })
}

/** n certifications that went this way, each by an account of its own, begun in January 2026. */
export function gone(n: number, all: Told[], facts: Partial<Facts> = {}, more: Partial<Course> = {}): Course[] {
  return Array.from({ length: n }, () => ({ ...told(facts), month: '2026-01', events: steps(...all), ...more }))
}
