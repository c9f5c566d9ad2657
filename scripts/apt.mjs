import { existsSync } from 'node:fs'
import { runQuietly } from './run-quietly.mjs'

/** Installs Debian packages where that is ours to do (root, apt-get); answers whether it was done. */
export async function installDebianPackages(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${packages.join(', ')} with apt-get …`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '--yes', '--no-install-recommends', ...packages]
  try {
    await runQuietly('apt-get', ['update'], 'apt-get update failed', environment)
    await runQuietly('apt-get', install, 'apt-get install failed', environment)
    return true
  } catch (error) {
    console.error(error.message)
    return false
  }
}
