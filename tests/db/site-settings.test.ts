import { expect, test } from 'vitest'
import { desc } from 'drizzle-orm'
import { doDeed } from '@/app/deed'
import { keepSettings } from '@/app/do/site'
import { read, write } from '@/db/connection'
import { keepDraft } from '@/db/desk/drafts'
import { preModeration } from '@/db/moderation/pre-moderation'
import { askForAdmission, decideAdmission, isAwaiting, waitingPeople } from '@/db/people/admissions'
import { createPerson } from '@/db/people/people'
import { memberOfToken, startSession } from '@/db/people/sessions'
import { forgetEnded } from '@/db/outbox/errands'
import { rememberOrigin } from '@/db/moderation/batches/origins'
import { drafts, logEntries, notifications, openSignIns, origins, outbox, sessions, siteSettings } from '@/db/schema'
import { changeSiteSettings, siteSetting, siteSettingsOf } from '@/db/site-settings'
import { sweep } from '@/db/sweep'
import { permit, type Act, type Permitted } from '@/domain/permission'
import type { Fields } from '@/domain/fields'
import { settingsDraft, usualSettings, type SiteSettings } from '@/domain/site-settings'
import type { Member } from '@/domain/people/viewer'
import { callSite, siteName } from '@/messages/site-name'
import { useDatabase } from '../support/database'
import { newKey } from '../support/stories'

useDatabase('per test')

const day = 86_400_000
const now = Date.UTC(2026, 10, 24)
const because = '按备案的要求'

test('nothing set is as the program has it; each change has its line with what it was, and the same again has none', async () => {
  const admin = await person('安总管', 'admin')
  expect(await siteSettingsOf(await read())).toEqual(usualSettings)
  expect(await set(admin, { icp_number: '京ICP备12345678号-1', pre_moderation: 'newcomers', draft_days: 7 })).toBe(3)
  expect(await set(admin, { icp_number: '京ICP备12345678号-1', pre_moderation: 'newcomers', draft_days: 7 })).toBe(0)
  expect(await siteSettingsOf(await read())).toEqual({ ...usualSettings, icp_number: '京ICP备12345678号-1', pre_moderation: 'newcomers', draft_days: 7 })
  expect([await siteSetting(await read(), 'draft_days'), await preModeration(await read())]).toEqual([7, 'newcomers'])
  const lines = await (await read()).select().from(logEntries).orderBy(desc(logEntries.id))
  expect(lines.map(({ act, actorId, details, reason }) => [act, actorId, details.setting, details.from, details.to, reason])).toEqual([
    ['set_site', admin.id, 'draft_days', '60', '7', because],
    ['set_site', admin.id, 'icp_number', '', '京ICP备12345678号-1', because],
    ['set_site', admin.id, 'pre_moderation', 'off', 'newcomers', because],
  ])
})

test('the site is called by its new name once that is stored, and not while it may yet come to nothing', async () => {
  const admin = await person('安总管', 'admin')
  const usual = Object.entries({ ...usualSettings, because, site_name: '小程序互助站' }).map(([name, value]) => [name, [String(value)]])
  const keep = (key: string) => doDeed(keepSettings.deed, { member: admin, again: async () => admin }, {
    now, lang: 'zh', back: '/', key, act: 'keep-settings', device: null, userAgent: '', address: '127.0.0.1', fields: Object.fromEntries(usual) as Fields,
  })
  try {
    // A key that is none cannot be remembered, and all is taken back.
    await expect(keep(null as never)).rejects.toThrow()
    expect([siteName('zh'), await siteSetting(await read(), 'site_name')]).toEqual(['过审', ''])
    const done = await keep(newKey())
    expect([siteName('zh'), await siteSetting(await read(), 'site_name')]).toEqual(['过审', '小程序互助站'])
    await ('to' in done && done.afterwards?.())
    expect(siteName('zh')).toBe('小程序互助站')
  } finally {
    callSite({ zh: '', en: '' })
  }
})

