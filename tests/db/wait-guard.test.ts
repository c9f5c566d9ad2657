import { beforeAll, expect, test } from 'vitest'
import { partsOf } from '@/domain/case/layers'
import { categories, namePatterns, proofs, subjects } from '@/domain/codes'
import type { FigureFilter } from '@/domain/figures/filter'
import { allWider, covers, excludeOneAnother, sumGivesAway, widerThan, type Narrowing } from '@/domain/figures/guard'
import { monthNumber, unknownMonth } from '@/domain/statistics/settled'
import { countsOn } from '@/domain/statistics/tally'
import { read, write } from '@/db/connection'
import { caseById, traitsOf } from '@/db/cases/rows'
import { markedSpellsFor } from '@/db/figures/spells'
import { isWaitGivenAway } from '@/db/figures/wait-guard'
import { plantTags } from '@/db/moderation/tags'
import { cases } from '@/db/schema'
import { useDatabase } from '../support/database'
import { newHistory } from '../support/history'

// What the database is asked for five people at a time is held against all its spells, read one by one.

useDatabase()

const now = Date.UTC(2026, 10, 24)
const told = 200
const valuesOf = new Map<number, Record<Narrowing, readonly string[]>>()

beforeAll(async () => {
  await write(plantTags)
  const act = await newHistory({ seed: 'guard', now, cases: told, people: 40 })
  for (let n = 0; n < told; n++) await act('report', n)
  const database = await read()
  for (const { id } of await database.select({ id: cases.id }).from(cases)) {
    const { case: it } = (await caseById(database, id))!
    const having = (wanted: string) => traitsOf(it).filter(({ trait }) => trait === wanted).map(({ value }) => value)
    valuesOf.set(id, {
      subject: [it.facts.subject], category: [it.facts.category], pattern: having('name_pattern'), proof: having('proof_demanded'),
    })
  }
}, 120_000)

test('of two narrowings and of three, asked of the database and worked out from every spell, 0 answers differ', async () => {
  const database = await read()
  const answers = { held: 0, shown: 0 }
  for (const filter of narrowed()) {
    for (const until of [monthNumber('2026-07'), unknownMonth]) {
      const ask = (it: FigureFilter) => isWaitGivenAway(database, it, 'decision', 'day', until)
      const [asked, workedOut] = [await ask(filter), await isGivenAway(filter, until)]
      // Cells know a wider question's people, not who stands in two of its lines: they may only hold back more.
      const wider = await Promise.all(allWider(filter).slice(0, -1).map(ask))
      expect(asked, JSON.stringify({ filter, until })).toBe(workedOut || wider.includes(true))
      if (!wider.includes(true)) answers[asked ? 'held' : 'shown'] += 1
    }
  }
  expect(answers.held).toBeGreaterThan(5)
  expect(answers.shown).toBeGreaterThan(5)
}, 120_000)

function narrowed(): FigureFilter[] {
  const wide = [{ process: 'certification', layer: 'own' }, { process: 'certification', layer: 'all' }] as const
  return wide.flatMap(it => subjects.slice(0, 1).flatMap(subject => [
    ...categories.map(category => ({ ...it, subject, category })),
    ...namePatterns.flatMap(pattern => [{ ...it, subject, pattern }, { ...it, subject, pattern, proof: proofs[0]! }]),
    ...proofs.map(proof => ({ ...it, subject, proof })),
  ]))
}

async function isGivenAway(filter: FigureFilter, until: number): Promise<boolean> {
  for (const asked of allWider(filter)) {
    const items = await itemsOf(asked, until)
    const parts = partsOf(asked.layer).map(part => items.filter(({ account }) => account.startsWith(`${part} `)))
    if (sumGivesAway(parts)) return true
    for (const { by, value, wider } of widerThan(asked)) {
      if (covers(value, await itemsOf(wider, until), id => valuesOf.get(id)![by], excludeOneAnother(by))) return true
    }
  }
  return false
}

async function itemsOf(filter: FigureFilter, until: number) {
  return (await markedSpellsFor(await read(), 'decision', filter))
    .filter(({ counts, startMonth }) => counts & countsOn.day && monthNumber(startMonth) <= until)
}

// A figure is also kept within a write. A connection of PostgreSQL's driver takes further questions while it answers one, and
// warns that it will not for ever.
test('within a write the database is asked one thing after another', async () => {
  const warned: string[] = []
  const note = (warning: Error) => warned.push(warning.message)
  process.on('warning', note)
  for (const subject of ['personal', 'company'] as const) {
    await write(tx => isWaitGivenAway(tx, { process: 'certification', layer: 'all', subject, category: 'tool' }, 'total', 'day', unknownMonth))
  }
  await new Promise(resolve => setImmediate(resolve))
  process.off('warning', note)
  expect(warned).toEqual([])
})
