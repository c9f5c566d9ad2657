import { and, asc } from 'drizzle-orm'
import { readCourse } from '@/domain/case/course-text'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Course } from '@/domain/figures/course'
import type { ToldCase } from '@/domain/figures/told'
import { courseTexts } from '../cases/courses'
import type { Database } from '../connection'
import { cases } from '../schema'
import { countedCases } from './counted'

/** What the counted cases say of themselves: names, proofs, outcomes. Fragments without a single wait are among them. */
export async function toldFor(database: Database, filter: FigureFilter): Promise<ToldCase[]> {
  return (await toldRows(database, filter)).map(({ course, ...row }) => {
    const { facts, telling } = readCourse(course)
    return { ...row, facts, events: telling }
  })
}

/** The counted cases with all their steps; every thread case is an account of its own. Fragments are among them. */
export async function coursesFor(database: Database, filter: FigureFilter): Promise<Course[]> {
  return (await toldRows(database, filter)).map(({ course, ...row }) => {
    const { facts, events } = readCourse(course)
    return { ...row, facts, events }
  })
}

/** One row a case, since there are many; the text that each has is nearly always one that was read before. */
export function toldQuery(database: Database, filter: FigureFilter) {
  return database.select({
    caseId: cases.id, account: cases.account, month: cases.month, outcome: cases.outcome, course: cases.course,
  }).from(cases).where(and(...countedCases(database, filter))).orderBy(asc(cases.id))
}

async function toldRows(database: Database, filter: FigureFilter) {
  const rows = await toldQuery(database, filter)
  const missing = await courseTexts(database, rows.filter(({ course }) => course === null).map(({ caseId }) => caseId))
  return rows.map(row => ({ ...row, course: row.course ?? missing.get(row.caseId)! }))
}
