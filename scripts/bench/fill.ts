// `npm run bench:fill -- --to FILE [--cases 1000] [--replies 5000] [--seed WORD] [--until 2026-11-24]`: a SQLite database of
// that size to measure on.
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { dayNumber, dayStart, minuteOf } from '../../domain/case/interval'

void fill()

async function fill(): Promise<void> {
  const { values } = parseArgs({
    options: {
      to: { type: 'string' }, cases: { type: 'string', default: '1000' }, replies: { type: 'string' },
      seed: { type: 'string', default: 'filled' }, until: { type: 'string' },
    },
  })
  const cases = Number(values.cases)
  const replies = Number(values.replies ?? cases * 5)
  const now = values.until === undefined ? dayStart(dayNumber(minuteOf(Date.now()))) * 60_000 : Date.parse(values.until)
  if (!values.to || existsSync(values.to) || ![cases, replies].every(Number.isInteger) || cases < 20 || replies < 0 || Number.isNaN(now)) {
    console.error('Say where to and how many: npm run bench:fill -- --to FILE --cases 1000 --replies 5000 (20 cases at least; FILE must be new)')
    process.exitCode = 2
    return
  }
  // The engine is chosen when db/ is first imported.
  process.env.DATABASE_URL = `file:${values.to}`
  const { fillDatabase } = await import('./fill/database')
  await fillDatabase({ file: values.to, cases, replies, seed: values.seed, now, say: console.log })
}
