import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { writeCourse } from '@/domain/case/course-text'
import { read, write, type Database } from '../connection'
import { cases, siteValues } from '../schema'
import { casesByIds } from './rows'

// What one write may hold others up for.
const atOnce = 500
// Another number has every text written anew at the next start: raise it when `writeCourse` says something else.
const version = 1
const name = 'courses'

/** The texts of these cases, worked out from all that is stored of them. */
export async function courseTexts(database: Database, ids: readonly number[]): Promise<Map<number, string>> {
  const texts = new Map<number, string>()
  for (let at = 0; at < ids.length; at += atOnce) {
    for (const { row, case: it } of await casesByIds(database, ids.slice(at, at + atOnce))) texts.set(row.id, writeCourse(it))
  }
  return texts
}

/**
 * For the start of the site: writes the texts of cases from before there were any, or that another program wrote, some at a time, so
 * that nobody waits long. Figures read those cases whole until then. Answers how many it wrote.
 */
export async function ensureCourses(say: (sentence: string) => void = () => undefined, now = Date.now()): Promise<number> {
  const database = await read()
  const [kept] = await database.select({ value: siteValues.value }).from(siteValues).where(eq(siteValues.name, name))
  if ((kept?.value as { version: number } | undefined)?.version === version) return 0
  const [anyCase] = await database.select({ id: cases.id }).from(cases).limit(1)
  if (anyCase) say('What figures read of each case is written down; a hundred thousand cases take about half a minute.')
  if (kept) await write(tx => tx.update(cases).set({ course: null }))
  const written = await writeMissing()
  await write(async tx => {
    await tx.delete(siteValues).where(eq(siteValues.name, name))
    await tx.insert(siteValues).values({ name, value: { version }, updatedAt: now })
  })
  return written
}

async function writeMissing(): Promise<number> {
  let written = 0
  for (let after = 0; ;) {
    const from = after
    const ids = await write(async tx => {
      const ids = (await tx.select({ id: cases.id }).from(cases)
        .where(and(isNull(cases.course), gt(cases.id, from))).orderBy(asc(cases.id)).limit(atOnce)).map(({ id }) => id)
      for (const [id, course] of await courseTexts(tx, ids)) await tx.update(cases).set({ course }).where(eq(cases.id, id))
      return ids
    })
    if (ids.length === 0) return written
    written += ids.length
    after = ids.at(-1)!
  }
}
