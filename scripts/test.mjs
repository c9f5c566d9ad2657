// `npm test [-- FILES]`: everything from a fresh clone to a counted result. The last line is the count.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
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
  const first = await vitest(args)
  // A whole machine takes part in these: on one that is busy with something else a minute may be too short once. They begin
  // anew, as whole files, when they are few; what fails twice has failed.
  const again = first.failedFiles.filter(file => /^tests\/(app|browser)\//.test(file))
  const isWorthIt = again.length > 0 && again.length <= 5 && again.length === first.failedFiles.length
  if (!isWorthIt) return add(first)
  console.log(`These failed and are run once more, alone: ${again.join(', ')}`)
  const second = await vitest([...again, '--project=app', '--project=browser'])
  add({ passed: first.passedIn(file => !again.includes(file)), skipped: first.skipped, failed: 0 })
  add({ ...second, skipped: 0 })
}

function add({ passed, failed, skipped }) {
  count.passed += passed
  count.failed += failed
  count.skipped += skipped
}

/** Runs Vitest once. A file that cannot be loaded, or an error outside of any test, fails no test of its own: it counts as one. */
async function vitest(args) {
  mkdirSync('test-results', { recursive: true })
  rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run('node_modules/.bin/vitest', ['run', ...reporters, ...args])
  let told
  try {
    told = JSON.parse(readFileSync(report, 'utf8'))
  } catch {
    console.error('Vitest left no report.')
    return { passed: 0, failed: 1, skipped: 0, failedFiles: [], passedIn: () => 0 }
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = told
  const files = told.testResults.map(({ name, status, assertionResults }) => ({
    name: relative('.', name), isFailed: status === 'failed', passed: assertionResults.filter(it => it.status === 'passed').length,
  }))
  if (code !== 0 && numFailedTests === 0) console.error(`Vitest ended with ${code}.`)
  return {
    passed: numPassedTests,
    failed: numFailedTests || (code === 0 ? 0 : 1),
    skipped: numPendingTests + numTodoTests,
    failedFiles: files.filter(it => it.isFailed).map(it => it.name),
    passedIn: wanted => files.filter(it => wanted(it.name)).reduce((sum, it) => sum + it.passed, 0),
  }
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
