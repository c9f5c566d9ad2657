import type { EventType, Process } from '../codes'
import type { Case, CaseDraft } from './case'
import { dayNumber, dayStart, minuteOf, type Interval } from './interval'
import { reportCase, type Reported } from './report'

export const tapTimes = ['now', 'today', 'yesterday'] as const
export type TapTime = (typeof tapTimes)[number]

// What an answer is called in each process; the last of all leads to whatever comes next in life.
const answers: Record<Process, readonly EventType[]> = {
  certification: ['approved', 'sent_back', 'name_refused', 'failed', 'withdrawn'],
  renewal: ['approved', 'sent_back', 'name_refused', 'failed', 'withdrawn'],
  filing: ['filed', 'platform_passed', 'platform_refused', 'bureau_refused', 'withdrawn'],
  rename: ['name_passed', 'name_refused', 'withdrawn'],
  code_review: ['approved', 'sent_back', 'withdrawn'],
}

/** The answers that one tap can record. */
export function answersOf(process: Process): readonly EventType[] {
  return answers[process]
}

/**
 * One's own case with one more step, as a tap tells it: still waiting, or the answer. `now` in epoch milliseconds;
 * 'today' and 'yesterday' are known to the day. The step is checked like any other. A "still waiting" that follows
 * another takes its place: it says all that the former said, and a daily one would fill the case within two months.
 */
export function addStep(it: Case, type: EventType, when: TapTime, now: number): Reported {
  const again = type === 'still_waiting' && it.events.at(-1)?.type === type
  const event = { type, at: intervalOf(when, now) }
  return reportCase({ ...draftOf(it), events: [...(again ? it.events.slice(0, -1) : it.events), event] }, now, it)
}

/** A case as the draft it could be handed in as again: all but what is derived from it. */
export function draftOf({ ref, facts, title, words, events, source, motive }: Case): CaseDraft {
  return { ...(ref !== null && { ref }), facts, title, words, events, source, motive }
}

function intervalOf(when: TapTime, now: number): Interval {
  const minute = minuteOf(now)
  if (when === 'now') return [minute, minute]
  const day = dayNumber(minute) - (when === 'yesterday' ? 1 : 0)
  // Today is not over: it cannot have been later than now.
  return [dayStart(day), Math.min(dayStart(day + 1) - 1, minute)]
}
