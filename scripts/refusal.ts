import { isDatabaseAway } from '../db/away'
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
  if (codeOf(error) === 'ENOSPC') return end(1, `There is no room on the disk (${(error as Error).message}).`)
  if (isDatabaseAway(error)) return end(12, `The database cannot be used at this moment (${rootOf(error).message}); nothing was changed.`)
  return end(1, error)
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown } | null)?.code
}

function rootOf(error: unknown): Error {
  const { cause } = error as Error
  return cause instanceof Error ? rootOf(cause) : error as Error
}

function end(code: number, reason: unknown): never {
  console.error(reason)
  process.exit(code)
}
