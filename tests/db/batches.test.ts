import { and, eq, isNull, like } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { importLines } from '@/db/cases/import'
import { read, write } from '@/db/connection'
import { durationsFigure } from '@/db/figures/durations'
import { queueAppeal } from '@/db/moderation/appeal-items'
import { doInBulk, listBulkActs, targetsOf, undoBulk } from '@/db/moderation/batches/in-bulk'
import { influencesOf } from '@/db/moderation/batches/jumps'
import { lookForJumps } from '@/db/moderation/batches/look'
import { batchesOf, sizeOf } from '@/db/moderation/batches/members'
import { rememberOrigin } from '@/db/moderation/batches/origins'
import { recentBatches } from '@/db/moderation/batches/recent'
import { clearBatch, openSuspicions } from '@/db/moderation/batches/settle'
import { untagCase } from '@/db/moderation/tagging'
import { tagNamed } from '@/db/moderation/tags'
import { cases, logEntries, notifications, origins, originSalts, people, queueItems, suspensions } from '@/db/schema'
import { dayOf, hourOf, type Batch, type BulkDeed } from '@/domain/moderation/batch'
import type { Measure } from '@/domain/moderation/appeal'
import type { Member } from '@/domain/people/viewer'
import { permit, type Permitted } from '@/domain/permission'
import { fillEmptyDatabase } from '@/scripts/starting-data'
import { useDatabase } from '../support/database'
import { somebody } from '../support/threads'

useDatabase()

const now = Date.UTC(2026, 11, 24, 4)
const asked = { process: 'certification', layer: 'own', stage: 'decision' } as const
const day = dayOf(now)
let mei: Member
let tao: Member
let before: Awaited<ReturnType<typeof figure>>
let block: Batch
let wave: number[]
let quiet: [number, string[]]

// 40 people waited 1, 2, … 40 days and told of it from networks of their own, 20 on one day and 20 on the next. Then 30 join within one hour and tell, from one
// network, of 90 days each.
beforeAll(async () => {
  await fillEmptyDatabase(now)
  mei = await somebody('Mei', 'moderator')
  tao = await somebody('Tao', 'moderator')
  const honest = await tell('honest', 40, at => at + 1)
  for (const [at, id] of honest.entries()) {
    await write(tx => rememberOrigin(tx, { subject: 'case', subjectId: id, address: `198.51.${at}.7`, now: now - (at % 2 + 2) * 86_400_000 }))
  }
  before = await figure()
  quiet = [await lookForJumps(now), (await recentBatches(await read(), now)).map(it => it.kind)]
  wave = await tell('wave', 30, () => 90)
  for (const [at, id] of wave.entries()) {
    await write(async tx => {
      const [joined] = await tx.insert(people).values({
        name: `W${at}`, nameKey: `w${at}`, nameSkeleton: `w${at}`, pseudonym: `w${at}`, createdAt: now + at * 60_000,
      }).returning({ id: people.id })
      await tx.update(cases).set({ authorId: joined!.id, createdAt: now + at * 60_000 }).where(eq(cases.id, id))
      await rememberOrigin(tx, { subject: 'case', subjectId: id, address: `203.0.113.${at + 1}`, now: now + at * 60_000 })
    })
  }
  block = (await batchesOf(await read(), wave[0]!)).find(({ kind }) => kind === 'block')!
})

test('one case of the wave leads to 5 batches, of which its network, its hour and its day hold all 30', async () => {
  const batches = await batchesOf(await read(), wave[0]!)
  const sizes = await Promise.all(batches.map(async batch => [batch.kind, (await sizeOf(await read(), batch)).cases]))
  expect(Object.fromEntries(sizes)).toEqual({ address: 1, block: 30, day: 30, sign_up_hour: 30, account: 1 })
  expect(await sizeOf(await read(), { kind: 'sign_up_hour', key: String(hourOf(now)) })).toEqual({ cases: 30, accounts: 30, counted: 30 })
})

test('half of 40 waited 20.5 days, of 70 another time: without the wave the figure is what it was, to the last digit', async () => {
  expect(before.quantiles['0.5'].value).toBe(20.5)
  const influence = (await influencesOf(await read(), block, now)).find(({ stage }) => stage === 'decision')!
  expect(influence).toMatchObject({ n: 30, accounts: 30, jumps: true })
  expect(influence.without).toEqual({ scale: 'day', value: 20.5, lower: before.quantiles['0.5'].lower, upper: before.quantiles['0.5'].upper })
  const after = (await figure()).quantiles['0.5'].value
  expect(influence.shown.value).toBe(after)
  expect(after).toBeGreaterThan(before.quantiles['0.5'].upper!)
})

