import { and, asc, type SQL } from 'drizzle-orm'
import { readCourse } from '@/domain/case/course-text'
import type { FigureFilter } from '@/domain/figures/filter'
import type { Course } from '@/domain/figures/course'
import type { ToldCase } from '@/domain/figures/told'
import { courseTexts } from '../cases/courses'
import type { Database } from '../connection'
import { cases } from '../schema'
import { countedCases } from './counted'
import { asKept, inPortions } from './portions'

/** What the counted cases say of themselves: names, proofs, outcomes. Fragments without a single wait are among them. */
export async function toldFor(database: Database, filter: FigureFilter): Promise<ToldCase[]> {
  return toldItems(database, filter, ({ course, caseId, account, month, outcome }) => {
    const { facts, telling } = readCourse(course)
    return { caseId, account, month: asKept(month), outcome: asKept(outcome), facts, events: telling }
  })
}

/** The counted cases with all their steps; every thread case is an account of its own. Fragments are among them. */
export async function coursesFor(database: Database, filter: FigureFilter): Promise<Course[]> {
  return toldItems(database, filter, ({ course, caseId, account, month, outcome }) => {
    const { facts, events } = readCourse(course)
    return { caseId, account, month: asKept(month), outcome: asKept(outcome), facts, events }
  })
}

/** One row a case, since there are many; the text that each has is nearly always one that was read before. */
export function toldQuery(database: Database, filter: FigureFilter, within?: SQL) {
  return database.select({
    caseId: cases.id, account: cases.account, month: cases.month, outcome: cases.outcome, course: cases.course,
  }).from(cases).where(and(...countedCases(database, filter), within)).orderBy(asc(cases.id))
}

type ToldRow = Awaited<ReturnType<typeof toldQuery>>[number] & { course: string }

function toldItems<Item>(database: Database, filter: FigureFilter, itemOf: (row: ToldRow) => Item): Promise<Item[]> {
  const rowsIn = async (within?: SQL): Promise<ToldRow[]> => {
    const rows = await toldQuery(database, filter, within)
    const missing = await courseTexts(database, rows.filter(({ course }) => course === null).map(({ caseId }) => caseId))
    return missing.size === 0 ? rows as ToldRow[] : rows.map(row => ({ ...row, course: row.course ?? missing.get(row.caseId)! }))
  }
  return inPortions(database, rowsIn, itemOf)
}