test('a value that no longer can be is as if nobody had set it', async () => {
  await write(tx => tx.insert(siteSettings).values({ name: 'sign_up', value: 'closed', changedAt: now }))
  expect([await siteSetting(await read(), 'sign_up'), (await siteSettingsOf(await read())).sign_up]).toEqual(['open', 'open'])
})

test.each([
  [{ icp_number: ' 粤ICP备2023012345号 ' }, null], [{ icp_number: '京ICP证030173号' }, null], [{ icp_number: '<b>1</b>' }, 'icp_number icp_form'],
  [{ icp_number: '12345678' }, 'icp_number icp_form'], [{ draft_days: '0' }, 'draft_days days_out_of_range'], [{ draft_days: '61' }, 'draft_days days_out_of_range'],
  [{ notification_days: '0' }, null], [{ notification_days: '29' }, 'notification_days days_out_of_range'], [{ notification_days: '1e3' }, 'notification_days days_out_of_range'],
  [{ site_name: '互助'.repeat(10) }, null], [{ site_name: '互助'.repeat(11) }, 'site_name site_name_long'],
  [{ origin_days: '29' }, 'origin_days days_out_of_range'], [{ failed_days: '6' }, 'failed_days days_out_of_range'], [{ delivery_days: '91' }, 'delivery_days days_out_of_range'],
  [{ sign_up: 'closed' }, 'sign_up not_in_list'], [{ because: '' }, 'because because_needed'],
])('%j: %s', (told, problem) => {
  const form = Object.fromEntries(Object.entries({ ...usualSettings, because }).map(([name, value]) => [name, String(value)]))
  const result = settingsDraft.safeParse({ ...form, ...told })
  expect(result.error?.issues.map(({ path, message }) => `${String(path[0])} ${message}`)[0] ?? null).toBe(problem)
})

test('what browsers left is forgotten after as many days as are set, and what was read; what people keep, or have not read, is not', async () => {
  const admin = await person('安总管', 'admin')
  await set(admin, { draft_days: 7, notification_days: 30 })
  await write(async tx => {
    for (const [owner, age] of [['b:old', 8], ['b:new', 6], [`p:${admin.id}`, 400]] as const) {
      await keepDraft(tx, { key: `a-key-of-${owner}`.padEnd(20, '-'), owners: [owner], act: 'reply', back: '/', body: {}, problems: [], now: now - age * day })
    }
    for (const [kind, readAt] of [['old', now - 31 * day], ['new', now - 29 * day], ['unread', null]] as const) {
      await tx.insert(notifications).values({ personId: admin.id, kind, details: {}, createdAt: now - 400 * day, readAt })
    }
  })
  await sweep(now)
  expect((await (await read()).select({ owner: drafts.owner }).from(drafts)).map(it => it.owner).sort()).toEqual(['b:new', `p:${admin.id}`])
  expect((await (await read()).select({ kind: notifications.kind }).from(notifications)).map(it => it.kind).sort()).toEqual(['new', 'unread'])
  await set(admin, { draft_days: 7, notification_days: 0 })
  await sweep(now + 400 * day)
  expect(await (await read()).$count(notifications)).toBe(2)
})

test('what has ended is forgotten: sessions and links at once, marks of a network and failed letters after as many days as are set', async () => {
  const admin = await person('安总管', 'admin')
  await set(admin, { origin_days: 30, failed_days: 7 })
  const ended = { personId: admin.id, tokenHash: 'a', expiresAt: now, createdAt: now, lastSeenAt: now, device: 'x' }
  await write(async tx => {
    await tx.insert(sessions).values([ended, { ...ended, tokenHash: 'b', expiresAt: now + 1 }])
    await tx.insert(openSignIns).values([{ ...ended, wanted: '/' }, { ...ended, wanted: '/', tokenHash: 'b', expiresAt: now + 1 }])
    for (const [id, age] of [[1, 31], [2, 29]] as const) await rememberOrigin(tx, { subject: 'case', subjectId: id, address: '192.0.2.1', now: now - age * day })
    const errand = { kind: 'letter', payload: {}, createdAt: 1, dueAt: 1 }
    for (const [dedupKey, age, failure] of [['failed', 8, 'refused'], ['lately', 6, 'refused'], ['done', 8, null]] as const) {
      await tx.insert(outbox).values({ ...errand, dedupKey, endedAt: now - age * day, failure })
    }
  })
  await sweep(now)
  await forgetEnded(now)
  const database = await read()
  expect([await database.$count(sessions), await database.$count(openSignIns)]).toEqual([1, 1])
  expect((await database.select({ id: origins.subjectId }).from(origins)).map(it => it.id)).toEqual([2])
  expect((await database.select({ key: outbox.dedupKey }).from(outbox)).map(it => it.key)).toEqual(['lately'])
})

