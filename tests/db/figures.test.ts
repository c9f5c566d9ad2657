import { eq, inArray } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { stages, type Process } from '@/domain/codes'
import type { FigureFilter } from '@/domain/figures/filter'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { durationsFigure } from '@/db/figures/durations'
import { homeFindings } from '@/db/figures/findings'
import { countLayers } from '@/db/figures/layers'
import { namesFigure } from '@/db/figures/names'
import { outcomesFigure } from '@/db/figures/outcomes'
import { softwareCopyrightFigure } from '@/db/figures/software-copyright'
import { spellsFor, wholeSpellsFor } from '@/db/figures/spells'
import { toldFor } from '@/db/figures/told'
import { tagCase } from '@/db/moderation/tagging'
import { cases, tags } from '@/db/schema'
import { fillEmptyDatabase } from '@/scripts/starting-data'
import { useDatabase } from '../support/database'
import { somebody } from '../support/threads'

// What the nine cases from the thread say, and nothing more.

useDatabase()
beforeAll(async () => {
  await fillEmptyDatabase(now)
})

const now = Date.UTC(2026, 10, 24)
const thread: FigureFilter = { process: 'certification', layer: 'thread' }

test('9 cases: 7 certifications, 1 filing and 1 code review, and none of them is anybody\'s own', async () => {
  const counted = async (process: Process) => countLayers(await read(), { process, layer: 'own' })
  expect(await counted('certification')).toEqual({ own: 0, thread: 7, all: 7 })
  expect(await counted('filing')).toEqual({ own: 0, thread: 1, all: 1 })
  expect(await counted('code_review')).toEqual({ own: 0, thread: 1, all: 1 })
  expect(await counted('renewal')).toEqual({ own: 0, thread: 0, all: 0 })
})

test('payment to call: 2 cases tell of it, 1 known to the day and 1 only to nine days, so nothing is said', async () => {
  const figure = await durations('first_call')
  expect(figure).toMatchObject({
    scale: 'day', n: 1, left_out: 1, accounts: 1, events: null, waiting: null, suppressed: 'few_accounts', curve: [],
    method: '1.1', stage: 'first_call',
  })
  expect(figure.quantiles['0.5']).toEqual({ value: null, lower: null, upper: null, more_than: null })
  expect(figure.cases).toEqual([await idOf('thread-1'), await idOf('thread-2')])
})

test('call to answer: at most 15 minutes of call and 15 to 45 after it are 15 to 60, of 1 case', async () => {
  const [spell, ...others] = await spellsFor(await read(), 'call_decision', thread)
  expect(others).toEqual([])
  expect(spell).toMatchObject({ wait: [15, 60], cause: 1, account: 'case:thread-1' })
  expect(await durations('call_decision')).toMatchObject({ scale: 'minute', n: 1, left_out: 0, accounts: 1 })
})

test('payment to answer: 1 approved and 1 waiting, each an account of its own: 2', async () => {
  const spells = await spellsFor(await read(), 'decision', thread)
  expect(spells.map(({ cause, days, account }) => [account, cause, days])).toEqual([
    ['case:thread-1', 1, null], ['case:thread-2', 0, 0],
  ])
  expect((await wholeSpellsFor(await read(), thread)).map(({ ending }) => ending)).toEqual(['approved', 'waiting'])
  expect(await outcomesFigure(await read(), thread, now)).toMatchObject({ n: 1, left_out: 1, ended: null, table: [] })
})

test('the 7 fragments have 0 spells in any stage of any process', async () => {
  const fragments = await read().then(database => database.select({ id: cases.id }).from(cases)
    .where(inArray(cases.ref, [3, 4, 5, 6, 7, 8, 9].map(n => `thread-${n}`))))
  const ids = fragments.map(({ id }) => id)
  expect(ids.length).toBe(7)
  for (const process of ['certification', 'filing', 'code_review'] as const) {
    const filter: FigureFilter = { process, layer: 'all' }
    for (const stage of stages) {
      expect((await spellsFor(await read(), stage, filter)).filter(({ caseId }) => ids.includes(caseId))).toEqual([])
    }
    expect((await wholeSpellsFor(await read(), filter)).filter(({ caseId }) => ids.includes(caseId))).toEqual([])
  }
})

test('names: 7 - 1 not reached = 6 answers, 4 told to rename, 2 to prove, 1 of them both = 5 of 6, too few for a share', async () => {
  const figure = await namesFigure(await read(), thread)
  expect(figure).toMatchObject({ n: 6, accounts: 6, left_out: { not_reached: 1, unknown: 0 }, suppressed: 'counts_only' })
  expect([figure.told.either, figure.told.rename, figure.told.proof].map(({ x, share }) => [x, share]))
    .toEqual([[5, null], [4, null], [2, null]])
})

