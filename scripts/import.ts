// `npm run import -- FILE [--all-or-nothing]`: reads cases in the exchange format, `-` from standard input.
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { sayProblem } from '@/messages/say-problem'
import { importLines, type ImportReport } from '../db/cases/import'
import { migrateDatabase } from '../db/migrate'
import type { Words } from '../messages/words'
import { runCommand } from './command'
import { linesOf } from './lines'
import { operatorWords } from './operator-words'
import { Refusal } from '../server/refusal'

void runCommand(async (args, settings) => {
  const words = operatorWords()
  const { importing } = words.data
  const allOrNothing = args.includes('--all-or-nothing')
  const [file, ...more] = args.filter(arg => arg !== '--all-or-nothing')
  if (!file || more.length > 0 || (file.startsWith('-') && file !== '-')) throw new Refusal(2, importing.usage)

  const stream = file === '-' ? process.stdin : await openedFile(file, importing.unreadable(file))
  await migrateDatabase(settings.DATABASE_URL, { say: console.log })
  const report = await importLines(linesOf(stream), { allOrNothing, now: Date.now() })
  sayReport(report, words)
  if (report.bad.length === 0) return
  if (allOrNothing) console.error(importing.nothing)
  process.exitCode = 1
})

/** Opened before the database is touched, so that a mistyped name changes nothing. */
function openedFile(file: string, refusal: string): Promise<Readable> {
  const stream = createReadStream(file)
  return new Promise((resolve, reject) => {
    stream.once('ready', () => resolve(stream))
    stream.once('error', () => reject(new Refusal(1, refusal)))
  })
}

function sayReport({ added, known, bad, masked }: ImportReport, words: Words): void {
  const { importing } = words.data
  for (const { line, problems } of bad) {
    const said = problems.map(problem => importing.problem(problem.path, sayProblem(problem, words)))
    console.error(importing.badLine(line, said.join(' ')))
  }
  for (const { line, masked: found } of masked) {
    const kinds = [...new Set(found.flatMap(it => it.kinds))].map(kind => words.codes.masked[kind])
    console.log(importing.maskedLine(line, kinds.join(words.site.listSeparator)))
  }
  console.log(importing.summary(added, known, bad.length))
}
