// `npm run bench:stats -- small.db large.db` or `-- --cases 1000,100000`: what figures, writes and a recount cost as cases become
// more. Given databases (npm run bench:fill) are copied first, others are filled; prints, and holds nothing.
import { constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillDatabase } from './fill/database'
import { scanWithDuckDb, scanWithSql } from './scan'
import { quantileOf } from './timing'

const now = Date.UTC(2026, 10, 24)
const written = 40

void bench()

async function bench(): Promise<void> {
  const { values, positionals } = parseArgs({ options: { cases: { type: 'string' }, only: { type: 'string' } }, allowPositionals: true })
  const sizes = values.cases?.split(',').map(Number) ?? []
  const sources = [...positionals, ...sizes]
  if (sources.length === 0 || !positionals.every(file => existsSync(file)) || sizes.some(size => !Number.isInteger(size) || size < 20)) {
    console.error('Say which databases, or how many cases: npm run bench:stats -- small.db large.db, or -- --cases 1000,100000')
    process.exitCode = 2
    return
  }
  const results = new Map<string, number[]>()
  for (const source of sources) {
    for (const [what, value] of await measure(source, values.only ?? '')) results.set(what, [...results.get(what) ?? [], value])
  }
  print(results)
}

async function measure(source: string | number, only: string): Promise<[string, number][]> {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-bench-'))
  const file = join(folder, 'bench.db')
  // The engine is chosen when db/ is first imported.
  process.env.DATABASE_URL = `file:${file}`
  // What counting costs is the question, also where nobody would wait for it.
  process.env.FIGURES_AT_ONCE = '999999999'
  const { migrateDatabase } = await import('../../db/migrate')
  const { closeDatabase, read, write } = await import('../../db/connection')
  const { ensureCells, rebuildCells } = await import('../../db/figures/cells/recount')
  const { cases, cellCounts } = await import('../../db/schema')
  const { figureQuestions } = await import('./figures')
  const { timeWrites } = await import('./writes')
  try {
    if (typeof source === 'number') await fillDatabase({ file, cases: source, replies: source, seed: 'bench', now })
    else copyFileSync(source, file, constants.COPYFILE_FICLONE)
    await migrateDatabase(`file:${file}`)
    await ensureCells(undefined, now)
    const database = await read()
    const rows: [string, number][] = [['cases', await database.$count(cases)], ['rows of the cells', await database.$count(cellCounts)]]
    for (const [what, ask] of figureQuestions(now)) {
      if (what.startsWith(only)) rows.push([`${what} (ms)`, await middleOf(() => ask(database))])
    }
    if (only) return rows
    rows.push(['plain SQL over the spells, counts alone (ms)', scanWithSql(file)])
    const duck = await scanWithDuckDb(file)
    if (duck !== null) rows.push(['DuckDB over the spells, counts alone (ms)', duck])
    const { whole, cells } = await timeWrites(written, now)
    rows.push(['write of a case (ms)', whole], ['  for one without figures, times', whole / (whole - cells)])
    const from = performance.now()
    await write(tx => rebuildCells(tx, now))
    return [...rows, ['rebuilding the cells (s)', (performance.now() - from) / 1000], ['memory of this process (MB)', process.memoryUsage().rss / 1e6]]
  } finally {
    await closeDatabase()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The middle of as many runs as fit into half a second, one at least; the first warms up, unless it takes longer than that. */
async function middleOf(work: () => Promise<unknown>): Promise<number> {
  let times: number[] = []
  for (let spent = 0, run = 0; run < 1 || spent < 500; run++) {
    const from = performance.now()
    await work()
    const took = performance.now() - from
    if (run === 1) times = []
    times.push(took)
    spent += took
  }
  return quantileOf(times, 0.5)
}

function print(results: ReadonlyMap<string, readonly number[]>): void {
  for (const [what, values] of results) {
    const shown = values.map(value => value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 2 : 0 }).padStart(12))
    console.log([what.padEnd(46), ...shown, values.length > 1 ? `  × ${(values.at(-1)! / values[0]!).toFixed(1)}` : ''].join(''))
  }
  if (![...results.keys()].some(what => what.startsWith('DuckDB'))) {
    console.log('\nFor the same in DuckDB: npm install --no-save @duckdb/node-api')
  }
}
