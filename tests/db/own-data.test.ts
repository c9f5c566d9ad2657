import { getTableName, is, Table } from 'drizzle-orm'
import { getTableConfig as onPostgres } from 'drizzle-orm/pg-core'
import { getTableConfig as onSqliteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { read, write } from '@/db/connection'
import { keepDraft } from '@/db/desk/drafts'
import { rememberSubmission } from '@/db/desk/submissions'
import { engine } from '@/db/dialect'
import { addIdentity } from '@/db/people/identities'
import { ownData, ownParts } from '@/db/people/own-data'
import { personColumns } from '@/db/people/person-columns'
import { startSession } from '@/db/people/sessions'
import * as schema from '@/db/schema'
import { useDatabase } from '../support/database'
import { caseBy, say, somebody } from '../support/threads'

useDatabase()

const now = Date.parse('2026-11-24T12:00:00+08:00')
let lin: Member, mei: Member, token: string
type Told = Record<string, unknown[]> & { account: Record<string, unknown> }

// Both have been everywhere a person can leave something, each under words of her own.
beforeAll(async () => {
  lin = await somebody('林')
  mei = await somebody('梅', 'moderator')
  token = await live(lin, '林的字', mei)
  await live(mei, '梅的字', lin)
})

const tables = Object.values(schema).filter(it => is(it, Table)) as Table[]

describe('No column that says a person is forgotten', () => {
  test('by key or by name: each has its part of the file, or the reason why not', () => {
    const found = tables.flatMap(table => personal(table).map(column => `${getTableName(table)}.${column}`))
    expect(found.length).toBeGreaterThan(15)
    expect(Object.keys(personColumns).sort()).toEqual(found.sort())
  })

  test('and every part that is named is there, as is none that is not', () => {
    const named = Object.values(personColumns).flatMap(it => ('toldIn' in it ? [it.toldIn] : []))
    // Told by the case, or the webhook, they belong to, which says whose it is.
    expect([...named, 'forecasts', 'webhook_deliveries'].sort()).toEqual([...ownParts].sort())
  })
})

describe('What Lin takes away', () => {
  test('has every part filled with hers, and her words in each that holds words', async () => {
    const told = await takenBy(mei)
    for (const part of ownParts) expect([part, told[part]!.length > 0]).toEqual([part, true])
    const worded = ['cases', 'case_revisions', 'replies', 'drafts', 'taggings', 'hidings', 'rule_revisions', 'flags', 'queue_decided', 'log_by_me', 'identities', 'sessions']
    for (const part of worded) expect([part, JSON.stringify(told[part]).includes('梅的字')]).toEqual([part, true])
  })

  test('has no word of Mei in any part, and of her account its name and no password', async () => {
    const told = await takenBy(lin)
    expect(JSON.stringify(told)).not.toContain('梅的字')
    expect(told.account).toMatchObject({ id: lin.id, name: '林', hasPassword: false })
  })

  test('opens no door: no token, no hash of one, no key of a form', async () => {
    const text = JSON.stringify(await takenBy(lin))
    const hashes = await (await read()).select({ hash: schema.sessions.tokenHash }).from(schema.sessions)
    for (const secret of [token, 'own-data-form-key', 'body-hash', ...hashes.map(({ hash }) => hash)]) expect(text).not.toContain(secret)
  })

  test('is whole with 450 replies, in three pages: each once, in order', async () => {
    const talker = await somebody('话多')
    const caseId = await caseBy(lin)
    await write(async tx => {
      const row = { caseId, depth: 0, authorId: talker.id, words: 'x', html: 'x', renderVersion: 1, createdAt: now }
      for (let n = 0; n < 450; n++) await tx.insert(schema.replies).values({ ...row, path: Buffer.from(`own-${n}`) })
    })
    const ids = (await takenBy(talker)).replies!.map(it => (it as { id: number }).id)
    expect(ids).toHaveLength(450)
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b))
  })
})

async function takenBy(member: Member): Promise<Told> {
  let text = ''
  for await (const piece of ownData(await read(), member, now)) text += piece
  return JSON.parse(text) as Told
}

function personal(table: Table): string[] {
  const { foreignKeys, columns } = engine === 'sqlite' ? onSqliteTable(table as never) : onPostgres(table as never) as never
  const keyed = foreignKeys.map(key => key.reference()).filter(it => getTableName(it.foreignTable as Table) === 'people').flatMap(it => it.columns)
  const named = (columns as { name: string }[]).filter(({ name }) => /^(person|author|actor|owner|writer|member|user|by)(Id|_id)?$|By(Id)?$|_by(_id)?$/.test(name))
  const keyOf = (column: { name: string }) => Object.entries(table).find(([, it]) => it === column)?.[0] ?? column.name
  return [...new Set([...keyed, ...named].map(keyOf))]
}

