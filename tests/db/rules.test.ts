import { beforeEach, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { permit, type Permitted } from '@/domain/permission'
import type { RuleChange } from '@/domain/rules/rule-change'
import { read, write } from '@/db/connection'
import { logPage } from '@/db/moderation/log-page'
import { listRuleChanges, ruleById, storeRuleChanges } from '@/db/rules/changes'
import { versionsOfRule } from '@/db/rules/history'
import { addRule, editRule, restoreRule, withdrawRule, type KeptRule } from '@/db/rules/keeping'
import { logEntries, ruleChanges, ruleRevisions } from '@/db/schema'
import { somebody } from '../support/threads'
import { useDatabase } from '../support/database'

useDatabase('per test')

const now = Date.UTC(2026, 10, 20, 4)
const change: RuleChange = {
  date: '2026-06', precision: 'month', processes: ['certification'], subject: 'all', statement_zh: '审核变慢', basis: '有人说',
  confidence: 'rumoured',
}
let mei: Member
let tao: Member

beforeEach(async () => {
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao', 'moderator')
})

test('1 rule written down is 1 row, 1 version and 1 line of the log that leads to it', async () => {
  const id = idOf(await add(mei))
  expect(await listed()).toEqual(['审核变慢'])
  expect(await versions(id)).toMatchObject([{ version: 1, by: 'Mei', because: '记下来', at: now, rule: { date: '2026-06', withdrawn: false } }])
  const { entries } = await logPage(await read())
  expect(entries).toMatchObject([{
    act: 'add_rule', actor: 'Mei', reason: '记下来', details: { rule: String(id), statement_zh: '审核变慢', date: '2026-06' },
  }])
})

test('2 moderators write down the same at once: 1 row, and the other is led to it', async () => {
  const kept = await Promise.all([add(mei), add(tao)])
  const id = idOf(kept.find(it => 'done' in it)!)
  expect(kept.filter(it => 'same' in it)).toEqual([{ same: id }])
  expect(await counts()).toEqual({ rules: 1, versions: 1, lines: 1 })
})

test('1 correction of what came with the site leaves 2 versions: as it came, of nobody, and hers', async () => {
  await write(tx => storeRuleChanges(tx, [change], now - 1000))
  const { id } = (await listRuleChanges(await read()))[0]!
  expect(await versions(id)).toMatchObject([{ version: 1, by: null, because: '' }])
  await edit(mei, id, 1, { confidence: 'official', basis: '公告' })
  expect(await versions(id)).toMatchObject([
    { version: 1, by: null, at: now - 1000, rule: { confidence: 'rumoured', basis: '有人说' } },
    { version: 2, by: 'Mei', at: now, rule: { confidence: 'official', basis: '公告' } },
  ])
  expect((await logPage(await read())).entries[0]!.details.changed).toBe('basis confidence')
})

test('2 corrections of version 1 at once: 1 is kept and the other changes nothing', async () => {
  const id = idOf(await add(mei))
  const kept = await Promise.all([edit(mei, id, 1, { basis: '甲' }), edit(tao, id, 1, { basis: '乙' })])
  expect(kept.filter(it => 'done' in it)).toHaveLength(1)
  expect(kept.filter(it => 'conflict' in it)).toHaveLength(1)
  expect(await counts()).toEqual({ rules: 1, versions: 2, lines: 2 })
})

test('a correction that changes 0 fields writes 0 versions and 0 lines', async () => {
  const id = idOf(await add(mei))
  await edit(mei, id, 1, {})
  expect(await counts()).toEqual({ rules: 1, versions: 1, lines: 1 })
})

test('withdrawn it is in 0 lists and in its history; withdrawn twice is 1 line; restored it is listed again', async () => {
  const id = idOf(await add(mei))
  const deed = { because: '弄错了', now }
  expect(await state(withdrawRule, mei, id, { ...deed, version: 1 })).toEqual({ done: true, id })
  expect(await state(withdrawRule, tao, id, { ...deed, version: 1 })).toEqual({ already: 'Mei' })
  expect(await listed()).toEqual([])
  expect((await versions(id)).map(({ rule }) => rule.withdrawn)).toEqual([false, true])
  expect(await state(restoreRule, tao, id, { ...deed, version: 1 })).toEqual({ conflict: true })
  expect(await state(restoreRule, tao, id, { ...deed, version: 2 })).toEqual({ done: true, id })
  expect(await listed()).toEqual(['审核变慢'])
  expect((await logPage(await read())).entries.map(({ act }) => act)).toEqual(['restore_rule', 'withdraw_rule', 'add_rule'])
})

test('the same words may be written down again after the first were withdrawn', async () => {
  const id = idOf(await add(mei))
  await state(withdrawRule, mei, id, { because: '弄错了', now, version: 1 })
  const again = await add(tao, now + 1)
  expect(idOf(again)).not.toBe(id)
  expect(await listed()).toEqual(['审核变慢'])
})

const receiptOf = (by: Member) => (permit('keep_rules', by, null) as { permitted: Permitted<'keep_rules'> }).permitted
const add = (by: Member, at = now) =>
  write(tx => addRule(tx, receiptOf(by), { rule: 0, version: 0, change, because: '记下来' }, at))
const edit = (by: Member, id: number, version: number, more: Partial<RuleChange>) => write(async tx => (
  editRule(tx, receiptOf(by), (await ruleById(tx, id))!, { rule: id, version, change: { ...change, ...more }, because: '更正' }, now)
))
const state = (work: typeof withdrawRule, by: Member, id: number, deed: Parameters<typeof withdrawRule>[3]) =>
  write(async tx => work(tx, receiptOf(by), (await ruleById(tx, id))!, deed))

function idOf(kept: KeptRule): number {
  if (!('done' in kept)) throw new Error(JSON.stringify(kept))
  return kept.id
}

const listed = async () => (await listRuleChanges(await read())).map(({ statementZh }) => statementZh)
const versions = async (id: number) => versionsOfRule(await read(), (await ruleById(await read(), id))!)

async function counts() {
  const database = await read()
  return {
    rules: (await database.select().from(ruleChanges)).length,
    versions: (await database.select().from(ruleRevisions)).length,
    lines: (await database.select().from(logEntries)).length,
  }
}
