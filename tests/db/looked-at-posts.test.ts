import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { reportForm } from '@/domain/case/form'
import type { Fields } from '@/domain/fields'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import type { ActContext } from '@/app/act'
import { doDeed, type Deed } from '@/app/deed'
import { editCase, reportCase } from '@/app/do/cases'
import { editReply, reply } from '@/app/do/thread'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { addWordRules } from '@/db/moderation/words/keep'
import { cases, people, queueItems, replies, siteSettings } from '@/db/schema'
import { useDatabase } from '../support/database'
import { caseBy, replyRow, say, somebody } from '../support/threads'
import { newKey, threeSteps } from '../support/stories'

useDatabase('per test')

// What forms and programs come to, below the door: what is asked of a post before it is stored, and of its edits.

let now = Date.UTC(2026, 10, 20, 4)
let lin: Member
let mei: Member
let bo: Member

beforeEach(async () => {
  lin = await somebody('Lin')
  mei = await somebody('Mei', 'moderator')
  bo = await somebody('Bo')
  await write(tx => tx.update(people).set({ createdAt: now - 86_400_000 }))
})

describe('Under pre-moderation of all', () => {
  beforeEach(() => write(async tx => { await tx.insert(siteSettings).values({ name: 'pre_moderation', value: 'all', changedAt: now }) }))

  test('an edit of a reply that was let in waits again, and one that changes nothing does not', async () => {
    const id = await saidBefore()
    const form = { reply: String(id), version: '1' }
    expect(await does(editReply.deed, lin, { ...form, words: '第一句话，一共两句。' })).toMatchObject({ to: expect.stringContaining(`#reply-${id}`) })
    expect(await open()).toEqual([])
    expect(await does(editReply.deed, lin, { ...form, words: '换成了别的话。' })).toEqual({ to: `/replies/${id}?done=waits` })
    expect(await replyRow(id)).toMatchObject({ hidden: true, published: true, words: '换成了别的话。' })
    expect(await open()).toMatchObject([{ kind: 'first_post', subject: 'reply', subjectId: id, hold: 'hidden' }])
  })

  test('an edit of a case that was let in waits again; saved as it was, it does not', async () => {
    const id = await toldBefore()
    const form = { ...threeSteps, case: String(id), version: '1', words: '材料是快递寄过去的。' }
    expect(await does(editCase.deed, lin, form)).toEqual({ to: `/cases/${id}?done=saved` })
    expect(await does(editCase.deed, lin, { ...form, words: '材料是自己送过去的。' })).toEqual({ to: `/cases/${id}?done=waits` })
    expect(await open()).toMatchObject([{ kind: 'first_post', subject: 'case', subjectId: id, hold: 'hidden' }])
    const [row] = await (await read()).select().from(cases).where(eq(cases.id, id))
    expect(row).toMatchObject({ state: 'hidden', published: true, inFigures: false, words: '材料是自己送过去的。' })
  })
})

describe('The word filter', () => {
  beforeEach(() => write(async tx => {
    const permission = permit('keep_words', mei, null)
    if ('refused' in permission) throw new Error(permission.refused)
    const add = (action: 'block' | 'queue' | 'mask', text: string) => (
      addWordRules(tx, permission.permitted, { kind: 'word', action, reason: '不接广告', texts: [text] }, { because: '试试', now })
    )
    await add('block', '代办包过')
    await add('queue', '加威信')
    await add('mask', '笨蛋')
  }))

  test('refuses a case beside the row of its note, wherever rows were left out, and stores nothing', async () => {
    const { 'events.2.type': _, ...two } = threeSteps
    const rows = Object.entries(two).filter(([name]) => !name.startsWith('events.2.'))
    const form = { ...Object.fromEntries(rows), 'events.7.type': 'call_ended', 'events.7.note': '代\u200b办包过', title: '代办包过，找我就行' }
    const problems = [
      { path: 'title', code: 'word_blocked', values: { found: '代办包过', reason: '不接广告' } },
      { path: 'events.7.note', code: 'word_blocked', values: { found: '代\u200b办包过', reason: '不接广告' } },
    ]
    expect(await does(reportCase.deed, lin, form)).toEqual({ problems })
    expect(await (await read()).$count(cases)).toBe(0)
  })

  test('refuses an edit with a new word, and lets one be that leaves an old one as it stands', async () => {
    const id = await toldBefore('这里早就写着代办包过四个字。')
    const form = { ...threeSteps, case: String(id), version: '1', words: '这里早就写着代办包过四个字。' }
    expect(await does(editCase.deed, lin, { ...form, title: '一个新的标题啊' })).toEqual({ to: `/cases/${id}?done=saved` })
    expect(await does(editCase.deed, lin, { ...form, version: '2', words: '又改了一回，还是代办包过。' })).toMatchObject({ problems: [{ path: 'words', code: 'word_blocked' }] })
  })

  test('covers, holds and refuses replies and their edits', async () => {
    const caseId = await caseBy(mei)
    const answer = (words: string, by = lin) => does(reply.deed, by, { case: String(caseId), parent: '', words })
    expect(await answer('代办包过，联系我。')).toMatchObject({ problems: [{ path: 'words', code: 'word_blocked' }] })
    expect(await answer('接电话的是个笨蛋。')).toMatchObject({ to: expect.stringContaining('masked=word') })
    const [said] = await (await read()).select().from(replies)
    expect(said!.words).toBe('接电话的是个＊＊。')
    expect(await answer('快来加威信。', bo)).toMatchObject({ to: expect.stringContaining('done=waits') })
    expect(await does(editReply.deed, lin, { reply: String(said!.id), version: '1', words: '加威信说。' })).toEqual({ to: `/replies/${said!.id}?done=waits` })
    expect((await open()).map(({ kind, hold }) => [kind, hold])).toEqual([['word_filter', 'back'], ['word_filter', 'hidden']])
  })
})

test('whoever tells the same steps again is asked about the first, and both are there', async () => {
  const first = await toldBefore()
  const there = await does(reportCase.deed, lin, threeSteps)
  expect(there).toMatchObject({ to: expect.stringMatching(new RegExp(`done=published&same=${first}$`)) })
  expect(await does(reportCase.deed, mei, threeSteps)).toMatchObject({ to: expect.not.stringContaining('same=') })
})

async function does<Draft>(deed: Deed<Draft>, author: Member, fields: Record<string, string>) {
  now += 1_000
  const context: ActContext = {
    now, lang: 'zh', back: '/', key: newKey(), act: 'test', device: null, userAgent: '', address: '127.0.0.1',
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])) as Fields,
  }
  const { afterwards: _, ...done } = await doDeed(deed, { member: author, again: async () => author }, context) as object & { afterwards?: unknown }
  return done
}

async function toldBefore(words = '材料是快递寄过去的。'): Promise<number> {
  const reported = reportForm(Object.fromEntries(Object.entries({ ...threeSteps, words }).map(([name, value]) => [name, [value]])), now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  const [person] = await (await read()).select().from(people).where(eq(people.id, lin.id))
  return write(tx => storeCase(tx, { case: reported.case, authorId: lin.id, account: person!.pseudonym, now }))
}

async function saidBefore(): Promise<number> {
  return say(lin, await caseBy(mei), '第一句话，一共两句。')
}

async function open() {
  const rows = await (await read()).select().from(queueItems).orderBy(asc(queueItems.id))
  return rows.filter(row => row.decidedAt === null)
}
