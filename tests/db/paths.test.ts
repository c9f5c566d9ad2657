import { beforeAll, expect, test } from 'vitest'
import { endpoints } from '@/domain/api/endpoints'
import { reportCase } from '@/domain/case/report'
import { attemptsOf } from '@/domain/case/attempts'
import type { FigureFilter } from '@/domain/figures/filter'
import { simulate } from '@/domain/simulation/simulate'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { cases } from '@/db/schema'
import { coursesFor } from '@/db/figures/told'
import { outcomeMonthsFigure } from '@/db/figures/months'
import { nameChangesFigure, ordersFigure, reasonsFigure, repairsFigure, roundsFigure } from '@/db/figures/paths'
import { minuteOf } from '@/domain/case/interval'
import { processes, subjects } from '@/domain/codes'
import type { Cohort } from '@/domain/figures/cohort'
import { countedByCohort, type Course } from '@/domain/figures/course'
import { settledLike } from '@/domain/figures/outcomes'
import { refusedRounds } from '@/domain/figures/reasons'
import { orderTravellers, roundTravellers } from '@/domain/figures/rounds'
import { countAccounts, isSilent, type Suppression } from '@/domain/statistics/suppression'
import { useDatabase } from '../support/database'

useDatabase()

const now = Date.UTC(2026, 10, 24)
const filter: FigureFilter = { process: 'certification', layer: 'own' }

const told = simulate({ seed: 'paths', now, cases: 400 }).flatMap(({ draft, reportedAt, account }) => {
  const reported = reportCase({ ...draft, source: 'own' }, reportedAt)
  return reported.ok ? [{ case: reported.case, account: `person ${account}`, authorId: null, now: reportedAt }] : []
})
const certifications = told.filter(it => it.case.facts.process === 'certification')

beforeAll(async () => {
  await write(async tx => {
    for (const it of told) await storeCase(tx, it)
  })
})

test('every certification comes back with its rounds: as many refusals as were told, each with its reasons', async () => {
  const courses = await coursesFor(await read(), filter)
  expect(courses.length).toBe(certifications.length)
  const refused = (all: readonly { events: Parameters<typeof attemptsOf>[0] }[]) =>
    all.flatMap(({ events }) => attemptsOf(events, 'certification')).filter(({ result }) => result === 'refused')
  const stored = refused(courses)
  expect(stored.length).toBeGreaterThan(50)
  expect(stored.map(({ reasons }) => reasons.length).reduce((a, b) => a + b, 0))
    .toBe(refused(certifications.map(it => it.case)).map(({ reasons }) => reasons.length).reduce((a, b) => a + b, 0))
})

test('6 answers of the API fit their 6 schemas, and each of them has numbers in it', async () => {
  const database = await read()
  const answers = [
    [endpoints.outcomeMonths, await outcomeMonthsFigure(database, filter, now)],
    [endpoints.rounds, await roundsFigure(database, filter, now)], [endpoints.orders, await ordersFigure(database, filter, now)],
    [endpoints.reasons, await reasonsFigure(database, filter)], [endpoints.repairs, await repairsFigure(database, filter, now)],
    [endpoints.nameChanges, await nameChangesFigure(database, filter, now)],
  ] as const
  for (const [{ answer }, figure] of answers) {
    const sent = answer.schema.safeParse(JSON.parse(JSON.stringify(figure)))
    expect(sent.error?.issues, answer.name).toBeUndefined()
    expect(figure.n, answer.name).toBeGreaterThan(15)
  }
})

test('what is not shown of some subject is never of 1 to 4 people: in rounds, in orders and in reasons, of every process', async () => {
  const database = await read()
  const subjectOf = new Map((await database.select({ id: cases.id, subject: cases.subject }).from(cases)).map(it => [it.id, it.subject]))
  let held = 0
  for (const process of processes) {
    const whole: FigureFilter = { process, layer: 'own' }
    const courses = await coursesFor(database, whole)
    const minute = minuteOf(now)
    const settled = (travellers: ReturnType<typeof roundTravellers>) => countedByCohort(travellers, settledLike[process], minute)[0]!
    const rest = async (counted: Course[], figureOf: (of: FigureFilter) => Promise<{ suppressed: Suppression | null; cohort?: Cohort }>) => {
      const { suppressed, cohort = 'settled' } = await figureOf(whole)
      if (isSilent(suppressed) || cohort !== 'settled') return 0
      const shown = new Set<string>()
      for (const subject of subjects) {
        const { suppressed, cohort = 'settled' } = await figureOf({ ...whole, subject })
        if (!isSilent(suppressed) && cohort === 'settled') shown.add(subject)
      }
      const others = counted.filter(({ caseId }) => !shown.has(subjectOf.get(caseId)!))
      held += others.length
      return countAccounts(others)
    }
    const refused = new Set(refusedRounds(courses).counted.map(({ caseId }) => caseId))
    const people = [
      await rest(settled(roundTravellers(courses)), of => roundsFigure(database, of, now)),
      await rest(settled(orderTravellers(courses)), of => ordersFigure(database, of, now)),
      await rest(courses.filter(({ caseId }) => refused.has(caseId)), of => reasonsFigure(database, of)),
    ]
    expect([process, people.filter(it => it > 0 && it < 5)]).toEqual([process, []])
  }
  expect(held).toBeGreaterThan(0)
})

test('the parts of every drawn month and every round make 1', async () => {
  const { months } = await outcomeMonthsFigure(await read(), filter, now)
  const { steps } = await roundsFigure(await read(), filter, now)
  const stacks = [...months, ...steps].flatMap(({ endings, waiting }) => (endings && waiting ? [[...endings, waiting]] : []))
  expect(stacks.length).toBeGreaterThan(5)
  for (const stack of stacks) expect(stack.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
})

test('a month is settled on the day its cases are old enough: October on 30 November, not the day before', async () => {
  const settledAt = async (day: number) => {
    const { months } = await outcomeMonthsFigure(await read(), filter, Date.UTC(2026, 10, day, 4))
    return months.find(({ month }) => month === '2026-10')!.settled
  }
  expect([await settledAt(29), await settledAt(30)]).toEqual([false, true])
})
