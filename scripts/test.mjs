// `npm test [-- FILES]`: everything from a fresh clone to a counted result. The last line is the count.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { buildIfChanged } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { installMissing } from './install.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const report = 'test-results/vitest.json'
const count = { passed: 0, failed: 0, skipped: 0 }

await step('Installing', installMissing)
const files = process.argv.slice(2)
const chromium = await findChromium()
if (chromium) process.env.CHROMIUM_PATH = chromium
else failed('There is no Chromium: install one or name it in CHROMIUM_PATH. The browser tests are left out.')

// First the build: it also writes the types of the routes, which the type check wants.
const isBuilt = await step('Building', buildIfChanged)
// Types of routes as a development server last saw them would speak of pages that are gone.
rmSync('.next/dev/types', { recursive: true, force: true })
if (await run('node_modules/.bin/tsc', ['--noEmit']) === 0) count.passed++
else failed('The types do not fit.')

const projects = ['domain', 'sqlite', 'pglite']
if (process.env.TEST_POSTGRES_URL) projects.push('postgres')
if (isBuilt) projects.push('app')
if (isBuilt && chromium) projects.push('browser')
await runVitest([...projects.map(project => `--project=${project}`), ...files])

console.log(`${count.passed} passed, ${count.failed} failed${count.skipped ? `, ${count.skipped} skipped` : ''}`)
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1

async function runVitest(args) {
  mkdirSync('test-results', { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('node_modules/.bin/vitest', ['run', ...reporters, ...args])
  const before = count.failed
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(report, 'utf8'))
    count.passed += numPassedTests
    count.failed += numFailedTests
    count.skipped += numPendingTests + numTodoTests
  } catch {
    failed('Vitest left no report.')
  }
  // A file that cannot be loaded, or an error outside of any test, fails no test of its own.
  if (code !== 0 && count.failed === before) failed(`Vitest ended with ${code}.`)
}

async function step(name, work) {
  try {
    await work()
    return true
  } catch (error) {
    failed(error.exitCode ? error.message : `${name} failed: ${error.message}`)
    return false
  }
}

function failed(sentence) {
  console.error(sentence)
  count.failed++
}

function run(program, args) {
  return new Promise(resolve => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', () => resolve(1))
    child.on('close', code => resolve(code ?? 1))
  })
}
