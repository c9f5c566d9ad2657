import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { askAll } from '@/db/check-ins/ask'
import { checkInLinkLifetime, checkInLinkOf, makeCheckInLink, takeCheckInLink } from '@/db/check-ins/links'
import { settleQuestions, wishForAll, wishForCase } from '@/db/check-ins/wishes'
import { caseById } from '@/db/cases/rows'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { cases, notifications, suspensions } from '@/db/schema'
import { tellStep } from '@/app/do/tell-step'
import { useDatabase } from '../support/database'
import { somebody } from '../support/threads'

useDatabase('per test')

const day = 86_400_000
const start = Date.parse('2026-11-02T09:00:00+08:00')

/** A case that was paid and, unless it says when it was called, waits for the call. */
async function told(by: Member, at: number, { calledAfter }: { calledAfter?: number } = {}): Promise<number> {
  const paid = Math.floor(at / 60_000)
  const ended = calledAfter === undefined ? [] : [
    { type: 'called', at: [paid + calledAfter, paid + calledAfter] }, { type: 'approved', at: [paid + calledAfter + 60, paid + calledAfter + 60] },
  ]
  const waiting = calledAfter === undefined ? [{ type: 'still_waiting', at: [paid, paid] }] : []
  const now = at + (calledAfter === undefined ? 0 : (calledAfter + 100) * 60_000)
  const reported = reportCase({
    facts: { process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'] },
    events: [{ type: 'paid', at: [paid, paid] }, ...waiting, ...ended],
  }, now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return write(tx => storeCase(tx, { case: reported.case, authorId: by.id, account: `account-${by.id}`, now }))
}
const questions = async (by: Member) => (await read()).$count(notifications, and(eq(notifications.personId, by.id), eq(notifications.kind, 'check_in')))
const answer = (by: Member, id: number, type: 'still_waiting' | 'approved', now: number) => write(tx => tellStep(tx, by, { case: id, type, when: 'now', now }))

describe('The author of an open case', () => {
  test('is asked a day after he spoke, then after two, four and eight more, and then no more', async () => {
    const lin = await somebody('林')
    await told(lin, start)
    const asked: number[] = []
    for (let days = 0; days <= 40; days += 0.5) if (await askAll(start + days * day) > 0) asked.push(days)
    expect(asked).toEqual([1, 3, 7, 15])
    expect(await questions(lin)).toBe(4)
  })

  test('is asked by what nine in ten wait: where that is three days, not after one', async () => {
    for (let n = 0; n < 25; n++) await told(await somebody(`别人${n}`), start - 90 * day + n * day, { calledAfter: 3 * 1440 })
    const lin = await somebody('林')
    await told(lin, start)
    expect([await askAll(start + day), await askAll(start + 2.9 * day), await askAll(start + 3.1 * day)]).toEqual([0, 0, 1])
  })

  test('begins anew when he answers, as by the tap on the page, and has then read the question', async () => {
    const lin = await somebody('林')
    const id = await told(lin, start)
    await askAll(start + day)
    expect(await answer(lin, id, 'still_waiting', start + 2 * day)).toMatchObject({ to: `/cases/${id}?done=confirmed` })
    expect((await caseById(await read(), id))!.row.lastConfirmedMinute).toBe((start + 2 * day) / 60_000)
    const [notice] = await (await read()).select().from(notifications).where(eq(notifications.kind, 'check_in'))
    expect(notice!.readAt).toBe(start + 2 * day)
    expect([await askAll(start + 2.5 * day), await askAll(start + 3.1 * day)]).toEqual([0, 1])
  })

  test('is never asked once it is over, hidden, taken back, or nobody’s', async () => {
    const states = ['hidden', 'withdrawn', 'merged'] as const
    const lin = await somebody('林')
    for (const state of states) {
      const id = await told(await somebody(state), start)
      await write(tx => tx.update(cases).set({ state }).where(eq(cases.id, id)))
    }
    const over = await told(lin, start)
    await answer(lin, over, 'approved', start + 0.5 * day)
    const left = await told(await somebody('走了'), start)
    await write(tx => tx.update(cases).set({ authorId: null }).where(eq(cases.id, left)))
    expect(await askAll(start + 30 * day)).toBe(0)
  })

  test('is not asked where he turned it off, for one case or for all, nor while he may not write', async () => {
    const [lin, mei, tao] = [await somebody('林'), await somebody('梅'), await somebody('陶')]
    const one = await told(lin, start)
    await told(mei, start)
    await told(tao, start)
    const permission = permit('confirm_case', lin, (await caseById(await read(), one))!.row)
    if ('refused' in permission) throw new Error(permission.refused)
    await write(async tx => {
      await wishForCase(tx, permission.permitted, { caseId: one, wanted: 'off', now: start })
      await wishForAll(tx, mei.id, { wanted: 'off', now: start })
      await tx.insert(suspensions).values({ personId: tao.id, byId: lin.id, reason: '停一停', at: start, endsAt: start + 3 * day })
    })
    expect(await askAll(start + 2 * day)).toBe(0)
    await write(async tx => {
      await wishForCase(tx, permission.permitted, { caseId: one, wanted: 'on', now: start })
      await wishForAll(tx, mei.id, { wanted: 'on', now: start })
    })
    expect(await askAll(start + 4 * day)).toBe(3)
  })

  test('is asked of one case a day, however many wait', async () => {
    const lin = await somebody('林')
    for (let n = 0; n < 3; n++) await told(lin, start)
    expect(await askAll(start + 1.5 * day)).toBe(1)
    expect(await askAll(start + 2 * day)).toBe(0)
    expect(await askAll(start + 2.6 * day)).toBe(1)
  })

  test('is asked once by two workers that come at the same moment', async () => {
    const people: Member[] = []
    for (let n = 0; n < 6; n++) people.push(await somebody(`等的人${n}`))
    for (const who of people) await told(who, start)
    const both = await Promise.all([askAll(start + 1.5 * day), askAll(start + 1.5 * day)])
    expect(both[0] + both[1]).toBe(6)
    for (const who of people) expect(await questions(who)).toBe(1)
  })
})

describe('The link of a letter', () => {
  test('is good once and for 30 days, for its case and person; what is kept of it opens nothing', async () => {
    const lin = await somebody('林')
    const id = await told(lin, start)
    const token = await write(tx => makeCheckInLink(tx, { caseId: id, personId: lin.id, now: start }))
    const database = await read()
    expect(await checkInLinkOf(database, token, start + checkInLinkLifetime - 1)).toEqual({ caseId: id, personId: lin.id })
    expect(await checkInLinkOf(database, token, start + checkInLinkLifetime)).toBeNull()
    expect(await checkInLinkOf(database, `${token}x`, start)).toBeNull()
    const taken = await Promise.all(Array.from({ length: 10 }, () => write(tx => takeCheckInLink(tx, token, start + 1))))
    expect(taken.filter(Boolean)).toEqual([{ caseId: id, personId: lin.id }])
    expect(await checkInLinkOf(database, token, start + 2)).toBeNull()
  })

  test('questions that were settled are read, and no others', async () => {
    const [lin, mei] = [await somebody('林'), await somebody('梅')]
    const [one] = [await told(lin, start), await told(mei, start)]
    await askAll(start + 1.5 * day)
    await write(tx => settleQuestions(tx, { personId: lin.id, caseId: one!, now: start + 2 * day }))
    const rows = await (await read()).select().from(notifications).where(eq(notifications.kind, 'check_in'))
    expect(rows.map(it => it.readAt !== null).sort()).toEqual([false, true])
  })
})
