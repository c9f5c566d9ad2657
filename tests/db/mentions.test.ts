import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { reportCase } from '@/domain/case/report'
import { nameKey } from '@/domain/people/name'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { reviseCase } from '@/db/cases/revise'
import { caseById } from '@/db/cases/rows'
import { storeCase } from '@/db/cases/store'
import { leaveSite } from '@/db/people/leave'
import { setSilence, silencedBy, withNames } from '@/db/people/mentions'
import { mentions, notifications, people } from '@/db/schema'
import { addReply } from '@/db/threads/add-reply'
import { editReply } from '@/db/threads/edit-reply'
import { letInReply } from '@/db/threads/let-in'
import { threadCase } from '@/db/threads/reply'
import { threadPage } from '@/db/threads/thread-page'
import { useDatabase } from '../support/database'
import { caseBy, replyRow, say, somebody } from '../support/threads'

useDatabase('per test')

let lin: Member, mei: Member, tao: Member
let caseId: number

/** People who can be called: their names are found as those of people who signed up are. */
async function named(name: string): Promise<Member> {
  const member = await somebody(name)
  await write(tx => tx.update(people).set({ nameKey: nameKey(name) }).where(eq(people.id, member.id)))
  return member
}
async function settle() {
  lin = await named('林')
  mei = await named('梅子黄')
  tao = await named('陶陶')
  caseId = await caseBy(lin)
}
const toldOf = async (who: Member, kind = 'called') => (await read()).$count(notifications, and(eq(notifications.personId, who.id), eq(notifications.kind, kind)))
const edit = async (id: number, words: string) => {
  const row = await replyRow(id)
  const permission = permit('edit_reply', { ...mei, id: row.authorId! }, row)
  if ('refused' in permission) throw new Error(permission.refused)
  await write(tx => editReply(tx, permission.permitted, row, { words, version: row.version, now: 5 }))
}
const shown = async (id: number) => {
  const page = await threadPage(await read(), { caseId, sort: 'oldest', after: null, viewer: { kind: 'guest' } })
  return page.replies.find(it => it.id === id)!.html
}

describe('Whoever is called in a reply', () => {
  test('is told once, however often he is called and the reply is edited', async () => {
    await settle()
    const id = await say(mei, caseId, '@陶陶 你看，@陶陶')
    expect(await toldOf(tao)).toBe(1)
    await edit(id, '@陶陶 改过了')
    await edit(id, '不叫谁')
    await edit(id, '@陶陶 又叫')
    expect(await toldOf(tao)).toBe(1)
    expect(await (await read()).$count(mentions)).toBe(1)
  })

  test('is told when an edit is the first to call him', async () => {
    await settle()
    const id = await say(mei, caseId, '没有叫谁')
    await edit(id, '问问@陶陶')
    expect(await toldOf(tao)).toBe(1)
    expect(await shown(id)).toContain(`<a href="/people/${encodeURIComponent('陶陶')}">@陶陶</a>`)
  })

  test('is not told twice when the reply answers him anyway, nor of his own words', async () => {
    await settle()
    const first = await say(tao, caseId, '@陶陶 就是我')
    expect(await toldOf(tao)).toBe(0)
    await say(mei, caseId, '@陶陶 说得对', first)
    expect([await toldOf(tao), await toldOf(tao, 'reply_answered')]).toEqual([0, 1])
  })

  test('is not told while he silences whoever calls, and is again afterwards', async () => {
    await settle()
    await write(tx => setSilence(tx, tao.id, { silencedId: mei.id, wanted: 'on', now: 1 }))
    expect((await silencedBy(await read(), tao.id)).map(it => it.name)).toEqual(['梅子黄'])
    await say(mei, caseId, '@陶陶 在吗')
    expect(await toldOf(tao)).toBe(0)
    const other = await named('石头')
    await say(other, caseId, '@陶陶 在吗')
    expect(await toldOf(tao)).toBe(1)
    await write(tx => setSilence(tx, tao.id, { silencedId: mei.id, wanted: 'off', now: 2 }))
    await say(mei, caseId, '@陶陶 又问')
    expect(await toldOf(tao)).toBe(2)
  })

  test('are ten at most, over all edits of a text', async () => {
    await settle()
    const crowd: Member[] = []
    for (const sign of '甲乙丙丁戊己庚辛壬癸子丑寅') crowd.push(await named(`路人${sign}`))
    const id = await say(mei, caseId, crowd.slice(0, 8).map(it => `@${it.name}`).join(' '))
    await edit(id, crowd.slice(8).map(it => `@${it.name}`).join(' '))
    const told = await Promise.all(crowd.map(it => toldOf(it)))
    expect(told.reduce((sum, n) => sum + n, 0)).toBe(10)
  })
})

