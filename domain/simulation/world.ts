import { dayNumber, dayStart, type Minute } from '../case/interval'
import type { Random } from './random'

/** The fourteen months that the simulation knows. All in minutes. */
export type World = { from: Minute, now: Minute, ruleChange: Minute }

const months = 14
const monthsSinceRuleChange = 5
const daysInMonth = 365.25 / 12

/** After the change auditors take this many times as long. */
const slowed = 1.8

/** … and proofs are asked for this many times as often. */
const demanding = 1.6

/** @param now minutes since the epoch; the last the simulation knows of */
export function worldUntil(now: Minute): World {
  const back = (count: number) => dayStart(dayNumber(now) - Math.round(count * daysInMonth))
  return { from: back(months), now, ruleChange: back(monthsSinceRuleChange) }
}

/** How many times as long the auditors take over what came in at `minute`. */
export function slownessAt(world: World, minute: Minute): number {
  return minute < world.ruleChange ? 1 : slowed
}

/** How many times as often a proof is asked for, likewise. */
export function demandAt(world: World, minute: Minute): number {
  return minute < world.ruleChange ? 1 : demanding
}

/** A moment at which somebody sits down to it: mostly on a workday, often after lunch, never in the small hours. */
export function someMoment(world: World, random: Random): Minute {
  for (;;) {
    const day = random.whole(dayNumber(world.from), dayNumber(world.now))
    // 1970-01-01 was a Thursday, so 2 and 3 are the weekend.
    const weekend = [2, 3].includes(day % 7)
    if (weekend && random.chance(0.6)) continue
    return dayStart(day) + Number(random.weighted(hours)) * 60 + random.whole(0, 59)
  }
}

/** The minute itself, or the next morning for what would fall between midnight and seven. */
export function whenAwake(minute: Minute, random: Random): Minute {
  const clock = minute - dayStart(dayNumber(minute))
  return clock < wakes ? minute - clock + random.whole(wakes, 10 * 60) : minute
}

const wakes = 7 * 60
const hours = {
  8: 2, 9: 8, 10: 12, 11: 10, 12: 4, 13: 6, 14: 11, 15: 11, 16: 9, 17: 4, 18: 2, 19: 2, 20: 3, 21: 3, 22: 2, 23: 1,
}
