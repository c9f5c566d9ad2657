import { DatabaseRefused } from '../db/migrate'
import { parseSettings } from '../domain/settings'
import type { Settings } from '../domain/settings'
import { Refusal } from '../server/refusal'

/** The settings of this process; throws a Refusal (13) that names what is wrong. */
export function settingsOrRefuse(): Settings {
  const result = parseSettings(process.env)
  if (result.ok) return result.settings
  throw new Refusal(13, result.problems.join(' '))
}

/** Ends the process: with the sentence and the code of a refusal, or with 1 and the whole of an unforeseen error. */
export function endRefused(error: unknown): never {
  if (error instanceof Refusal) return end(error.exitCode, error.message)
  if (error instanceof DatabaseRefused) return end(12, error.message)
  return end(1, error)
}

function end(code: number, reason: unknown): never {
  console.error(reason)
  process.exit(code)
}
