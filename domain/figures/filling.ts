import { dayNumber, type Interval, type Minute } from '../case/interval'
import type { Stage } from '../codes'
import { reportedBy } from '../statistics/reporting-delay'
import { settledAfterDays } from '../statistics/settled'
import { reportedEnough } from '../statistics/thresholds'
import { stagesOf } from './filter'
import { ageOf } from './periods'
import type { TrendQuestion, TrendSpell, Within } from './trend'

/**
 * Still filling in: not yet old enough to have been answered in time, or not yet reported by 9 in 10. Where too few people
 * told of themselves to know how late they do, as long as the stage takes to settle.
 */
export function fillingOf(
  question: TrendQuestion, { scale, time }: Within, spells: readonly TrendSpell[], now: Minute,
): (period: Interval) => boolean {
  const delays = firstOfEach(spells).flatMap(({ startEarliest, startLatest, reportedAt }) => {
    if (startEarliest === null || startLatest === null || reportedAt === null) return []
    const day = dayNumber(startEarliest)
    return day === dayNumber(startLatest) ? [{ delay: dayNumber(reportedAt) - day, limit: dayNumber(now) - day }] : []
  })
  const reported = reportedBy(delays)
  return period => {
    const age = ageOf(period, now)
    if (age < (scale === 'day' ? time + 1 : 1)) return true
    return reported ? reported(age) < reportedEnough : age < settledAfterDays[settledLike(question)]
  }
}

/** A later round is told by somebody who reports already, so only the first says how late people come. */
function firstOfEach(spells: readonly TrendSpell[]): TrendSpell[] {
  const seen = new Set<number>()
  return spells.filter(({ caseId }) => !seen.has(caseId) && seen.add(caseId))
}

function settledLike({ filter: { process }, measure, stage }: TrendQuestion): Stage {
  return measure === 'answered' ? stage : stagesOf[process].at(-1)!
}
