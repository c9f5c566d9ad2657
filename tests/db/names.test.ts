import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { logPage } from '@/db/moderation/log-page'
import { leaveSite } from '@/db/people/leave'
import { renderCalling, withNames } from '@/db/people/mentions'
import { changeName, findPersonByAnyName, formerNames } from '@/db/people/names'
import { createPerson, personById } from '@/db/people/people'
import { logEntries, nameChanges, notifications, people } from '@/db/schema'
import { permit, type Act, type Permitted } from '@/domain/permission'
import type { Member } from '@/domain/people/viewer'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.UTC(2026, 10, 24, 4)
const day = 86_400_000
let lin: Member
beforeEach(async () => {
  lin = await somebody('林有容')
})

describe('A name', () => {
  test('is changed with 1 line that tells no name, and 1 notice; what it was stands with its end', async () => {
    expect(await rename('林大海')).toEqual({ done: true })
    expect((await personById(await read(), lin.id))?.name).toBe('林大海')
    expect(await formerNames(await read(), lin.id)).toEqual([{ name: '林有容', at: now }])
    expect((await logPage(await read())).entries).toMatchObject([{ act: 'change_name', actor: '林大海', details: {}, reason: '' }])
    expect(await (await read()).$count(notifications, eq(notifications.kind, 'name_changed'))).toBe(1)
  })

  test('is changed once in 30 days, not an hour earlier', async () => {
    await rename('林大海')
    expect(await rename('林小河', now + 1)).toEqual({ problem: 'name_lately', days: 30 })
    expect(await rename('林小河', now + 30 * day - 3_600_000)).toEqual({ problem: 'name_lately', days: 1 })
    expect(await rename('林小河', now + 30 * day)).toEqual({ done: true })
    expect((await formerNames(await read(), lin.id)).map(it => it.name)).toEqual(['林大海', '林有容'])
  })

  test('that was given up, or looks like it, is nobody else’s, and its owner’s again when he wants', async () => {
    const pavel = await somebody('Pavel')
    await rename('林大海')
    await rename('Viktor', now, pavel)
    for (const taken of ['林有容', 'pavel', 'Ｐａｖｅl', 'Раvеl', 'Viktor', '林大海']) {
      expect([taken, await write(tx => createPerson(tx, { name: taken, passwordHash: null, now }))]).toEqual([taken, null])
    }
    expect(await rename('PAVEL', now + 30 * day)).toEqual({ problem: 'name_taken' })
    expect(await rename('pavel', now + 30 * day, pavel)).toEqual({ done: true })
    expect(await rename('pavel', now + 60 * day, pavel)).toEqual({ problem: 'name_same' })
  })

  test('that two take at once is one’s', async () => {
    const bo = await somebody('柏往来')
    const answers = await Promise.all([rename('同一个名'), rename('同一个名', now, bo)])
    expect(answers.map(it => ('done' in it ? 'done' : it.problem)).sort()).toEqual(['done', 'name_taken'])
  })

  test('of before leads to its owner, also where somebody calls him by it', async () => {
    const { html, called } = await renderCalling(await read(), '问 @林有容 一句')
    await rename('林大海')
    expect((await findPersonByAnyName(await read(), '林有容'))?.id).toBe(lin.id)
    const later = await renderCalling(await read(), '再问 @林有容 一句')
    expect([called, later.called]).toEqual([[lin.id], [lin.id]])
    expect((await withNames(await read(), [html, later.html])).map(it => it.includes('@林大海'))).toEqual([true, true])
  })

  test('goes with the account, and those before it too: nothing of them is left to read, and nobody has them for a year', async () => {
    await rename('林大海')
    await write(tx => leaveSite(tx, receipt('leave'), { cases: 'keep', replies: 'keep', now: now + day }))
    const database = await read()
    expect(await database.$count(nameChanges)).toBe(0)
    expect(JSON.stringify([await database.select().from(people), await database.select().from(logEntries)])).not.toMatch(/林有容|林大海/)
    expect(await findPersonByAnyName(database, '林有容')).toBeNull()
    for (const name of ['林有容', '林大海']) {
      expect(await write(tx => createPerson(tx, { name, passwordHash: null, now: now + 2 * day }))).toBeNull()
      expect(await write(tx => createPerson(tx, { name, passwordHash: null, now: now + 400 * day }))).not.toBeNull()
    }
  })

  test('is changed by nobody who is suspended or silenced', () => {
    for (const hold of [{ suspended: true }, { silenced: true }, { awaiting: true }]) {
      expect(permit('change_name', { ...lin, ...hold }, null)).toHaveProperty('refused')
    }
  })
})

async function somebody(name: string): Promise<Member> {
  const id = await write(tx => createPerson(tx, { name, passwordHash: null, now }))
  return { kind: 'member', id: id!, name, role: 'member', suspended: false, sessionId: 1 }
}

function receipt<A extends Act>(act: A, by = lin): Permitted<A> {
  const permission = permit(act, by, null as never)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}

function rename(name: string, at = now, by = lin) {
  return write(tx => changeName(tx, receipt('change_name', by), { name, now: at }))
}
