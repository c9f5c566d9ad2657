import { ordersGone, roundsGone, type Journey } from '../case/attempts'
import { endingOf } from '../case/spells'
import type { Ending } from '../codes'
import { method } from '../statistics/method'
import type { OutcomeShare } from '../statistics/outcomes'
import { attemptsOf, type AttemptsFigure, type Way } from '../statistics/rounds'
import { hiddenGroups, type Suppression } from '../statistics/suppression'
import { headline, type CohortNote } from './cohort'
import { capCourses, type Course } from './course'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'
import { causeOf, endingsOf, settledLike } from './outcomes'

/** After this many rounds or orders, before the next: a share for each ending and those still under way; together 1. */
export type AttemptStep = { attempt: number; at_risk: number; endings: OutcomeShare[]; waiting: OutcomeShare }

/**
 * What became of cases round by round, or order by order (API names). `passed_in` are the shares that came to the good end in
 * the first, the second and any later one, as far as `steps` go. `left_out` do not tell how far they came.
 */
export type AttemptsAnswer = CohortNote & {
  method: string
  filter: FigureFilter
  endings: readonly Exclude<Ending, 'waiting'>[]
  n: number
  ended: number[] | null
  waiting: number | null
  accounts: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  steps: AttemptStep[]
  passed_in: [first: OutcomeShare, second: OutcomeShare, later: OutcomeShare] | null
  cases: number[]
}

export type RoundsFigure = AttemptsAnswer

/**
 * The cases that say what one order cost them: the share that had come to the good end with at most so many of them, and
 * what half had paid by then (null where half had not come to it). All null or empty where held back.
 */
export type FeeLine = {
  fee_yuan: number
  n: number
  accounts: number
  waiting: number | null
  suppressed: Suppression | null
  within: ({ orders: number; yuan: number } & OutcomeShare)[]
  median_yuan: number | null
}

/** The same by orders paid, and by what each cost. */
export type OrdersFigure = AttemptsAnswer & { fees: FeeLine[] }

/** `now` in minutes since the epoch decides which months have settled. */
export function roundsFigureOf(filter: FigureFilter, courses: readonly Course[], now: number): RoundsFigure {
  return answerOf(filter, roundTravellers(courses), courses, now).answer
}

export function ordersFigureOf(filter: FigureFilter, courses: readonly Course[], now: number): OrdersFigure {
  const { answer, counted } = answerOf(filter, orderTravellers(courses), courses, now)
  return { ...answer, fees: feesOf(filter, counted) }
}

/** A case that tells how far it came, in rounds or in orders. */
export type Traveller = Course & { journey: Journey; startMonth: string | null }

export function roundTravellers(courses: readonly Course[]): Traveller[] {
  return journeysOf(courses, ({ events, facts }) => roundsGone(events, facts.process))
}

export function orderTravellers(courses: readonly Course[]): Traveller[] {
  return journeysOf(courses, ({ events, facts }) => ordersGone(events, facts.process, facts.orders_paid))
}

function journeysOf(courses: readonly Course[], journeyOf: (course: Course) => Journey | null): Traveller[] {
  return courses.flatMap(course => {
    const journey = journeyOf(course)
    return journey ? [{ ...course, journey, startMonth: course.month }] : []
  })
}

function answerOf(
  filter: FigureFilter, travellers: readonly Traveller[], courses: readonly Course[], now: number,
): { answer: AttemptsAnswer; counted: Traveller[] } {
  const endings = endingsOf[filter.process]
  const { figure: { figure, split, counted, capped }, note } = headline(settledLike[filter.process], travellers, now, cohort => {
    const { counted, capped } = capCourses(cohort)
    const figure = attemptsOf(endings.length, counted.map(it => wayOf(it, endings)))
    return { figure, split: attemptsOf(3 + endings.length, counted.map(it => splitWayOf(it, endings))), counted, capped, accounts: figure.accounts }
  })
  const last = split.attempts.at(-1)
  const answer: AttemptsAnswer = {
    method,
    filter,
    endings,
    ...note,
    n: figure.n,
    ended: figure.ended,
    waiting: figure.waiting,
    accounts: figure.accounts,
    left_out: courses.length - travellers.length,
    capped,
    suppressed: figure.suppressed,
    early: figure.early,
    steps: figure.attempts.map(stepOf),
    passed_in: last ? [last.causes[0]!, last.causes[1]!, last.causes[2]!] : null,
    cases: casesToRead(figure.suppressed, travellers),
  }
  return { answer, counted }
}

const stepOf = ({ attempt, atRisk, causes, waiting }: AttemptsFigure['attempts'][number]): AttemptStep =>
  ({ attempt, at_risk: atRisk, endings: causes, waiting })

/** Its step and the cause it ended in, by the endings of its process. */
export function wayOf({ account, journey: { step, end } }: Traveller, endings: readonly Ending[]): Way {
  return { account, step, cause: end ? causeOf(endingOf[end], endings) : 0 }
}

/** The good end told apart by when it came: causes 1 to 3 are the first, the second and a later attempt, then all others. */
function splitWayOf(it: Traveller, endings: readonly Ending[]): Way {
  const way = wayOf(it, endings)
  if (way.cause !== 1) return { ...way, cause: way.cause === 0 ? 0 : way.cause + 3 }
  return { ...way, cause: Math.min(3, Math.floor(way.step / 2)) }
}

function feesOf(filter: FigureFilter, counted: readonly Traveller[]): FeeLine[] {
  const fees = [...new Set(counted.flatMap(({ facts }) => facts.fee_yuan ?? []))].sort((a, b) => a - b)
  const cells = fees.map(fee => ({ fee, paid: counted.filter(({ facts }) => facts.fee_yuan === fee) }))
  const hidden = hiddenGroups(cells, ({ paid }) => paid)
  return cells.map(cell => feeLine(cell.fee, cell.paid, filter, hidden.includes(cell)))
}

function feeLine(fee: number, paid: readonly Traveller[], filter: FigureFilter, isHidden: boolean): FeeLine {
  const endings = endingsOf[filter.process]
  const { n, accounts, waiting, suppressed, attempts } = attemptsOf(endings.length, paid.map(it => wayOf(it, endings)))
  const line = { fee_yuan: fee, n, accounts }
  if (suppressed || isHidden) {
    const reason = suppressed === 'few_accounts' || !isHidden ? suppressed : 'complement'
    return { ...line, waiting: isHidden ? null : waiting, suppressed: reason, within: [], median_yuan: null }
  }
  const within = attempts.map(({ attempt, causes }) => ({ orders: attempt, yuan: attempt * fee, ...causes[0]! }))
  return { ...line, waiting, suppressed, within, median_yuan: within.find(({ share }) => share >= 0.5)?.yuan ?? null }
}
