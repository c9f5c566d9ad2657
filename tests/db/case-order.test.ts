import { beforeAll, expect, test } from 'vitest'
import { caseSorts, type CaseFilter } from '@/domain/case/filter'
import { randomFrom } from '@/domain/simulation/random'
import { listCases } from '@/db/cases/list'
import { read, write } from '@/db/connection'
import { cases } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase()

const many = 3000
const random = randomFrom('case order')

// Every third is a tool, one in a thousand a game and old, and none a filing.
beforeAll(async () => {
  const rows = Array.from({ length: many }, (_, n) => ({
    ref: `c-${n}`, account: `p-${n}`, source: 'own' as const, retrospective: true, facts: {} as never, process: 'certification' as const,
    subject: 'personal', category: n % 1000 === 1 ? 'game' : n % 3 === 0 ? 'tool' : 'life', outcome: 'unknown' as const, inFigures: false,
    agreeCount: random.whole(0, 3), createdAt: n, activeAt: n % 1000 === 1 ? n : 10_000 + random.whole(0, 500),
  }))
  await write(async tx => { for (let n = 0; n < many; n += 500) await tx.insert(cases).values(rows.slice(n, n + 500)) })
})

const filters: [CaseFilter, number][] = [
  [{ category: 'tool' }, 999], [{ category: 'game' }, 3], [{ process: 'filing' }, 0], [{ subject: 'personal', category: 'life' }, 1998],
]

test.each(filters.flatMap(([filter, n]) => caseSorts.map(sort => [filter, sort, n] as const)))(
  'the cases of %j, %s first, are read page by page to the last of %d, in order and once each', async (filter, sort, n) => {
    const database = await read()
    const seen: { id: number; key: number }[] = []
    for (let after: string | null = null; ;) {
      const page = await listCases(database, { filter, sort, after, limit: 100 })
      seen.push(...page.cases.map(({ row }) => ({ id: row.id, key: sort === 'newest' ? 0 : sort === 'active' ? row.activeAt : row.agreeCount })))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toHaveLength(n)
    expect(seen).toEqual([...seen].sort((a, b) => b.key - a.key || b.id - a.id))
    expect(new Set(seen.map(({ id }) => id)).size).toBe(n)
  },
)
