import { minuteOf } from '@/domain/case/interval'
import { cohorts, ofCohort } from '@/domain/figures/cohort'
import { countedByCohort, type Course } from '@/domain/figures/course'
import type { FigureFilter } from '@/domain/figures/filter'
import { allWider } from '@/domain/figures/guard'
import { nameChangesFigureOf, nameVerdictStage, timedChanges, type NameChangesFigure } from '@/domain/figures/name-changes'
import { settledLike } from '@/domain/figures/outcomes'
import { reasonsFigureOf, refusedRounds, type ReasonsFigure } from '@/domain/figures/reasons'
import { firstRefusals, repairsFigureOf, type RepairsFigure } from '@/domain/figures/repairs'
import { orderTravellers, ordersFigureOf, roundsFigureOf, roundTravellers, type OrdersFigure, type RoundsFigure } from '@/domain/figures/rounds'
import type { Database } from '../connection'
import { coursesFor } from './told'
import { guarded, remembering, type Reading } from './guard'
import { spellsFor } from './spells'

// Every figure of steps that follow one another; `now` in epoch milliseconds decides which months have settled.

export type Paths = { rounds: RoundsFigure; orders: OrdersFigure; reasons: ReasonsFigure; repairs: RepairsFigure }

/** All of them from one reading of the cases. */
export async function pathsOf(database: Database, filter: FigureFilter, now = Date.now()): Promise<Paths> {
  const reading = courses(database)
  return {
    rounds: await roundsFigure(database, filter, now, reading), orders: await ordersFigure(database, filter, now, reading),
    reasons: await reasonsFigure(database, filter, reading), repairs: await repairsFigure(database, filter, now, reading),
  }
}

export async function roundsFigure(
  database: Database, filter: FigureFilter, now = Date.now(), reading = courses(database),
): Promise<RoundsFigure> {
  const counted = (told: Course[]) => countedByCohort(roundTravellers(told), settledLike[filter.process], minuteOf(now))
  return guarded(database, filter, { ...reading, counted }, told => roundsFigureOf(filter, told, minuteOf(now)))
}

export async function ordersFigure(
  database: Database, filter: FigureFilter, now = Date.now(), reading = courses(database),
): Promise<OrdersFigure> {
  const counted = (told: Course[]) => countedByCohort(orderTravellers(told), settledLike[filter.process], minuteOf(now))
  return guarded(database, filter, { ...reading, counted }, told => ordersFigureOf(filter, told, minuteOf(now)))
}

export async function reasonsFigure(
  database: Database, filter: FigureFilter, reading = courses(database),
): Promise<ReasonsFigure> {
  const counted = (told: Course[]) => [ofCases(told, refusedRounds(told).counted)]
  return guarded(database, filter, { ...reading, counted }, told => reasonsFigureOf(filter, told))
}

export async function repairsFigure(
  database: Database, filter: FigureFilter, now = Date.now(), reading = courses(database),
): Promise<RepairsFigure> {
  const counted = (told: Course[]) => countedByCohort(firstRefusals(told).told, settledLike[filter.process], minuteOf(now))
  return guarded(database, filter, { ...reading, counted }, told => repairsFigureOf(filter, told, minuteOf(now)))
}

export async function nameChangesFigure(
  database: Database, filter: FigureFilter, now = Date.now(),
): Promise<NameChangesFigure> {
  const stage = nameVerdictStage[filter.process]
  const spells = await spellsFor(database, stage, allWider(filter)[0]!)
  const counted = (told: Course[]) => {
    const { timed } = timedChanges(told, spells)
    return cohorts.map(cohort => ofCases(told, ofCohort(timed, cohort, stage, minuteOf(now))))
  }
  const reading = { ...courses(database), counted }
  return guarded(database, filter, reading, told => nameChangesFigureOf(filter, told, told.length > 0 ? spells : [], minuteOf(now)))
}

const courses = (database: Database): Reading<Course> => ({ load: remembering(filter => coursesFor(database, filter)) })

/** The cases of which something is counted. */
function ofCases(courses: Course[], counted: readonly { caseId: number }[]): Course[] {
  const ids = new Set(counted.map(({ caseId }) => caseId))
  return courses.filter(({ caseId }) => ids.has(caseId))
}