test('a look finds it once: by its network, not again by its hour and its day; 2 looks at once put 1 item before the moderators', async () => {
  await Promise.all([lookForJumps(now), lookForJumps(now)])
  const open = await openSuspicions(await read())
  expect([...new Set(open.map(it => `${it.kind} ${it.key}`))]).toEqual([`block ${block.key}`])
  expect(open.map(({ stage }) => stage)).toContain('decision')
  expect(await itemsOpen()).toBe(1)
  expect([(await figure()).under_review, before.under_review]).toEqual([true, false])
})

test('an act that looked at something else does nothing', async () => {
  const order = { batch: block, deed: 'leave_figures', because: '同一网段', now } as const
  expect(await write(tx => doInBulk(tx, may(mei), { ...order, digest: 'something else' }))).toEqual({ stale: true })
  expect(await listBulkActs(await read())).toEqual([])
})

test('30 leave the figures in 1 act with 1 line in the log and 30 notices; the figure is as before, and nobody asks about it any more', async () => {
  const done = await act(mei, 'leave_figures')
  expect(done).toMatchObject({ changed: 30 })
  expect(await figure()).toEqual(before)
  expect(await linesOf('do_in_bulk')).toBe(1)
  expect(await noticesOf('tagged')).toBe(30)
  expect([await itemsOpen(), await openSuspicions(await read())]).toEqual([0, []])
  expect(await lookForJumps(now)).toBe(0)
  expect(await act(tao, 'leave_figures')).toEqual({ nothing: true })
})

test('undone twice at once it is undone once: 29 come back, the one another moderator had freed meanwhile is left alone', async () => {
  const tag = (await tagNamed(await read(), 'coordinated'))!
  const freeing = { caseId: wave[3]!, tagId: tag.id, because: '已核实，是真的', now: now + 1 }
  await write(tx => untagCase(tx, (permit('tag', tao, { authorId: null }) as { permitted: Permitted<'tag'> }).permitted, freeing))
  const id = (await listBulkActs(await read()))[0]!.id
  const undo = () => write(tx => undoBulk(tx, may(tao), { id, because: '看错了', now: now + 2 }))
  const answers = await Promise.all([undo(), undo()])
  expect(answers.filter(it => 'changed' in it)).toEqual([{ changed: 29 }])
  expect(answers.filter(it => 'already' in it)).toEqual([{ already: 'Tao' }])
  expect((await figure()).n).toBe(70)
  expect((await figure()).under_review).toBe(true)
  expect(await linesOf('undo_bulk')).toBe(1)
})

test.each([['hide', 30], ['suspend', 30]] as const)('%s is done to %i and undone, and leaves everything as it was', async (deed, n) => {
  const state = async () => JSON.stringify([await figure(), await held()])
  const was = await state()
  const done = await act(mei, deed)
  expect(done).toMatchObject({ changed: n })
  expect(await state()).not.toBe(was)
  const [caseId, personId] = [wave[0]!, (await (await read()).select({ id: cases.authorId }).from(cases).where(eq(cases.id, wave[0]!)))[0]!.id]
  const measure = deed === 'hide' ? { kind: 'case' as const, caseId, personId: null } : { kind: 'suspension' as const, caseId: null, personId }
  await write(tx => queueAppeal(tx, { ...measure, replyId: null, byId: mei.id } as Measure, 1, now + 4))
  expect(await openAppeals()).toBe(1)
  expect(await write(tx => undoBulk(tx, may(mei), { id: (done as { id: number }).id, because: '看错了', now: now + 4 }))).toEqual({ changed: n })
  expect(await state()).toBe(was)
  // Nobody has to hear an appeal against what holds no longer.
  expect(await openAppeals()).toBe(0)
})