/** Leaves a row of this person's in every table that has such; answers the token of her session. */
async function live(who: Member, words: string, other: Member): Promise<string> {
  const caseId = await caseBy(who, words)
  const reply = await say(who, caseId, words)
  const theirs = await caseBy(other, '别人的案例')
  return write(async tx => {
    const at = { at: now }
    const id = who.id
    await tx.insert(schema.replyRevisions).values({ replyId: reply, version: 1, words, ...at })
    await tx.insert(schema.caseRevisions).values({ caseId, version: 2, byId: id, act: 'edit_case', changes: [{ field: 'words', before: '', after: words }], ...at } as never)
    await tx.insert(schema.forecasts).values({
      caseId, stage: 'first_call', orderNo: 1, round: 1, scale: 'minute', method: '1.1', filter: {}, waited: 3, n: 9, chances: {}, madeAt: now,
    })
    const waiting = { kind: 'flags', subject: 'case', details: {}, ...at } as const
    const [item] = await tx.insert(schema.queueItems).values({ ...waiting, subjectId: caseId, personId: id }).returning()
    await tx.insert(schema.queueItems).values({ ...waiting, subjectId: theirs, decidedAt: now, decidedById: id, decision: 'hide', reason: words })
    await tx.insert(schema.flags).values({ personId: id, itemId: item!.id, subject: 'case', subjectId: theirs, reason: 'other', words, level: 1, ...at })
    await tx.insert(schema.admissions).values({ personId: id, askedAt: now, decision: 'approved', decidedAt: now, decidedById: other.id })
    await tx.insert(schema.nameChanges).values({ personId: id, name: `旧名${id}`, nameKey: `旧名${id}`, nameSkeleton: `旧名${id}`, ...at })
    await tx.insert(schema.apiTokens).values({ personId: id, name: words, scopes: ['read'], tokenHash: `token-hash-${id}`, createdAt: now })
    await tx.insert(schema.votes).values({ personId: id, subject: 'case', subjectId: theirs, ...at })
    await tx.insert(schema.favourites).values({ personId: id, caseId: theirs, ...at })
    await tx.insert(schema.silences).values({ personId: id, silencedId: other.id, ...at })
    await tx.insert(schema.checkInRests).values({ personId: id, ...at })
    await tx.insert(schema.notifications).values({ personId: id, kind: 'case_answered', caseId, actorId: other.id, details: {}, createdAt: now })
    await tx.insert(schema.follows).values({ personId: id, subject: 'case', target: String(theirs), createdAt: now })
    await tx.insert(schema.mailWishes).values({ personId: id, how: 'each', lang: 'zh', ...at })
    const sealed = { secret: 'own-data-form-key', formerSecret: 'own-data-form-key' }
    const [webhook] = await tx.insert(schema.webhooks).values({ personId: id, url: `https://${id}.example/`, ...sealed, lang: 'zh', createdAt: now }).returning()
    await tx.insert(schema.webhookDeliveries).values({ webhookId: webhook!.id, ref: `msg_${id}`, event: 'test', body: '{}', createdAt: now })
    await tx.insert(schema.mailAddresses).values({ personId: id, address: `${id}@example.com`, addressKey: `${id}@example.com`, confirmedAt: now })
    const key = { credentialId: `own-data-form-key-${id}`, publicKey: 'own-data-form-key', counter: 0, transports: [], name: words }
    await tx.insert(schema.passkeys).values({ personId: id, ...key, createdAt: now })
    await tx.insert(schema.twoSteps).values({ personId: id, secret: 'own-data-form-key', lastStep: 1, since: now })
    await tx.insert(schema.recoveryCodes).values({ personId: id, place: 0, hash: 'own-data-form-key' })
    await tx.insert(schema.suspensions).values({ personId: id, byId: other.id, reason: '停一停', ...at, endsAt: now + 1, liftedAt: now, liftedById: other.id })
    const appeal = { subject: 'suspension', words: words, ...at, decidedAt: now, verdict: 'uphold', answer: words } as const
    await tx.insert(schema.appeals).values({ ...appeal, personId: id, subjectId: id, decidedById: id })
    await tx.insert(schema.hidings).values({ subject: 'case', subjectId: theirs, byId: id, reason: words, ...at, liftedAt: now, liftedById: id, liftedReason: words })
    const [group] = await tx.insert(schema.tagGroups).values({ slug: `g${id}`, nameZh: 'g', nameEn: 'g', position: 1 }).returning()
    const tag = { groupId: group!.id, slug: `t${id}`, nameZh: 't', nameEn: 't', descriptionZh: '', descriptionEn: '' }
    const [kept] = await tx.insert(schema.tags).values(tag).returning()
    await tx.insert(schema.taggings).values({ caseId: theirs, tagId: kept!.id, byId: id, reason: words, ...at })
    const [rule] = await tx.insert(schema.ruleChanges).values({
      ref: `r${id}`, date: '2026', precision: 'year', processes: [], subject: 'all', statementZh: 'x', basis: 'x', confidence: 'reported', createdAt: now,
    }).returning()
    await tx.insert(schema.ruleRevisions).values({ ruleId: rule!.id, version: 1, byId: id, because: words, rule: {}, ...at })
    await tx.insert(schema.logEntries).values({ ...at, actorId: id, act: 'hide', caseId: theirs, reason: words, details: {} })
    await tx.insert(schema.logEntries).values({ ...at, actorId: other.id, act: 'suspend', personId: id, reason: '停一停', details: {} })
    await addIdentity(tx, { issuer: 'https://id.example', subject: `${words}-${id}`, personId: id, now })
    await keepDraft(tx, { key: `own-data-form-key-${id}`, owners: [`p:${id}`], act: 'reply', back: '/', body: { words: [words] }, problems: [], now })
    await rememberSubmission(tx, { personId: id, key: `own-data-form-key-${id}`, act: 'reply', bodyHash: 'body-hash', location: '/', at: now })
    return startSession(tx, { personId: id, device: words, now })
  })
}
