import { closeDatabase } from '../db/connection'
import type { Settings } from '../domain/settings'
import { endRefused, settingsOrRefuse } from './refusal'

/**
 * Runs one command of the operator: `work` gets what stands after the command's name, says its results itself and
 * throws a Refusal when it cannot do what was asked.
 */
export async function runCommand(work: (args: string[], settings: Settings) => Promise<void>): Promise<void> {
  try {
    await work(process.argv.slice(2), settingsOrRefuse())
  } catch (error) {
    endRefused(error)
  } finally {
    await closeDatabase()
  }
}