test('found honest it is asked about no more, until it has grown by half: 30 to 45', async () => {
  await lookForJumps(now + 5)
  expect(await write(tx => clearBatch(tx, may(tao), { batch: block, because: '一家公司的同事', now: now + 5 }))).toEqual({ done: true })
  expect((await figure()).under_review).toBe(false)
  await lookForJumps(now + 6)
  expect((await openSuspicions(await read())).filter(({ kind }) => kind === 'block')).toEqual([])
  const more = await tell('more', 15, () => 90)
  for (const [at, id] of more.entries()) {
    await write(tx => rememberOrigin(tx, { subject: 'case', subjectId: id, address: `203.0.113.${100 + at}`, now: now + 7 }))
  }
  await lookForJumps(now + 8)
  expect((await openSuspicions(await read())).filter(({ kind }) => kind === 'block').length).toBeGreaterThan(0)
})

test('40 people who told on 2 days, 20 on each, are 2 batches to look at and suspected of nothing', () => {
  expect(quiet).toEqual([0, ['day', 'day']])
})

test('the same address has another hash on the next day, and yesterday\'s salt is gone; what is no address leaves nothing', async () => {
  const told = { subject: 'person', address: '192.0.2.1' } as const
  await write(tx => rememberOrigin(tx, { ...told, subjectId: 901, now: now + 86_400_000 }))
  await write(tx => rememberOrigin(tx, { ...told, subjectId: 902, now: now + 86_400_000 }))
  await write(tx => rememberOrigin(tx, { ...told, subjectId: 903, now: now + 2 * 86_400_000 }))
  await write(tx => rememberOrigin(tx, { ...told, address: 'unknown', subjectId: 904, now }))
  const rows = await (await read()).select().from(origins).where(eq(origins.subject, 'person'))
  const hashOf = (id: number) => rows.find(row => row.subjectId === id)?.address
  expect(hashOf(901)).toBe(hashOf(902))
  expect(hashOf(903)).not.toBe(hashOf(901))
  expect(hashOf(904)).toBeUndefined()
  expect((await (await read()).select().from(originSalts)).map(row => row.day)).toEqual([day + 2])
})

async function figure() {
  return durationsFigure(await read(), asked, now)
}

async function act(by: Member, deed: BulkDeed) {
  const { digest } = await targetsOf(await read(), block)
  return write(tx => doInBulk(tx, may(by), { batch: block, deed, digest, because: '同一网段一小时内 30 个', now: now + 3 }))
}

function may(by: Member): Permitted<'act_in_bulk'> {
  return (permit('act_in_bulk', by, null) as { permitted: Permitted<'act_in_bulk'> }).permitted
}

async function held() {
  const states = await (await read()).select({ id: cases.id, state: cases.state, counted: cases.inFigures }).from(cases).orderBy(cases.id)
  const suspended = await (await read()).select({ id: suspensions.personId }).from(suspensions).where(isNull(suspensions.liftedAt))
  return [states, suspended]
}

async function linesOf(name: 'do_in_bulk' | 'undo_bulk'): Promise<number> {
  return (await (await read()).select().from(logEntries).where(eq(logEntries.act, name))).length
}

async function noticesOf(kind: string): Promise<number> {
  return (await (await read()).select().from(notifications).where(eq(notifications.kind, kind))).length
}

async function itemsOpen(): Promise<number> {
  return (await (await read()).select().from(queueItems).where(and(eq(queueItems.kind, 'suspicion'), isNull(queueItems.decidedAt)))).length
}

/** Own cases that were paid on 1 August and approved so many days later; answers their ids. */
async function tell(name: string, n: number, days: (at: number) => number): Promise<number[]> {
  const lines = Array.from({ length: n }, (_, at) => {
    const approved = new Date(Date.UTC(2026, 7, 1 + days(at))).toISOString().slice(0, 10)
    return JSON.stringify({
      ref: `${name}-${at}`, source: 'own', process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program',
      category: 'tool', name_pattern: ['coined'], proof_demanded: ['none'],
      events: [{ type: 'paid', at: ['2026-08-01', '2026-08-01'] }, { type: 'approved', at: [approved, approved] }],
    })
  })
  const report = await importLines(lines, { now })
  if (report.added !== n) throw new Error(JSON.stringify(report.bad))
  const rows = await (await read()).select({ id: cases.id }).from(cases).where(like(cases.ref, `${name}-%`)).orderBy(cases.id)
  return rows.map(({ id }) => id)
}

async function openAppeals(): Promise<number> {
  return (await read()).$count(queueItems, and(eq(queueItems.kind, 'appeal'), isNull(queueItems.decidedAt)))
}
