import type { CaseDraft } from '../case/case'
import {
  dayNumber, dayStart, intervalOfDay, intervalOfPart, intervalOfWeek, dayOf, partHours, type Interval, type Minute,
} from '../case/interval'
import { partsOfDay } from '../codes'
import { day, hour, type Step } from './course'
import type { Style } from './program'
import { randomFrom, type Random } from './random'

type EventDraft = CaseDraft['events'][number]
type Told = Omit<Step, 'order' | 'round'>

/**
 * The events of a case as a person tells them at `until`: some small steps forgotten, the times as precise as this
 * person remembers them (never wrong), "still waiting" at each tap and, when the case is open, at the telling itself.
 * The same step is told the same way every time: each has its own chance, from `seed` and its place.
 */
export function tell(
  steps: readonly Step[], until: Minute, taps: readonly Minute[], over: boolean, style: Style, seed: string,
): EventDraft[] {
  const remembered = steps
    .filter(step => step.minute <= until)
    .filter((step, i) => style === 'wholly' || isRemembered(step, steps, randomFrom(seed, 'keep', i)))
  const waiting = [...taps, ...(over ? [] : [until])].filter(minute => isAwaited(remembered, minute))
  const told = [...remembered, ...waiting.map((minute): Told => ({ type: 'still_waiting', minute }))]
    .sort((a, b) => a.minute - b.minute)
  // Where a person's clock stands after each event, so that a wait without a date still names its day.
  let anchored = false
  return told.map((step, i) => {
    const random = randomFrom(seed, 'time', step.type, step.minute)
    const when = step.type === 'still_waiting' ? clock(step.minute)
      : times[style](step.minute, told[i - 1]?.minute, anchored, random)
    anchored = when.at ? isAnchor(when.at) : anchored
    const { type, reasons, kinds, scopes } = step
    return { type, ...when, ...(reasons && { reasons }), ...(kinds && { kinds }), ...(scopes && { scopes }) }
  })
}

type When = Pick<EventDraft, 'at' | 'since_previous_minutes'>

/** How often a step is told; what is not listed always is. */
const rememberedShare: Partial<Record<Step['type'], number>> = {
  notified: 0.5, started: 0.4, invoiced: 0.2, dispatched: 0.3, call_ended: 0.3, proof_submitted: 0.85, paid: 0.97,
  platform_passed: 0.88, sms_sent: 0.75, sms_expired: 0.9, sms_done: 0.75, bureau_received: 0.8,
  qualification_passed: 0.25, name_passed: 0.25, renewal_due: 0.4,
}

function isRemembered({ type, order, round }: Step, steps: readonly Step[], random: Random): boolean {
  const kept = random.chance(rememberedShare[type] ?? 1)
  // The two verdicts of an order that kept its old name are one answer; without the first the second means less.
  const inRound = (other: Step) => other.order === order && other.round === round
  if (kept || type !== 'qualification_passed') return kept
  return steps.some(other => inRound(other) && other.type === 'name_refused')
}

/** Between a failed order and the next payment there is nothing to wait for; and none is told of who forgot that he paid. */
function isAwaited(steps: readonly Step[], minute: Minute): boolean {
  return steps.findLast(step => step.minute <= minute)?.type !== 'failed'
}

const times: Record<Style, (minute: Minute, before: Minute | undefined, anchored: boolean, random: Random) => When> = {
  wholly: minute => clock(minute),
  clock: (minute, _before, _anchored, random) => {
    const precision = random.weighted({ minute: 95, part: 2, day: 3 })
    return precision === 'minute' ? clock(minute) : precision === 'part' ? partOf(minute) : dayAround(minute)
  },
  waits: (minute, before, anchored, random) => {
    if (before === undefined) return partOf(minute)
    const wait = minute - before
    const alone = anchored && wait <= hour && dayNumber(minute) === dayNumber(before) && random.chance(0.5)
    return { ...(alone ? {} : wait < 6 * hour ? dayAround(minute) : partOf(minute)), ...remembered(wait) }
  },
  days: minute => dayAround(minute),
  rough: (minute, before, _anchored, random) => {
    if (before === undefined || random.chance(0.4)) return { at: intervalOfWeek(dayOf(minute))! }
    return random.chance(0.7) ? dayAround(minute) : {}
  },
}

const clock = (minute: Minute): When => ({ at: [minute, minute] })
const dayAround = (minute: Minute): When => ({ at: intervalOfDay(dayOf(minute))! })

/** Morning, noon, afternoon, evening, night, whichever comes first; the small hours are only a date. */
function partOf(minute: Minute): When {
  const time = minute - dayStart(dayNumber(minute))
  const part = partsOfDay.find(part => partHours[part][0] <= time && time <= partHours[part][1])
  return part ? { at: intervalOfPart(dayOf(minute), part)! } : dayAround(minute)
}

/** Early enough on one day that an hour later is the same day whatever the minute. */
function isAnchor([earliest, latest]: Interval): boolean {
  const midnight = dayStart(dayNumber(earliest)) + day
  return latest - earliest < day - 1 && latest + 3 * hour < midnight
}

/**
 * "About half an hour", "about two days": a round number near the wait, and bounds around it that hold the wait itself.
 * A long wait is remembered as well as a short one; else the waits known to the minute would be the short ones.
 */
function remembered(wait: number): When {
  const unit = wait < 7 * hour ? 1 : wait < 2 * day ? hour : day
  const round = roundNumbers.map(number => number * unit)
    .reduce((best, number) => farness(number, wait) < farness(best, wait) ? number : best)
  const [least, most] = [Math.min(wait, Math.floor(round * 0.9)), Math.max(wait, Math.ceil(round * 1.1))]
  return { since_previous_minutes: [least, most] }
}

const roundNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 75, 90, 120, 150, 180, 240, 300, 360]

const farness = (number: number, wait: number) => Math.abs(Math.log(number / Math.max(1, wait)))
