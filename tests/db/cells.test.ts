import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { categories, namePatterns, processes, proofs, subjects } from '@/domain/codes'
import { durationsFigureFrom } from '@/domain/figures/durations'
import { stagesOf, type FigureFilter } from '@/domain/figures/filter'
import { outcomesFigureFrom, settledLike } from '@/domain/figures/outcomes'
import { layers } from '@/domain/case/layers'
import { read, write } from '@/db/connection'
import { checkCells, ensureCells, rebuildCells } from '@/db/figures/cells/recount'
import { countedWaits, waitsFor } from '@/db/figures/waits'
import { plantTags } from '@/db/moderation/tags'
import { cases, cellCounts, cellPeople, siteValues, spells } from '@/db/schema'
import { inProcess, useDatabase } from '../support/database'
import { acts, newHistory } from '../support/history'

// Figures are read from cells that every write keeps up; here they are held against the spells they count.

useDatabase('per test')
beforeEach(() => write(async tx => {
  await plantTags(tx)
  await rebuildCells(tx, now)
}))

const now = Date.UTC(2026, 10, 24)
const rounds = inProcess ? 2 : 12
const actsEach = inProcess ? 60 : 200

const someAct = fc.record({
  kind: fc.oneof({ weight: 5, arbitrary: fc.constant('report' as const) }, { weight: 6, arbitrary: fc.constantFrom(...acts) }),
  which: fc.nat(),
})
const someFilter: fc.Arbitrary<FigureFilter> = fc.record({ process: fc.constantFrom(...processes), layer: fc.constantFrom(...layers) })
  .chain(wide => fc.oneof(
    fc.constant(wide),
    fc.constantFrom(...subjects).map(subject => ({ ...wide, subject })),
    fc.constantFrom(...categories).map(category => ({ ...wide, category })),
    fc.constantFrom(...namePatterns).map(pattern => ({ ...wide, pattern })),
    fc.constantFrom(...proofs).map(proof => ({ ...wide, proof })),
  ))

test(`after each of ${rounds} times ${actsEach} acts, 0 rows of the cells differ from a recount and 0 figures from their spells`, async () => {
  const act = await newHistory({ seed: 'history', now, cases: 2000, people: inProcess ? 4 : 40 })
  const history = fc.record({
    todo: fc.array(someAct, { minLength: actsEach, maxLength: actsEach }),
    asked: fc.array(someFilter, { minLength: 12, maxLength: 12 }),
  })
  await fc.assert(fc.asyncProperty(history, async ({ todo, asked }) => {
    for (const { kind, which } of todo) await act(kind, which)
    expect(await checkCells(await read())).toEqual([])
    for (const filter of [{ process: 'certification', layer: 'all' } as const, ...asked]) await expectSame(filter)
  }), { seed: 7, numRuns: rounds, endOnFailure: true })
  const database = await read()
  expect(await database.$count(cases, eq(cases.inFigures, true))).toBeGreaterThan(rounds * actsEach / 10)
  // Few people told most of them, so some are beyond their share, on one scale or on all.
  expect((await database.selectDistinct({ counts: spells.counts }).from(spells)).length).toBeGreaterThan(3)
  await write(tx => rebuildCells(tx, now))
  expect(await checkCells(database)).toEqual([])
}, 600_000)

test('when all that was told is hidden again, the cells hold 0 rows', async () => {
  const act = await newHistory({ seed: 'undo', now, cases: 40 })
  for (let n = 0; n < 40; n++) await act('report', n)
  expect(await (await read()).$count(cellCounts)).toBeGreaterThan(500)
  for (let n = 0; n < 40; n++) await act('hide', n)
  expect(await (await read()).$count(cellCounts)).toBe(0)
  expect(await (await read()).$count(cellPeople)).toBe(0)
})

