import type { SQL } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minuteOf } from '@/domain/case/interval'
import { reportCase } from '@/domain/case/report'
import { isBeingCounted, keptKinds, readQuestion, type AskedOf, type KeptKind } from '@/domain/figures/kept'
import { simulate } from '@/domain/simulation/simulate'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { answerOf } from '@/db/figures/answer'
import { figureFor, pathsFor } from '@/db/figures/beforehand/ask'
import { hearWhatToCount } from '@/db/figures/beforehand/channel'
import { Counter } from '@/db/figures/beforehand/counter'
import { standings } from '@/db/figures/beforehand/kept'
import { questionOf } from '@/db/figures/beforehand/question'
import { areManyRows } from '@/db/figures/beforehand/rows'
import { datedSpellQuery } from '@/db/figures/dated-spells'
import { homeFindings } from '@/db/figures/findings'
import { inPortions } from '@/db/figures/portions'
import { enteringSpellQuery } from '@/db/figures/robustness'
import { spellQuery } from '@/db/figures/spells'
import { toldQuery } from '@/db/figures/told'
import { trendQuery } from '@/db/figures/trend'
import { inProcess, useDatabase } from '../support/database'

// Where there are very many cases, figures that read them one by one are counted beforehand: they are what they would be, of the
// moment that they name.

useDatabase()

const now = Date.UTC(2026, 10, 24)
const minute = 60_000
const counter = new Counter()
const waiting = simulate({ seed: 'beforehand', now, cases: 330 }).flatMap(({ draft, reportedAt, account }) => {
  const reported = reportCase({ ...draft, source: 'own' }, reportedAt)
  return reported.ok ? [{ case: reported.case, account: `person ${account}`, authorId: null, now: reportedAt }] : []
})
let stopHearing: () => void
/** When questions are heard. */
let heardAt = now

beforeAll(async () => {
  process.env.FIGURES_AT_ONCE = '300'
  await tell(299)
  stopHearing = hearWhatToCount(ask => counter.hear(ask, heardAt))
})
afterAll(() => {
  stopHearing()
  delete process.env.FIGURES_AT_ONCE
})

test('read in portions of 7 cases there are the same rows in the same order', async () => {
  const database = await read()
  const filter = { process: 'certification', layer: 'own' } as const
  for (const query of [
    (within?: SQL) => spellQuery(database, 'decision', filter, within), (within?: SQL) => datedSpellQuery(database, 'decision', filter, within),
    (within?: SQL) => enteringSpellQuery(database, 'decision', filter, within), (within?: SQL) => toldQuery(database, filter, within),
    (within?: SQL) => trendQuery(database, { filter, measure: 'answered', stage: 'decision' }, minuteOf(now), within),
  ] as ((within?: SQL) => PromiseLike<unknown[]>)[]) {
    const whole = await query()
    expect(whole.length).toBeGreaterThan(50)
    expect(await inPortions(database, query, row => row, 7)).toEqual(whole)
  }
})

test('of 299 cases, where 300 are counted while somebody waits, every figure is counted at once', async () => {
  const database = await read()
  for (const kind of keptKinds) expect(await figureFor(database, kind, asked(kind), now)).toEqual(await answerOf(database, kind, asked(kind), now))
  expect(await standings(database)).toEqual([])
})

// A PostgreSQL inside of the process has no other thread that could count.
test.skipIf(inProcess)('of more, a figure that reads cases says that it is being counted, without any number, and then what was counted', async () => {
  await tell(11)
  const database = await read()
  const first = keptKinds.map(kind => figureFor(database, kind, asked(kind), now))
  // Questions are heard in their own time; nobody counts them before all were asked.
  const silent = await Promise.all(first)
  for (const [i, kind] of keptKinds.entries()) {
    const isFromCells = kind === 'durations' || kind === 'outcomes'
    expect([kind, isBeingCounted(silent[i]!)]).toEqual([kind, !isFromCells])
    if (!isFromCells) expect(numbersIn(silent[i]!)).toEqual([])
  }
  expect((await homeFindings(database, now)).map(({ kind }) => kind)).toEqual(['durations', 'outcomes'])

  await countAll(now)
  for (const kind of keptKinds) {
    const { counted_at: countedAt, ...answer } = await figureFor(database, kind, asked(kind), now)
    expect([kind, answer]).toEqual([kind, plain(await answerOf(database, kind, asked(kind), now))])
    expect(countedAt).toBe(kind === 'durations' || kind === 'outcomes' ? undefined : now)
  }
  expect((await homeFindings(database, now)).map(({ kind }) => kind)).toHaveLength(3)
})

