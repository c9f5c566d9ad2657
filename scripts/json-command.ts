import { TableFault } from '../domain/text/csv-records'

/** What somebody asked wrongly; the message is one sentence. */
export class Misasked extends Error {}

/**
 * Runs a command that computes: its result is the one line on standard output, JSON; what is wrong is one sentence on
 * standard error, and the exit code 2 for a wrong question or 1 for a wrong table. Needs no settings and no database.
 */
export async function runJsonCommand(work: (args: string[]) => unknown): Promise<void> {
  try {
    const result = await work(process.argv.slice(2))
    for (const piece of piecesOf(result)) process.stdout.write(piece)
    process.stdout.write('\n')
  } catch (error) {
    process.exitCode = error instanceof Misasked ? 2 : 1
    console.error(error instanceof Misasked || error instanceof TableFault ? error.message : error)
  }
}

// A quarter of a megabyte or so of numbers. Millions in one string would be held three times over while they are written.
const numbersAtOnce = 16_384

/** What `JSON.stringify` says of plain data, piece by piece. */
export function* piecesOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return yield JSON.stringify(value)
  if (Array.isArray(value)) {
    yield '['
    for (let from = 0; from < value.length; from += numbersAtOnce) {
      yield (from > 0 ? ',' : '') + JSON.stringify(value.slice(from, from + numbersAtOnce)).slice(1, -1)
    }
    return yield ']'
  }
  for (const [at, [name, own]] of Object.entries(value).entries()) {
    yield `${at > 0 ? ',' : '{'}${JSON.stringify(name)}:`
    yield* piecesOf(own)
  }
  yield Object.keys(value).length > 0 ? '}' : '{}'
}
