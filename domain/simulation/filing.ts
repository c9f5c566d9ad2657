import type { Province, Reason } from '../codes'
import type { Minute } from '../case/interval'
import { day, leavingAt, type Step } from './course'
import { afterOfficeMinutes, officeDay } from './office'
import type { Program } from './program'
import type { Random } from './random'
import { slownessAt, whenAwake, type World } from './world'

/** Half of the bureaus' answers come within so many working days; twenty are the law's limit. */
const bureauDays: Partial<Record<Province, number>> = {
  guangdong: 4, beijing: 11, shanghai: 8, zhejiang: 5, shandong: 9, henan: 10,
}
const usualBureauDays = 6.5
const mostBureauDays = 20

/** A filing from its first submission to its end. The bureau is another authority: the change leaves it alone. */
export function filingCourse(program: Program, world: World, start: Minute, random: Random): Step[] {
  const steps: Step[] = [{ type: 'started', order: 1, round: 1, minute: start }]
  let submitted = start + random.whole(10, 90)
  for (let round = 1; ; round++) {
    const part = filingRound(program, world, round, submitted, random)
    steps.push(...part)
    const last = part.at(-1)!
    if (last.type !== 'platform_refused' && last.type !== 'bureau_refused') return steps
    const after = (median: number, sigma: number) =>
      whenAwake(last.minute + Math.ceil(Math.min(40 * day, random.around(median, sigma))), random)
    if (round >= 4 && random.chance(0.5)) return [...steps, { type: 'failed', order: 1, round, minute: last.minute }]
    if (random.chance(0.05)) return [...steps, { type: 'withdrawn', order: 1, round, minute: after(5 * day, 0.8) }]
    submitted = after(0.8 * day, 1.1)
  }
}

function filingRound(program: Program, world: World, round: number, submitted: Minute, random: Random): Step[] {
  const at = (type: Step['type'], minute: Minute, reasons?: Reason[]): Step =>
    ({ type, order: 1, round, minute, ...(reasons ? { reasons } : {}) })
  const work = (from: Minute, days: number, sigma: number, most = 60) =>
    afterOfficeMinutes(from, Math.min(most, random.around(days, sigma)) * officeDay)
  const givesUp = random.chance(0.015) ? submitted + Math.round(random.around(6 * day, 0.8)) : null

  const steps = [at('submitted', submitted)]
  const platform = work(submitted, 0.9 * slownessAt(world, submitted), 0.7)
  if (random.chance(round === 1 ? 0.3 : 0.16)) {
    return leavingAt(givesUp, [...steps, at('platform_refused', platform, [random.weighted(platformReasons)])])
  }
  steps.push(at('platform_passed', platform))
  let verified = platform
  if (round === 1) {
    let sent = work(platform, 0.2, 0.6)
    if (random.chance(0.06)) {
      steps.push(at('sms_sent', sent), at('sms_expired', sent + day))
      sent = work(sent + day, 0.5, 0.5)
    }
    verified = sent + Math.ceil(Math.min(day - 1, random.around(80, 1.3)))
    steps.push(at('sms_sent', sent), at('sms_done', verified))
  }
  const received = work(verified, 0.4, 0.6)
  const answered = work(received, bureauDays[program.province] ?? usualBureauDays, 0.45, mostBureauDays)
  const refused = random.chance(round === 1 ? 0.09 : 0.05)
  steps.push(at('bureau_received', received))
  steps.push(refused ? at('bureau_refused', answered, [random.weighted(bureauReasons)]) : at('filed', answered))
  return leavingAt(givesUp, steps)
}

const platformReasons: Partial<Record<Reason, number>> = {
  photo_quality: 5, identity_mismatch: 4, category_mismatch: 4, name_generic: 3, name_exaggerated: 2, name_region: 2,
  service_unusable: 1, none_given: 1, other: 1,
}
const bureauReasons: Partial<Record<Reason, number>> = {
  identity_mismatch: 4, photo_quality: 3, industry_licence: 3, name_exaggerated: 2, unreachable: 2, none_given: 2,
}