test.skipIf(inProcess)('after one more case a figure is that of its moment, until it is counted anew, and that at once only for who waits', async () => {
  const database = await read()
  const before = await figureFor(database, 'names', asked('names'), now)
  await tell(1)
  // A figure that was just counted rests for a while.
  expect(await counter.next(now)).toBe(false)
  expect(await figureFor(database, 'names', asked('names'), now)).toEqual(before)
  await countAll(now + minute)
  const after = await figureFor(database, 'names', asked('names'), now)
  expect(after).toEqual({ ...plain(await answerOf(database, 'names', asked('names'), now)), counted_at: now + minute })
})

test.skipIf(inProcess)('the rows behind it are given out where few cases are read for them', async () => {
  const database = await read()
  expect(await areManyRows(database, 'outcomes', { process: 'filing', layer: 'own' })).toBe(false)
  expect(await areManyRows(database, 'rounds', { process: 'filing', layer: 'own' })).toBe(true)
  process.env.FIGURES_AT_ONCE = '10'
  expect(await areManyRows(database, 'outcomes', { process: 'filing', layer: 'own' })).toBe(true)
  // A page that knows how many there are does not have them counted again.
  expect(await areManyRows(database, 'outcomes', { process: 'filing', layer: 'own' }, { own: 10, thread: 1, all: 11 })).toBe(false)
  process.env.FIGURES_AT_ONCE = '1000'
  expect(await areManyRows(database, 'rounds', { process: 'filing', layer: 'own' })).toBe(false)
  process.env.FIGURES_AT_ONCE = '300'
})

test.skipIf(inProcess)('without a change nothing is counted anew for six hours; then it is, since months settle, where somebody asks', async () => {
  expect(await counter.next(now + 362 * minute)).toBe(false)
  counter.hear(questionOf('names', asked('names')), now + 2 * minute)
  expect(await counter.next(now + 2 * minute)).toBe(false)
  expect(await counter.next(now + 362 * minute)).toBe(true)
  expect(await counter.next(now + 363 * minute)).toBe(false)
})

test.skipIf(inProcess)('the next program takes up what was counted, and after a week unasked it is forgotten', async () => {
  const database = await read()
  const known = (await standings(database)).length
  expect(known).toBeGreaterThan(10)
  const next = new Counter()
  await next.open(now + 8 * 24 * 60 * minute)
  for (let turn = 0; turn < 2; turn++) expect(await next.next(now + 8 * 24 * 60 * minute)).toBe(true)
  // What the front page asks is asked at the start.
  expect((await standings(database)).map(({ kind }) => kind).sort()).toEqual(['names', 'softwareCopyright'])
})

test.skipIf(inProcess)('of many questions 50 of a kind wait, each kind has its turn, the widest comes first, and none waits longer than ten minutes', async () => {
  const crowded = new Counter()
  const at = now + 8 * 24 * 60 * minute
  await crowded.next(at)
  const answered = async (kind: KeptKind) => (await standings(await read())).filter(it => it.kind === kind).length
  for (let waited = 1; waited <= 300; waited++) {
    crowded.hear(questionOf('estimate', { process: 'filing', layer: 'own', stage: 'sms', waited: String(waited), unit: 'day' }), at)
  }
  const narrow = { process: 'filing', layer: 'own', subject: 'personal', category: 'tool', pattern: 'plain', proof: 'trademark', by: 'subject', stage: 'sms' }
  crowded.hear(questionOf('comparison', narrow), at)
  crowded.hear(questionOf('reasons', { process: 'filing', layer: 'own' }), at)
  expect(await crowded.next(at)).toBe(true)
  expect(await answered('reasons')).toBe(1)
  for (let turn = 0; turn < 2; turn++) expect(await crowded.next(at)).toBe(true)
  expect(await answered('comparison')).toBe(1)
  for (let turn = 2; turn <= 50; turn++) expect(await crowded.next(at)).toBe(true)
  expect(await answered('estimate')).toBe(50)
  expect(await crowded.next(at)).toBe(false)
  crowded.hear(questionOf('reasons', { process: 'filing', layer: 'all' }), at)
  expect(await crowded.next(at + 11 * minute)).toBe(false)
})