test('a database from before the cells is counted at the next start, once; or by the first write, should that come before', async () => {
  const act = await newHistory({ seed: 'old', now, cases: 30 })
  for (let n = 0; n < 20; n++) await act('report', n)
  await forgetCells()
  expect([await ensureCells(), await ensureCells()]).toEqual([true, false])
  expect(await checkCells(await read())).toEqual([])
  await forgetCells()
  await act('report', 20)
  expect(await ensureCells()).toBe(false)
  expect(await checkCells(await read())).toEqual([])
})

test('half a year later the months that were young have settled: their rows go, and every figure stays right, now and for then', async () => {
  const act = await newHistory({ seed: 'months', now, cases: 60 })
  for (let n = 0; n < 60; n++) await act('report', n)
  const months = async () => (await (await read()).selectDistinct({ month: cellCounts.month }).from(cellCounts)).length
  const before = await months()
  expect(await ensureCells(undefined, Date.UTC(2027, 4, 24))).toBe(false)
  expect(await months()).toBeLessThan(before)
  expect(await checkCells(await read())).toEqual([])
  await expectSame({ process: 'certification', layer: 'all' })
  await expectSame({ process: 'certification', layer: 'all' }, Date.UTC(2027, 4, 24))
})

test('1 spell too many in 1 row, and 1 that counts nowhere, are found as 2 lines, and are gone once rebuilt', async () => {
  const act = await newHistory({ seed: 'wrong', now, cases: 10 })
  for (let n = 0; n < 10; n++) await act('report', n)
  const [row] = await (await read()).select().from(cellCounts).limit(1)
  const [spell] = await (await read()).select().from(spells).where(eq(spells.counts, 7)).limit(1)
  await write(async tx => {
    await tx.insert(cellCounts).values({ ...row!, at: 9999, n: 1 })
    await tx.update(spells).set({ counts: 0 }).where(eq(spells.id, spell!.id))
  })
  expect(await checkCells(await read())).toHaveLength(2)
  await write(tx => rebuildCells(tx, now))
  expect(await checkCells(await read())).toEqual([])
})

// A PostgreSQL inside this process has only this process.
test.skipIf(inProcess)('3 processes change the cases of the same forty people at once, and the cells are those of a recount', async () => {
  const count = 120
  const writers = ['one', 'three', 'seventh'].map(seed => startWriter(seed, count))
  await Promise.all(writers.map(writer => writer.ready))
  expect(await Promise.all(writers.map(writer => writer.write()))).toEqual([count, count, count])
  expect(await (await read()).$count(cases)).toBeGreaterThan(count)
  expect(await checkCells(await read())).toEqual([])
}, 300_000)

async function expectSame(filter: FigureFilter, at = now): Promise<void> {
  const database = await read()
  for (const stage of stagesOf[filter.process]) {
    const counted = await countedWaits(database, filter, stage, stage, at)
    expect(durationsFigureFrom(filter, stage, await waitsFor(database, filter, stage, stage, at)))
      .toEqual(durationsFigureFrom(filter, stage, counted))
  }
  const settling = settledLike[filter.process]
  expect(outcomesFigureFrom(filter, await waitsFor(database, filter, 'whole', settling, at)))
    .toEqual(outcomesFigureFrom(filter, await countedWaits(database, filter, 'whole', settling, at)))
}

async function forgetCells(): Promise<void> {
  await write(async tx => {
    await tx.delete(cellCounts)
    await tx.delete(cellPeople)
    await tx.delete(siteValues).where(eq(siteValues.name, 'cells'))
    await tx.update(spells).set({ counts: 0 })
  })
}

function startWriter(seed: string, count: number) {
  const args = ['--import', 'tsx', 'tests/support/case-writer.ts', seed, `${count}`, `${now}`]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  return {
    ready: lines.next(),
    write: async (): Promise<number> => {
      const ended = once(child, 'exit')
      child.stdin!.write('go\n')
      const { value } = await lines.next()
      expect(await ended).toEqual([0, null])
      return Number(value)
    },
  }
}
