// Installs what package-lock.json names and node_modules lacks.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installDebianPackages } from './apt.mjs'
import { runQuietly } from './run-quietly.mjs'

const stamp = 'node_modules/.guoshen-lock'

export async function installMissing() {
  const wanted = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!(await isComplete())) {
    console.log('Installing what package-lock.json names (one to three minutes) …')
    await installAll()
  }
  writeFileSync(stamp, wanted)
}

async function installAll() {
  // Not `npm ci`: that refuses a lock file made from a mirror that lacks other platforms' optional packages. This keeps
  // to the locked versions as well and changes no file of ours. Development packages too: building and testing need
  // them, whatever NODE_ENV says.
  const install = complaint => runQuietly('npm', ['install', '--no-save', '--include=dev'], complaint)
  // Where no ready-made SQLite can be fetched it is compiled, and a bare machine has nothing to compile with.
  if (hasCompiler()) return install('Installing failed')
  try {
    await install('')
  } catch {
    await installDebianPackages(['g++', 'make', 'python3'])
    await install('Installing failed')
  }
}

function hasCompiler() {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return ['g++', 'make', 'python3'].every(tool => folders.some(folder => existsSync(join(folder, tool))))
}

// Native modules are built for one version of Node, so that belongs to the question.
function lockHash() {
  return createHash('sha256')
    .update(readFileSync('package-lock.json'))
    .update(`${process.versions.modules} ${process.platform} ${process.arch}`)
    .digest('hex')
}

async function isComplete() {
  if (!existsSync('node_modules/.package-lock.json')) return false
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  for (const [path, { version, optional }] of wanted) {
    // Optional packages belong to other platforms, or are looked after by what needs them.
    if (path !== '' && !optional && present.get(path)?.version !== version) return false
  }
  const opensSqlite = `new (require('better-sqlite3'))(':memory:')`
  return runQuietly(process.execPath, ['--eval', opensSqlite], '').then(() => true, () => false)
}

function packagesIn(lock) {
  return new Map(Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages))
}
