import type { Minute } from '../case/interval'
import { day } from './course'
import type { Random } from './random'
import type { Truth } from './truth'

/** When a person speaks of a case: first, by taps of "still waiting", and the last time they tell it anew. */
export type Reporting = { first: Minute, taps: Minute[], last: Minute | null }

/** Reminders go out every three days. */
const reminderDays = 3
const answersReminder = 0.7

/** Nobody answers a reminder for ever. */
const mostReminders = 30

/**
 * How a case is reported by `now`, or null if it is not yet. Two in five tell it only when it is over; the others at
 * some moment on the way (whether it is over by then or not). Of those with an answer still to come a share `comeBack`
 * do come back: half when they know, half as they are reminded. Nothing here looks at what will become of a case:
 * selection on the result is what no method repairs, and the simulation leaves it out on purpose.
 */
export function reportingOf(truth: Truth, now: Minute, comeBack: number, random: Random): Reporting | null {
  const delay = () => 3 + Math.round(random.exponential(1.2 * day))
  if (random.chance(0.42)) return within(now, { first: truth.endedAt + delay(), taps: [], last: null })

  const first = momentOnTheWay(truth, random)
  if (first >= truth.endedAt) return within(now, { first: first + 3, taps: [], last: null })
  if (!random.chance(comeBack)) return within(now, { first, taps: [], last: null })
  if (random.chance(0.5)) return within(now, { first, ...reminded(truth, first, now, random) })
  const back = truth.endedAt + delay()
  return within(now, { first, taps: [], last: back <= now ? back : null })
}

function within(now: Minute, reporting: Reporting): Reporting | null {
  return reporting.first <= now ? reporting : null
}

/** Sooner or later after paying, or just after something happened: what a person knows at the time decides, no more. */
function momentOnTheWay({ process, steps, spells }: Truth, random: Random): Minute {
  const { start } = spells.find(({ stage }) => stage === 'whole')!
  const later = start + 2 + Math.round(random.exponential((process === 'filing' ? 6 : 1.2) * day))
  const prompted = steps.find(({ type, minute }) => minute >= start && prompts.has(type) && random.chance(0.2))
  return prompted ? Math.min(later, prompted.minute + random.whole(1, 30)) : later
}

const prompts = new Set([
  'called', 'call_missed', 'sent_back', 'proof_requested', 'platform_passed', 'platform_refused', 'bureau_refused',
])

function reminded(truth: Truth, first: Minute, now: Minute, random: Random): Pick<Reporting, 'taps' | 'last'> {
  const taps: Minute[] = []
  for (let i = 1; i <= mostReminders; i++) {
    const answer = first + i * reminderDays * day + random.whole(0, 600)
    if (answer > now) break
    if (!random.chance(answersReminder)) continue
    // In the very minute of the end there is nothing left to wait for.
    if (answer >= truth.endedAt) return { taps, last: answer }
    taps.push(answer)
  }
  return { taps, last: taps.at(-1) ?? null }
}