test('names by pattern: 1 like an app is held back, and with it the 5 of unknown pattern that would give it away', async () => {
  const { patterns } = await namesFigure(await read(), thread)
  expect(patterns.map(({ pattern, either: { n, x, suppressed } }) => [pattern, n, x, suppressed])).toEqual([
    ['app_like', 1, null, 'few_accounts'], ['unknown', 5, null, 'complement'],
  ])
})

test('software copyright: 3 of 7 say what was asked for, 4 do not; 1 of 3 was asked, which is not shown', async () => {
  const figure = await softwareCopyrightFigure(await read(), thread, now)
  expect(figure).toMatchObject({ n: 3, left_out: 4, suppressed: 'few_accounts', demanded: { n: 3, x: null, share: null } })
  expect(figure.after).toMatchObject({ n: 1, so_far: null })
  expect(figure.cases).toEqual(await Promise.all(['thread-1', 'thread-5', 'thread-9'].map(idOf)))
})

test('the filing without a single wait counts once among the names of filings: 1 answer', async () => {
  const filing: FigureFilter = { process: 'filing', layer: 'thread' }
  const figure = await namesFigure(await read(), filing)
  expect(figure).toMatchObject({ n: 1, accounts: 1, suppressed: 'few_accounts' })
  expect(figure.patterns.map(({ pattern, either }) => [pattern, either.n])).toEqual([['coined', 1]])
  expect((await durationsFigure(await read(), { ...filing, stage: 'filing_total' }, now)).n).toBe(0)
})

test('the code review is in 0 of the certification\'s figures: 7 of 9 cases are told there, with their waits and without', async () => {
  const told = await toldFor(await read(), { process: 'certification', layer: 'all' })
  expect(told.map(({ account }) => account)).toEqual([1, 2, 4, 5, 6, 8, 9].map(n => `case:thread-${n}`))
  const reviewed = await toldFor(await read(), { process: 'code_review', layer: 'all' })
  expect(reviewed.map(({ account }) => account)).toEqual(['case:thread-7'])
})

test('the thread\'s cases are in 0 of the figures of people\'s own', async () => {
  const own: FigureFilter = { ...thread, layer: 'own' }
  expect(await namesFigure(await read(), own)).toMatchObject({ n: 0, cases: [] })
  expect(await durationsFigure(await read(), { ...own, stage: 'first_call' }, now)).toMatchObject({ n: 0, cases: [] })
})

test('a filter narrows: 6 answers by 6 persons, 0 by companies, 1 of a name like an app', async () => {
  const narrowed = async (narrower: Partial<FigureFilter>) => (await namesFigure(await read(), { ...thread, ...narrower })).n
  expect(await narrowed({ subject: 'personal' })).toBe(6)
  expect(await narrowed({ subject: 'company' })).toBe(0)
  expect(await narrowed({ pattern: 'app_like' })).toBe(1)
  expect(await narrowed({ category: 'unknown', proof: 'own_name_link' })).toBe(1)
})

test('the front page has 3 findings, the one on names first, and all name the layer they count', async () => {
  const findings = await homeFindings(await read(), now)
  expect(findings.map(({ kind, figure: { filter: { layer } } }) => [kind, layer])).toEqual([
    ['names', 'all'], ['durations', 'all'], ['outcomes', 'all'],
  ])
})

// The last one: what it changes is not changed back.
test('once tagged a joke, thread-6 leaves: 6 - 1 = 5 answers, 3 told to rename, 2 to prove, 1 of them both = 4 of 5', async () => {
  await tagJoke('thread-6')
  const { n, told, left_out } = await namesFigure(await read(), thread)
  expect([n, told.either.x, told.rename.x, told.proof.x, left_out.not_reached]).toEqual([5, 4, 3, 2, 1])
  expect(await countLayers(await read(), thread)).toEqual({ own: 0, thread: 6, all: 6 })
})

async function durations(stage: (typeof stages)[number]) {
  return durationsFigure(await read(), { ...thread, stage }, now)
}

async function idOf(ref: string): Promise<number> {
  const [row] = await (await read()).select({ id: cases.id }).from(cases).where(eq(cases.ref, ref))
  return row!.id
}

async function tagJoke(ref: string): Promise<void> {
  const permission = permit('tag', await somebody('Mei', 'moderator'), { authorId: null })
  if ('refused' in permission) throw new Error(permission.refused)
  const [tag] = await (await read()).select().from(tags).where(eq(tags.slug, 'joke'))
  const caseId = await idOf(ref)
  const done = await write(tx => tagCase(tx, permission.permitted, { caseId, tagId: tag!.id, because: '这是玩笑。', now }))
  expect(done).toEqual({ done: true })
}
