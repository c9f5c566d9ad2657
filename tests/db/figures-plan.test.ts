import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import type { FigureFilter } from '@/domain/figures/filter'
import { read } from '@/db/connection'
import { sqliteFile } from '@/db/engines/sqlite'
import { datedSpellQuery } from '@/db/figures/dated-spells'
import { enteringSpellQuery } from '@/db/figures/robustness'
import { spellQuery } from '@/db/figures/spells'
import { countQuery } from '@/db/figures/waits'
import { cellsFor } from '@/domain/figures/cells'
import { toldQuery } from '@/db/figures/told'
import { fewPeopleQuery } from '@/db/figures/wait-guard'
import { onSqlite, useDatabase } from '../support/database'

useDatabase()

const filters: FigureFilter[] = [
  { process: 'certification', layer: 'own' },
  { process: 'filing', layer: 'all', subject: 'personal', category: 'tool' },
  { process: 'certification', layer: 'thread', pattern: 'app_like', proof: 'software_copyright' },
]

// Only SQLite tells its plan in words that stay; PostgreSQL has the same indexes.
test.runIf(onSqlite)('0 of 15 questions of the figures reads all cases or all spells', async () => {
  const database = await read()
  const asked = filters.flatMap(filter => [
    spellQuery(database, 'first_call', filter), datedSpellQuery(database, 'first_call', filter), toldQuery(database, filter),
    enteringSpellQuery(database, 'first_call', filter),
    fewPeopleQuery(database, filter, filter.layer === 'thread' ? 'thread' : 'own', { stage: 'first_call', scale: 'day', until: 24_321 }),
  ])
  for (const question of asked) {
    const plan = planOf(question.toSQL())
    expect(plan.some(step => step.includes('INDEX')), plan.join('; ')).toBe(true)
    expect(plan.filter(step => /^SCAN (cases|spells|case_events)\b(?!.*INDEX)/.test(step)), plan.join('; ')).toEqual([])
    expect(plan.filter(step => step.includes('cases_figures') || step.includes('spells_stage')).length).toBeGreaterThan(0)
  }
})

test.runIf(onSqlite)('a cell is read by its key alone: 1 step, and no other cell or settled month in it', async () => {
  const cells = cellsFor({ process: 'certification', layer: 'all' }, 'first_call')!
  const plan = planOf(countQuery(await read(), cells, ['day'], 24_321).toSQL())
  expect(plan).toEqual(['SEARCH cell_counts USING PRIMARY KEY (cell=? AND place=? AND month>?)'])
})

function planOf({ sql, params }: { sql: string; params: unknown[] }): string[] {
  const file = new Sqlite(sqliteFile(process.env.DATABASE_URL!), { readonly: true })
  try {
    const plan = file.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params.map(value => value === true ? 1 : value))
    return (plan as { detail: string }[]).map(({ detail }) => detail)
  } finally {
    file.close()
  }
}