describe('A call that waits for a moderator', () => {
  test('is told when it is let in, and not before', async () => {
    await settle()
    const permission = permit('reply', mei, (await threadCase(await read(), caseId))!)
    if ('refused' in permission) throw new Error(permission.refused)
    const added = await write(tx => addReply(tx, permission.permitted, { caseId, parentId: null, words: '@陶陶 看看', device: null, now: 3, heldBack: { kind: 'first_post' } }))
    if ('problem' in added) throw new Error(added.problem)
    expect(await toldOf(tao)).toBe(0)
    await write(tx => letInReply(tx, added.id, 4))
    expect(await toldOf(tao)).toBe(1)
  })
})

describe('A call in words that stand', () => {
  test('says and leads to the name of today', async () => {
    await settle()
    const id = await say(mei, caseId, '谢谢@陶陶')
    await write(tx => tx.update(people).set({ name: '陶然', nameKey: nameKey('陶然') }).where(eq(people.id, tao.id)))
    expect(await shown(id)).toBe(`<p>谢谢<a href="/people/${encodeURIComponent('陶然')}">@陶然</a></p>\n`)
  })

  test('is a number once somebody has left, and his own notices and silences are gone', async () => {
    await settle()
    const id = await say(mei, caseId, '谢谢@陶陶')
    await write(tx => setSilence(tx, tao.id, { silencedId: mei.id, wanted: 'on', now: 1 }))
    const permission = permit('leave', tao, null)
    if ('refused' in permission) throw new Error(permission.refused)
    await write(tx => leaveSite(tx, permission.permitted, { cases: 'keep', replies: 'keep', now: 9 }))
    expect(await shown(id)).toBe(`<p>谢谢@#${tao.id}</p>\n`)
    expect(await (await read()).$count(mentions)).toBe(0)
    expect(await silencedBy(await read(), tao.id)).toEqual([])
  })
})

describe('The words of a case', () => {
  const told = (words: string) => {
    const reported = reportCase({
      facts: { process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'] },
      words, events: [{ type: 'paid' }],
    }, 1_700_000_000_000)
    if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
    return reported.case
  }

  test('call when they are published and when they are edited; what nobody here wrote calls nobody', async () => {
    await settle()
    const words = '和@梅子黄 说的一样，付完钱等了两天。'
    const id = await write(tx => storeCase(tx, { case: told(words), authorId: lin.id, account: 'p', now: 2 }))
    expect(await toldOf(mei)).toBe(1)
    const stored = (await caseById(await read(), id))!
    expect((await withNames(await read(), [stored.row.html]))[0]).toContain('>@梅子黄</a>')
    const permission = permit('edit_case', lin, stored.row)
    if ('refused' in permission) throw new Error(permission.refused)
    const revised = { ...stored.case, words: `${words} 也谢谢@陶陶` }
    await write(tx => reviseCase(tx, permission.permitted, { stored, revised, now: 3 }))
    expect([await toldOf(mei), await toldOf(tao)]).toEqual([1, 1])
    await write(tx => storeCase(tx, { case: told(words), authorId: null, account: null, now: 4 }))
    expect(await toldOf(mei)).toBe(1)
  })
})
