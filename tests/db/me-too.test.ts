import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { read, write } from '@/db/connection'
import { meToosAround, tieMeToo, toldBefore } from '@/db/cases/me-too'
import { notificationsOf } from '@/db/people/notifications'
import { cases } from '@/db/schema'
import { useDatabase } from '../support/database'
import { caseBy, somebody } from '../support/threads'

useDatabase()

let lin: Member, mei: Member, tao: Member
let of: number, meis: number, taos: number

beforeAll(async () => {
  lin = await somebody('林')
  mei = await somebody('梅')
  tao = await somebody('陶')
  of = await caseBy(lin)
  meis = await caseBy(mei)
  taos = await caseBy(tao)
  await write(async tx => {
    await tieMeToo(tx, { caseId: meis, ofId: of, byId: mei.id, now: 1 })
    await tieMeToo(tx, { caseId: taos, ofId: of, byId: tao.id, now: 2 })
  })
})

const around = async (id: number) => {
  const { of, count, first } = await meToosAround(await read(), id)
  return { of: of?.row.id ?? null, count, first: first.map(it => it.row.id) }
}
const stateTo = (id: number, state: 'live' | 'hidden' | 'withdrawn') => write(tx => tx.update(cases).set({ state }).where(eq(cases.id, id)))

describe('A me-too', () => {
  test('is named from both sides, and counted', async () => {
    expect(await around(of)).toEqual({ of: null, count: 2, first: [meis, taos] })
    expect(await around(meis)).toEqual({ of, count: 0, first: [] })
  })

  test('tells the author of the case that it was said to, once each', async () => {
    const { notifications } = await notificationsOf(await read(), lin.id, { after: null })
    expect(notifications.map(({ kind, caseId, actor }) => [kind, caseId, actor])).toEqual([['me_too', taos, '陶'], ['me_too', meis, '梅']])
  })

  test('that is hidden or taken back is neither named nor counted, and comes back with its case', async () => {
    await stateTo(meis, 'hidden')
    expect(await around(of)).toEqual({ of: null, count: 1, first: [taos] })
    await stateTo(meis, 'live')
    await stateTo(of, 'withdrawn')
    expect((await around(meis)).of).toBeNull()
    await stateTo(of, 'live')
    expect((await around(of)).count).toBe(2)
  })

  test('more than are named are counted all the same: 2 where one is named', async () => {
    const { count, first } = await meToosAround(await read(), of, 1)
    expect([count, first.length]).toEqual([2, 1])
  })

  test('is not tied to one’s own case, nor to one that is not live', async () => {
    const [own, withdrawn, late] = [await caseBy(lin), await caseBy(lin), await caseBy(mei)]
    await stateTo(withdrawn, 'withdrawn')
    await write(async tx => {
      await tieMeToo(tx, { caseId: own, ofId: of, byId: lin.id, now: 3 })
      await tieMeToo(tx, { caseId: late, ofId: withdrawn, byId: mei.id, now: 3 })
    })
    expect((await around(own)).of).toBeNull()
    expect((await around(late)).of).toBeNull()
  })
})

describe('Who told the same before', () => {
  const before = async (by: Member, id = of) => toldBefore(await read(), by.id, { id, process: 'certification', subject: 'personal' })

  test('is told of the case that he tied to the same one', async () => {
    expect(await before(tao)).toEqual({ caseId: taos, why: 'same_case' })
  })

  test('else of his latest live one of the same process and kind of account', async () => {
    expect((await before(tao, meis))).toEqual({ caseId: taos, why: 'same_kind' })
    await stateTo(taos, 'withdrawn')
    expect(await before(tao)).toBeNull()
    await stateTo(taos, 'live')
  })

  test('is nobody else', async () => {
    expect(await before(await somebody('新来的'))).toBeNull()
  })
})
