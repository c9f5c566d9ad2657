// `npm run bench:pages -- FILE …`: what the pages ask of the database, on databases of several sizes (npm run bench:fill) side
// by side. Milliseconds; prints and holds nothing.
import { existsSync, statSync } from 'node:fs'
import { quantileOf, timesOf } from './timing'

void bench()

async function bench(): Promise<void> {
  const files = process.argv.slice(2)
  if (files.length === 0 || !files.every(file => existsSync(file))) {
    console.error('Say which databases: npm run bench:pages -- small.db large.db (made by npm run bench:fill -- --to FILE --cases N)')
    process.exitCode = 2
    return
  }
  const times = new Map<string, number[][]>()
  const heads: string[] = []
  for (const file of files) {
    process.env.DATABASE_URL = `file:${file}`
    const { closeDatabase, read } = await import('../../db/connection')
    const { questionsOf } = await import('./questions')
    const database = await read()
    for (const { name, ask } of await questionsOf(database)) times.set(name, [...times.get(name) ?? [], await timesOf(ask)])
    heads.push(`${Math.round(statSync(file).size / 1e6).toLocaleString('en')} MB`)
    await closeDatabase()
  }
  print(heads, times)
}

function print(heads: string[], times: ReadonlyMap<string, number[][]>): void {
  const line = (cells: readonly string[]) => console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(46) : cell.padStart(16))).join(''))
  line(['middle, and 19 of 20 (ms)', ...heads, 'last : first'])
  for (const [name, bySize] of times) {
    const middles = bySize.map(all => quantileOf(all, 0.5))
    const shown = bySize.map((all, at) => `${middles[at]!.toFixed(2)} ${quantileOf(all, 0.95).toFixed(2).padStart(8)}`)
    line([name, ...shown, `× ${(middles.at(-1)! / middles[0]!).toFixed(1)}`])
  }
}
