// Builds the site when its sources have changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bundlePageScripts } from './page-script.mjs'
import { runQuietly } from './run-quietly.mjs'

const sources = [
  'app', 'components', 'db', 'domain', 'messages', 'public',
  'next.config.js', 'package-lock.json', 'package.json', 'postcss.config.mjs', 'scripts/page-script.mjs', 'tsconfig.json',
]
const stamp = '.next/guoshen-sources'
const lock = '.next/guoshen-building'

export async function buildIfChanged() {
  const wanted = sourcesHash()
  if (builtFrom() === wanted) return
  mkdirSync('.next', { recursive: true })
  const release = await takeLock()
  try {
    if (builtFrom() === wanted) return
    console.log('Building the site (a minute or two) …')
    // Without a stamp an interrupted build is never taken for a good one.
    rmSync(stamp, { force: true })
    const scripts = await bundlePageScripts()
    // The build must not look at anybody's data, so it is given none.
    const environment = { ...process.env, NODE_ENV: 'production', DATABASE_URL: 'file:/nowhere/a-build-reads-no-data.db', ...scripts.addresses }
    await runQuietly(process.execPath, ['node_modules/next/dist/bin/next', 'build'], 'Building failed', environment)
    scripts.put()
    writeFileSync(stamp, wanted)
  } finally {
    release()
  }
}

function builtFrom() {
  return existsSync(stamp) && existsSync('.next/BUILD_ID') ? readFileSync(stamp, 'utf8') : null
}

function sourcesHash() {
  const hash = createHash('sha256').update(process.versions.modules)
  for (const source of sources.filter(existsSync)) {
    for (const file of filesIn(source)) hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).sort().flatMap(name => filesIn(join(path, name)))
}

// Two starts at once build one after the other, and the second finds nothing left to do.
async function takeLock() {
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return () => rmSync(lock, { force: true })
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (!isAlive(holder())) rmSync(lock, { force: true })
    else await sleep(500)
  }
}

function holder() {
  try {
    return Number(readFileSync(lock, 'utf8'))
  } catch {
    return 0
  }
}

function isAlive(pid) {
  if (!pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
