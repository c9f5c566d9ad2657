import { asc, eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { reportForm } from '@/domain/case/form'
import type { WordAction, WordKind } from '@/domain/moderation/words/rule'
import { nameKey } from '@/domain/people/name'
import type { Member } from '@/domain/people/viewer'
import { permit, type Act, type Permitted } from '@/domain/permission'
import { reviseCase } from '@/db/cases/revise'
import { caseById } from '@/db/cases/rows'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { holdAgain } from '@/db/moderation/hold-again'
import { decideItem } from '@/db/moderation/queue/decide'
import { waitsFor } from '@/db/moderation/waits'
import { wordFilter } from '@/db/moderation/words/filter'
import { addWordRules, editWordRule } from '@/db/moderation/words/keep'
import { countWordRules, wordRulesPage } from '@/db/moderation/words/list'
import { lookAtCase, lookAtName, lookAtWords, showName } from '@/db/moderation/words/look'
import { logEntries, notifications, people, queueItems, siteSettings, wordRuleChanges, wordRules } from '@/db/schema'
import { editReply } from '@/db/threads/edit-reply'
import { useDatabase } from '../support/database'
import { caseBy, caseSums, replyRow, say, somebody } from '../support/threads'

useDatabase('per test')

const now = Date.UTC(2026, 10, 20, 4)
let lin: Member
let mei: Member
let tao: Member

beforeEach(async () => {
  lin = await somebody('Lin')
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao')
})

describe('The list of rules', () => {
  test('takes each reading once: 2 of 3 are added, and all 3 again are known', async () => {
    const texts = ['代办', '包过', '代\u200b办']
    expect(await add('word', 'block', texts)).toEqual({ added: 2 })
    expect(await add('word', 'queue', texts)).toEqual({ problem: 'words_known' })
    expect(await (await read()).select({ text: wordRules.text }).from(wordRules).orderBy(asc(wordRules.id))).toEqual([{ text: '代\u200b办' }, { text: '包过' }])
    expect(await countWordRules(await read())).toEqual({ on: 2, off: 0 })
  })

  test('keeps every state with who gave it, and says in the public log which rule, never which word', async () => {
    await add('word', 'block', ['代办'])
    const [{ id }] = await (await read()).select({ id: wordRules.id }).from(wordRules) as [{ id: number }]
    const edit = { id, text: '代办认证', action: 'mask' as const, reason: '', enabled: false }
    expect(await change(edit)).toEqual({ done: true })
    expect(await change(edit)).toEqual({ done: true })
    const { rules } = await wordRulesPage(await read(), { enabled: false })
    expect(rules[0]!.states.map(({ rule, by }) => [by, rule.text, rule.action, rule.enabled])).toEqual([
      ['Mei', '代办认证', 'mask', false], ['Mei', '代办', 'block', true],
    ])
    const lines = await (await read()).select().from(logEntries).orderBy(asc(logEntries.id))
    expect(lines.map(({ act, actorId }) => [act, actorId])).toEqual([['add_words', mei.id], ['edit_word', mei.id]])
    expect(lines[1]!.details).toMatchObject({ word: String(id), before: 'block', action: 'mask', from: 'on', to: 'off', text: 'changed' })
    expect(JSON.stringify(lines)).not.toContain('代办')
    expect(await (await read()).select().from(wordRuleChanges)).toHaveLength(2)
  })

  test('lets a word be disabled that was kept under another reading, beside the one it is read as now', async () => {
    await add('word', 'block', ['赌博', '包过'])
    const [, old] = await (await read()).select().from(wordRules).orderBy(asc(wordRules.id))
    await write(tx => tx.update(wordRules).set({ text: '赌\u0336博', reading: '赌\u0336博' }).where(eq(wordRules.id, old!.id)))
    const edit = { id: old!.id, text: '赌\u0336博', action: 'block' as const, reason: '', enabled: false }
    expect(await change(edit)).toEqual({ done: true })
    expect(await countWordRules(await read())).toEqual({ on: 1, off: 1 })
  })

  test('is for moderators', () => {
    expect(permit('keep_words', lin, null)).toEqual({ refused: 'not_allowed' })
  })

  test('comes in pages of its own order, and refuses patterns beyond what a text may cost', async () => {
    await add('word', 'queue', ['甲甲', '乙乙', '丙丙'])
    const first = await wordRulesPage(await read(), { enabled: true, limit: 2 })
    expect([first.rules.map(it => it.text), (await wordRulesPage(await read(), { enabled: true, limit: 2, after: first.next! })).rules.map(it => it.text)])
      .toEqual([['甲甲', '乙乙'], ['丙丙']])
    const large = Array.from({ length: 20 }, (_, n) => `x{60,120}y{60,120}${n}`)
    expect(await add('pattern', 'queue', large)).toEqual({ problem: 'too_many_patterns' })
  })

  test('is in force from the write that changed it on, and made ready once until then', async () => {
    expect((await wordFilter(await read())).size).toBe(0)
    await add('word', 'block', ['代办'])
    const filter = await wordFilter(await read())
    expect([filter.size, await wordFilter(await read()) === filter]).toEqual([1, true])
    await add('word', 'block', ['包过'])
    expect((await wordFilter(await read())).size).toBe(2)
  })
})

describe('A post', () => {
  beforeEach(async () => {
    await add('word', 'block', ['代办'])
    await add('word', 'queue', ['加群'])
    await add('word', 'mask', ['笨蛋'])
  })

  test('with a blocked word is refused beside its field, whoever writes it', async () => {
    const problem = { path: 'words', code: 'word_blocked', values: { found: '代办', reason: '不接广告' } }
    for (const author of [lin, mei]) {
      expect(await write(tx => lookAtWords(tx, '找代办', { author, now }))).toEqual({ problems: [problem] })
    }
  })

  test('with a masked word is stored covered', async () => {
    expect(await write(tx => lookAtWords(tx, '你这笨蛋', { author: lin, now }))).toMatchObject({ it: '你这＊＊', covered: true, heldBack: null })
  })

  test('with a word that waits is held, but a moderator’s; the item says which rule and which word', async () => {
    const looked = (author: Member) => write(tx => lookAtWords(tx, '快来加群', { author, now }))
    expect(await looked(lin)).toMatchObject({ heldBack: { kind: 'word_filter', details: { found: '加群', rules: '2' } } })
    expect(await looked(mei)).toMatchObject({ heldBack: null })
  })

  test('that is a case is looked at in title, notes and name, and an edit only in what is new', async () => {
    const it = told({ title: '认证一次就过了', words: '加群聊聊吧，材料是快递寄过去的。', note: '接电话的是个笨蛋' })
    const looked = await write(tx => lookAtCase(tx, it, { author: lin, now }))
    expect(looked).toMatchObject({ covered: true, heldBack: { kind: 'word_filter' } })
    expect('it' in looked && looked.it.events[1]!.note).toBe('接电话的是个＊＊')
    const edited = { ...it, title: '认证一次就过了，很快' }
    expect(await write(tx => lookAtCase(tx, edited, { author: lin, now, former: it }))).toMatchObject({ covered: false, heldBack: null })
  })

  test('is let in by a moderator who saw why, and the log names the kind', async () => {
    const looked = await write(tx => lookAtCase(tx, told({ words: '快来加群一起等吧，已经三天了。' }), { author: lin, now }))
    if (!('it' in looked)) throw new Error('refused')
    const id = await write(tx => storeCase(tx, { case: looked.it, authorId: lin.id, account: 'lin', now, heldBack: looked.heldBack }))
    expect((await caseById(await read(), id))!.row).toMatchObject({ state: 'hidden', published: false })
    await approve()
    expect((await caseById(await read(), id))!.row).toMatchObject({ state: 'live', published: true })
  })

  test('a name with a blocked or masked word is refused; with one that waits it is had and shown to moderators', async () => {
    expect(await lookAtName(await read(), '代办小王')).toMatchObject({ problems: [{ path: 'name', code: 'word_blocked' }] })
    expect(await lookAtName(await read(), '大笨蛋')).toEqual({ problems: [{ path: 'name', code: 'name_not_allowed' }] })
    const named = await lookAtName(await read(), '加群找我')
    if ('problems' in named) throw new Error('refused')
    await write(tx => showName(tx, tao.id, named.waits, now))
    expect(await openItems()).toMatchObject([{ kind: 'word_filter', subject: 'person', subjectId: tao.id, hold: null, details: { found: '加群' } }])
  })
})

describe('An edit of what was let in', () => {
  beforeEach(async () => {
    await write(tx => tx.insert(siteSettings).values({ name: 'pre_moderation', value: 'all', changedAt: now }))
  })

  test('of a reply waits again: out of the thread’s counts, in its place, and back when it is let in', async () => {
    const caseId = await caseBy(tao)
    const id = await say(lin, caseId, '第一条。')
    await edit(id, '改成别的了。')
    expect(await replyRow(id)).toMatchObject({ hidden: true, published: true, words: '改成别的了。' })
    expect(await caseSums(caseId)).toEqual({ discussions: 0, replies: 0 })
    expect(await openItems()).toMatchObject([{ kind: 'first_post', subject: 'reply', subjectId: id, hold: 'hidden', personId: lin.id }])
    await approve()
    expect(await replyRow(id)).toMatchObject({ hidden: false })
    expect(await caseSums(caseId)).toEqual({ discussions: 1, replies: 0 })
  })

  test('of a case waits again, out of lists and figures', async () => {
    const it = told({ words: '材料是快递寄过去的，等了三天。' })
    const id = await write(tx => storeCase(tx, { case: it, authorId: lin.id, account: 'lin', now }))
    expect((await caseById(await read(), id))!.row.inFigures).toBe(true)
    await revise(id, '材料是快递寄过去的，等了五天。')
    expect((await caseById(await read(), id))!.row).toMatchObject({ state: 'hidden', published: true, inFigures: false })
    await approve()
    expect((await caseById(await read(), id))!.row).toMatchObject({ state: 'live', inFigures: true })
  })

  test('calls nobody until it is let in, and then each once', async () => {
    const caseId = await caseBy(tao)
    const id = await say(lin, caseId, '第一条。')
    await write(tx => tx.update(people).set({ nameKey: nameKey('Mei') }).where(eq(people.id, mei.id)))
    const before = (await noticesOf(mei)).length
    await edit(id, '问问 @Mei 吧。')
    expect(await noticesOf(mei)).toHaveLength(before)
    await approve(tao)
    expect((await noticesOf(mei)).filter(kind => kind === 'called')).toHaveLength(1)
  })

  test('by a moderator does not wait', async () => {
    expect(await write(tx => waitsFor(tx, mei, now))).toBeNull()
  })
})

async function edit(id: number, words: string): Promise<void> {
  const row = await replyRow(id)
  await write(async tx => {
    const heldBack = (await waitsFor(tx, lin, now))!
    await editReply(tx, receipt('edit_reply', lin, row), row, { words, version: row.version, now, quiet: true })
    await holdAgain(tx, { subject: 'reply', subjectId: id, heldBack, now })
  })
}

async function revise(id: number, words: string): Promise<void> {
  const stored = (await caseById(await read(), id))!
  await write(async tx => {
    const looked = await lookAtCase(tx, { ...stored.case, words }, { author: lin, now, former: stored.case })
    if (!('it' in looked)) throw new Error('refused')
    expect(await reviseCase(tx, receipt('edit_case', lin, stored.row), { stored, revised: looked.it, now, heldBack: looked.heldBack })).toBe(true)
  })
}

async function approve(by = mei): Promise<void> {
  const [item] = await openItems()
  const moderator = { ...by, role: 'moderator' as const }
  expect(await write(tx => decideItem(tx, receipt('decide', moderator, item!), { itemId: item!.id, decision: 'approve', tagId: null, because: '', now }))).toEqual({ done: true })
}

async function openItems() {
  const rows = await (await read()).select().from(queueItems).orderBy(asc(queueItems.id))
  return rows.filter(row => row.decidedAt === null)
}

async function noticesOf(person: Member): Promise<string[]> {
  const rows = await (await read()).select({ kind: notifications.kind }).from(notifications).where(eq(notifications.personId, person.id))
  return rows.map(({ kind }) => kind)
}

function add(kind: WordKind, action: WordAction, texts: string[]) {
  return write(tx => addWordRules(tx, receipt('keep_words', mei, null), { kind, action, reason: '不接广告', texts }, { because: '总有人发', now }))
}

function change(edit: Parameters<typeof editWordRule>[2]) {
  return write(tx => editWordRule(tx, receipt('keep_words', mei, null), edit, { because: '改一改', now }))
}

function told({ title = '', words = '', note = '' }) {
  const fields = {
    process: 'certification', subject: 'personal', program_age: 'existing', kind: 'mini_program', category: 'tool',
    name_pattern: 'coined', proof_demanded: 'none', title, words,
    'events.0.type': 'paid', 'events.0.when_kind': 'day', 'events.0.when_date': '2026-11-09',
    'events.1.type': 'called', 'events.1.when_kind': 'after', 'events.1.wait_most': '30', 'events.1.wait_unit': 'minute', 'events.1.note': note,
  }
  const reported = reportForm(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])), now)
  if (!reported.ok) throw new Error(JSON.stringify(reported.problems))
  return reported.case
}

function receipt<A extends Act>(act: A, by: Member, subject: Parameters<typeof permit<A>>[2]): Permitted<A> {
  const permission = permit(act, by, subject)
  if ('refused' in permission) throw new Error(permission.refused)
  return permission.permitted
}
