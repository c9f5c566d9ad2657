import { beforeEach, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import type { EventDraft } from '@/domain/case/event'
import { permit } from '@/domain/permission'
import type { Member } from '@/domain/people/viewer'
import { caseById } from '@/db/cases/rows'
import { reviseCase, withdrawCase } from '@/db/cases/revise'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { calibrationFigure } from '@/db/figures/calibration'
import { estimateFigure } from '@/db/figures/estimate'
import { forecastCase, forecastFor, knownForecasts, storeForecast } from '@/db/figures/forecasts'
import { forecasts } from '@/db/schema'
import { useDatabase } from '../support/database'
import { somebody } from '../support/threads'

useDatabase('per test')

const hour = 3_600_000
const paidAt = Date.parse('2026-10-13T10:00:00+08:00')
const now = Date.parse('2026-11-24T11:00:00+08:00')
let lin: Member

beforeEach(async () => {
  lin = await somebody('Lin')
  // 24 people were called 30, 60, … 720 minutes after paying.
  for (let i = 1; i <= 24; i++) await tell(paidAt, [['paid', 0], ['called', 30 * i]], { account: `person ${i}`, told: paidAt + 24 * hour })
})

test('an hour after paying, 22 of 24 had waited longer: half of them at most 360 minutes more, the slowest tenth unsaid under 30', async () => {
  const id = await waiting()
  await forecastCase(id, now)
  const [row, ...more] = await stored()
  expect(more).toEqual([])
  expect(row).toMatchObject({
    caseId: id, stage: 'first_call', orderNo: 1, round: 1, scale: 'minute', waited: 60, n: 22, p50: 345, p90: null, cause: null, cameAfter: null,
  })
  expect(row!.filter).toEqual({ process: 'certification', layer: 'own' })
})

test('the same moment\'s forecast twice is 1, and a later one another', async () => {
  const id = await waiting()
  await forecastCase(id, now)
  await forecastCase(id, now)
  await forecastCase(id, now + hour)
  expect((await stored()).map(({ waited }) => waited)).toEqual([60, 120])
})

test('once the call came 150 minutes after paying, the forecast of the first hour is scored: 150 - 60 = 90', async () => {
  const id = await waiting()
  await forecastCase(id, now)
  await retell(id, [['paid', 0], ['called', 150]], now + 2 * hour)
  expect((await stored())[0]).toMatchObject({ cause: 1, cameAfter: 90, scoredAt: now + 2 * hour })
  // Taken back, it is open again; told that it came before the question, it says nothing.
  await retell(id, [['paid', 0], ['still_waiting', 150]], now + 3 * hour)
  expect((await stored())[0]).toMatchObject({ cause: null, cameAfter: null, scoredAt: null })
  await retell(id, [['paid', 0], ['called', 20]], now + 4 * hour)
  expect((await stored())[0]).toMatchObject({ cause: 1, cameAfter: null, scoredAt: now + 4 * hour })
})

test('12 forecasts, of which 11 came and 1 still waits: the first of each round counts, and a withdrawn case leaves', async () => {
  const ids: number[] = []
  for (let i = 1; i <= 12; i++) {
    const id = await waiting()
    ids.push(id)
    await forecastCase(id, now)
    await forecastCase(id, now + 1)
    if (i < 12) await retell(id, [['paid', 0], ['called', 60 + 30 * i]], now + 12 * hour)
  }
  const ended = async () => (await knownForecasts(await read())).filter(({ cause }) => cause > 0).length
  expect(await ended()).toBe(11)
  // Of one person: how many came is not told.
  expect(await calibrationFigure(await read())).toMatchObject({ n: 12, ended: null, left_out: 0, stages: [{ stage: 'first_call', n: 12 }] })
  const withdrawn = (await caseById(await read(), ids[0]!))!
  const permission = permit('withdraw_case', lin, withdrawn.row)
  if ('refused' in permission) throw new Error(permission.refused)
  await write(tx => withdrawCase(tx, permission.permitted, { stored: withdrawn, now: now + 13 * hour }))
  expect(await calibrationFigure(await read())).toMatchObject({ n: 11, waiting: null })
  expect(await ended()).toBe(10)
})

test('one\'s own case is not among those one is compared with, and what is over or too few has 0 forecasts', async () => {
  const id = await waiting()
  const all = await estimateFigure(await read(), { filter: { process: 'certification', layer: 'own' }, stage: 'first_call', waited: { minutes: 60, days: 0 }, besides: id }, now)
  expect(all.n).toBe(22)
  const over = await tell(now - hour, [['paid', 0], ['called', 20]], { account: lin.name, author: lin, told: now })
  expect(await forecastFor(await read(), over, now)).toBeNull()
  // 700 minutes: 1 person had waited longer.
  expect(await forecastFor(await read(), id, now + 11 * hour)).toBeNull()
})

test('with its case deleted a forecast stays, and names nobody', async () => {
  const forecast = (await forecastFor(await read(), await waiting(), now))!
  await write(tx => storeForecast(tx, { ...forecast, caseId: null }))
  expect(await calibrationFigure(await read())).toMatchObject({ n: 0, left_out: 0, suppressed: 'few_accounts' })
})

type Step = readonly [type: EventDraft['type'], minutes: number]
type Teller = { account: string; author?: Member; told: number }

/** A case of Lin's, paid an hour ago and waiting. */
function waiting(): Promise<number> {
  return tell(now - hour, [['paid', 0], ['still_waiting', 60]], { account: 'person 0', author: lin, told: now })
}

const eventsOf = (steps: readonly Step[], start: number) => steps.map(([type, minutes]) => {
  const at = start / 60_000 + minutes
  return { type, at: [at, at] as [number, number] }
})

const facts = {
  process: 'certification', subject: 'unknown', program_age: 'new', kind: 'mini_program', category: 'unknown',
  name_pattern: ['coined'], proof_demanded: ['none'],
}

async function tell(start: number, steps: readonly Step[], { account, author, told }: Teller): Promise<number> {
  const reported = reportCase({ facts, events: eventsOf(steps, start), source: 'own' }, told)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return write(tx => storeCase(tx, { case: reported.case, authorId: author?.id ?? null, account, now: told }))
}

async function retell(id: number, steps: readonly Step[], at: number): Promise<void> {
  const before = (await caseById(await read(), id))!
  const reported = reportCase({ facts, events: eventsOf(steps, now - hour), source: 'own' }, at, before.case)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  const permission = permit('edit_case', lin, before.row)
  if ('refused' in permission) throw new Error(permission.refused)
  await write(tx => reviseCase(tx, permission.permitted, { stored: before, revised: reported.case, now: at }))
}

async function stored() {
  return (await read()).select().from(forecasts).orderBy(forecasts.id)
}
