import type { Reason } from '../codes'
import type { Minute } from '../case/interval'
import { day, leavingAt, type Step } from './course'
import { afterOfficeMinutes, officeDay } from './office'
import type { Program } from './program'
import type { Random } from './random'
import { slownessAt, whenAwake, type World } from './world'

/** Renaming and code review: hand in, hear, hand in again. */
export function shortCourse(program: Program, world: World, start: Minute, random: Random): Step[] {
  const rename = program.process === 'rename'
  const { days, refused, reasons } = rename ? renaming : codeReview
  const steps: Step[] = []
  let submitted = start
  for (let round = 1; ; round++) {
    const slowness = slownessAt(world, submitted)
    const answered = afterOfficeMinutes(submitted, random.around(days * slowness, 1) * officeDay)
    const no = random.chance(round === 1 ? refused : refused / 2)
    const givesUp = random.chance(0.015) ? submitted + Math.round(random.around(4 * day, 0.8)) : null
    const answer: Step = no
      ? { type: 'sent_back', order: 1, round, minute: answered, reasons: [random.weighted(reasons)] }
      : { type: rename ? 'renamed' : 'approved', order: 1, round, minute: answered }
    steps.push(...leavingAt(givesUp, [{ type: 'submitted', order: 1, round, minute: submitted }, answer]))
    const last = steps.at(-1)!
    if (last.type !== 'sent_back') return steps
    submitted = whenAwake(last.minute + Math.ceil(Math.min(30 * day, random.around(0.7 * day, 1.1))), random)
    if (random.chance(0.07)) return [...steps, { type: 'withdrawn', order: 1, round, minute: submitted }]
  }
}

const renaming = {
  days: 0.6, refused: 0.35,
  reasons: { name_generic: 4, name_brand: 3, name_unrelated: 3, name_confusing: 2, name_app_like: 2, none_given: 1 },
} satisfies ShortReview
const codeReview = {
  days: 0.35, refused: 0.3,
  reasons: { category_mismatch: 5, service_unusable: 4, industry_licence: 2, other: 2, none_given: 1 },
} satisfies ShortReview

type ShortReview = { days: number, refused: number, reasons: Partial<Record<Reason, number>> }