test('whoever comes while accounts are let in one by one publishes nothing until he is, and is told either way', async () => {
  const admin = await person('安总管', 'admin')
  const early = await person('早来的')
  await write(tx => askForAdmission(tx, early.id, now))
  await set(admin, { sign_up: 'approval' })
  const [lin, bo] = [await person('林新人'), await person('柏新人')]
  for (const it of [lin, bo]) await write(tx => askForAdmission(tx, it.id, now))
  expect((await waitingPeople(await read(), 10)).map(it => it.name)).toEqual(['林新人', '柏新人'])
  expect([await isAwaiting(await read(), early.id), await isAwaiting(await read(), lin.id)]).toEqual([false, true])
  const asHeIs = async (id: number) => {
    const token = await write(tx => startSession(tx, { personId: id, device: '', now }))
    return (await memberOfToken(await read(), token, now))!.member
  }
  for (const act of ['report', 'vote', 'favourite'] as const) expect(permit(act, await asHeIs(lin.id), null)).toEqual({ refused: 'awaiting' })
  expect(permit('make_token', await asHeIs(lin.id), { scopes: ['report'] })).toEqual({ refused: 'awaiting' })
  expect(permit('leave', await asHeIs(lin.id), null)).toHaveProperty('permitted')

  const decide = (id: number, decision: 'approved' | 'refused') => write(tx => decideAdmission(tx, may('admit', admin), { personId: id, decision, reason: because, now }))
  expect([await decide(lin.id, 'approved'), await decide(bo.id, 'refused'), await decide(early.id, 'approved')]).toEqual([true, true, false])
  // Two administrators at once: the second is told that it is so already, and a yes is not taken back.
  expect([await decide(lin.id, 'approved'), await decide(lin.id, 'refused'), await decide(bo.id, 'refused')]).toEqual([false, false, false])
  expect(permit('report', await asHeIs(lin.id), null)).toHaveProperty('permitted')
  expect(permit('report', await asHeIs(bo.id), null)).toEqual({ refused: 'awaiting' })
  expect(await waitingPeople(await read(), 10)).toEqual([])
  const told = await (await read()).select({ id: notifications.personId, kind: notifications.kind }).from(notifications)
  expect(told).toEqual([{ id: lin.id, kind: 'admitted' }, { id: bo.id, kind: 'admission_refused' }])
  expect(await decide(bo.id, 'approved')).toBe(true)
  expect(await isAwaiting(await read(), bo.id)).toBe(false)
})

test('a member, a moderator and a guest may set nothing and let nobody in', async () => {
  const moderator = { ...await person('梅管事'), role: 'moderator' as const }
  for (const act of ['keep_settings', 'admit'] as const) {
    expect(permit(act, moderator, null)).toEqual({ refused: 'not_allowed' })
    expect(permit(act, { kind: 'guest' }, null)).toEqual({ refused: 'sign_in' })
  }
})

async function person(name: string, role: Member['role'] = 'member'): Promise<Member> {
  const id = await write(tx => createPerson(tx, { name, passwordHash: null, role, now }))
  return { kind: 'member', id: id!, name, role, suspended: false, sessionId: 1 }
}

function set(admin: Member, some: Partial<SiteSettings>): Promise<number> {
  return write(tx => changeSiteSettings(tx, may('keep_settings', admin), { settings: { ...usualSettings, ...some }, because, now }))
}

function may<A extends Act>(act: A, member: Member): Permitted<A> {
  const permission = permit(act, member, null as never)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}