test('a wait is one question however it is typed, and as answered as it would be', async () => {
  const database = await read()
  const estimate = (wait: object) => ({ process: 'certification', layer: 'own', stage: 'decision', ...wait }) as AskedOf<'estimate'>
  const texts = (waits: object[]) => new Set(waits.map(wait => questionOf('estimate', estimate(wait)).text)).size
  const hours = [{ waited: '1', unit: 'hour' }, { waited: '1.00', unit: 'hour' }, { waited: ' 1,0' }, { waited: '60', unit: 'minute' }]
  expect(texts(hours)).toBe(1)
  expect(texts([{ waited: '0', unit: 'day' }, { waited: '' }, {}])).toBe(1)
  expect(texts([{ since: '2026-11-20T09:30' }, { since: ' 2026-11-20 9:30 ', waited: '3' }])).toBe(1)
  expect(texts([{ waited: '1' }, { waited: '61', unit: 'minute' }, { since: '2026-11-20' }, { since: '2026-11-20T00:00' }])).toBe(4)
  const { version: _, ...plainly } = JSON.parse(questionOf('estimate', estimate(hours[1]!)).text) as AskedOf<'estimate'> & { version: number }
  expect(await answerOf(database, 'estimate', plainly, now)).toEqual(await answerOf(database, 'estimate', estimate(hours[1]!), now))
})

test.skipIf(inProcess)('who asks for four figures at once has all of them with their moment', async () => {
  const database = await read()
  const later = now + 9 * 24 * 60 * minute
  heardAt = later
  await pathsFor(database, { process: 'certification', layer: 'own' }, later)
  await countAll(later)
  const paths = await pathsFor(database, { process: 'certification', layer: 'own' }, later)
  expect(Object.values(paths).map(({ counted_at: countedAt }) => countedAt)).toEqual(Array(4).fill(later))
})

test.skipIf(inProcess)('an answer of hours ago is shown while nothing has changed, and after a change it is being counted', async () => {
  const database = await read()
  const at = now + 9 * 24 * 60 * minute
  const rounds = { process: 'certification', layer: 'own' } as const
  expect(await figureFor(database, 'rounds', rounds, at + 7 * 60 * minute)).toMatchObject({ counted_at: at })
  await tell(1)
  expect(await figureFor(database, 'rounds', rounds, at + 5 * 60 * minute)).toMatchObject({ counted_at: at })
  heardAt = at + 7 * 60 * minute
  const missing = await figureFor(database, 'rounds', rounds, heardAt)
  expect([isBeingCounted(missing), missing.counted_at]).toEqual([true, undefined])
  await countAll(heardAt)
  expect(await figureFor(database, 'rounds', rounds, heardAt)).toMatchObject({ counted_at: heardAt })
})

async function countAll(at: number): Promise<void> {
  while (await counter.next(at)) { /* one after another */ }
}

async function tell(cases: number): Promise<void> {
  await write(async tx => {
    for (const it of waiting.splice(0, cases)) await storeCase(tx, it)
  })
}

function asked<Kind extends KeptKind>(kind: Kind): AskedOf<Kind> {
  const search = { comparison: 'by=subject', estimate: 'waited=3&unit=hour' }[kind as string] ?? ''
  const question = readQuestion(kind, new URLSearchParams(search), now)
  if (!question.ok) throw new Error(`${kind} cannot be asked ${search}`)
  return question.asked
}

/** As the database gives it back. */
const plain = <It>(it: It) => JSON.parse(JSON.stringify(it)) as It

/** The numbers of cases that an answer gives, apart from 0. */
function numbersIn(answer: object): number[] {
  return ['n', 'accounts', 'capped', 'left_out', 'unsettled'].flatMap(name => {
    const value = (answer as Record<string, unknown>)[name]
    return typeof value === 'number' && value > 0 ? [value] : []
  })
}
