// `npm run --silent survival -- --file rows.csv [--conf log]`: the curve of anybody's table, by the engine of the pages. Times
// are taken as they stand: 0.3 and 0.30000000000000004 are two, where R's survfit makes one of them unless timefix = FALSE.
import { readFileSync } from 'node:fs'
import { recompute } from '../domain/statistics/recompute'
import { readWaits } from '../domain/statistics/wait-table'
import { Misasked, runJsonCommand } from './json-command'

const usage = 'npm run --silent survival -- --file rows.csv [--conf log|log-log]'

void runJsonCommand(args => {
  const { file, conf = 'log-log' } = optionsIn(args)
  if (!file) throw new Misasked(`Say which table, or - for standard input: ${usage}`)
  if (conf !== 'log' && conf !== 'log-log') throw new Misasked(`There are the bands log and log-log, not ${conf}: ${usage}`)
  const { waits, grouped, late, firstLate } = readWaits(textOf(file))
  if (late > 0) console.error(`Rows whose entry is not before their time were left out: ${late}, the first in line ${firstLate}.`)
  return recompute(waits, grouped, conf)
})

function optionsIn(args: readonly string[]): { file?: string, conf?: string } {
  const options: { file?: string, conf?: string } = {}
  const rest = args.flatMap(arg => (arg.startsWith('--') && arg.includes('=') ? [arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)] : [arg]))
  for (let at = 0; at < rest.length; at += 2) {
    const name = rest[at]!.replace(/^--/, '')
    const value = rest[at + 1]
    if ((name !== 'file' && name !== 'conf') || rest[at] === name) throw new Misasked(`Nobody knows ${rest[at]} here: ${usage}`)
    if (value === undefined || options[name] !== undefined) throw new Misasked(`Say --${name} once and what it is: ${usage}`)
    options[name] = value
  }
  return options
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw new Misasked(`${file} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`)
  }
}
