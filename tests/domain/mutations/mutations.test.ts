import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mutations, type Mutation } from './mutations'

// Each mistake is planted in a copy of the domain of its own, outside of this tree, and tests/domain/statistics/truths.test.ts
// is run against all copies at once. The first copy has no mistake in it.

const whole: Mutation = { name: 'no mistake at all', file: 'domain/statistics/counts.ts', search: '', replace: '' }
const copies = [whole, ...mutations]
const truths = ['statistics/truths.test.ts', 'statistics/spells.ts', 'case/stories.ts']

type Report = { testResults: { name: string, assertionResults: { title: string, status: string }[] }[] }

let failed: string[][] = []
let place = ''

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'planted-mistakes-'))
  symlinkSync(resolve('node_modules'), join(place, 'node_modules'), 'dir')
  copies.forEach(plant)
  writeFileSync(join(place, 'vitest.config.mjs'), "export default { test: { include: ['*/tests/**/*.test.ts'], isolate: false } }\n")
  failed = failuresIn(await run())
}, 120_000)

afterAll(() => rmSync(place, { recursive: true, force: true }))

test('10 truths hold where no mistake is planted', () => {
  expect(failed[0]).toEqual([])
})

describe('a planted mistake is noticed', () => {
  test.each(mutations.map((mutation, i) => ({ ...mutation, place: i + 1 })))('$name', ({ place }) => {
    const noticed = failed[place]!.filter(title => !failed[0]!.includes(title))
    expect(noticed.length).toBeGreaterThan(0)
  })
})

test('each mistake is listed in docs/mutations.md', () => {
  const said = readFileSync('docs/mutations.md', 'utf8')
  expect(mutations.filter(({ name }) => !said.includes(`| ${name} |`))).toEqual([])
})

function plant({ file, search, replace, name }: Mutation, copy: number): void {
  const root = join(place, String(copy))
  cpSync('domain', join(root, 'domain'), { recursive: true })
  for (const test of truths) {
    mkdirSync(join(root, 'tests/domain', test, '..'), { recursive: true })
    cpSync(join('tests/domain', test), join(root, 'tests/domain', test))
  }
  const text = readFileSync(join(root, file), 'utf8')
  if (!text.includes(search)) throw new Error(`${name}: ${file} no longer says what the mistake would change`)
  writeFileSync(join(root, file), text.replace(search, replace))
}

async function run(): Promise<Report> {
  const out = join(place, 'report.json')
  // What this run says of itself to its workers is not meant for another one.
  const env = { ...process.env }
  for (const name of Object.keys(env)) if (name.startsWith('VITEST')) delete env[name]
  const vitest = resolve('node_modules/vitest/vitest.mjs')
  // It ends with 1, since tests fail: that is what it is for.
  await promisify(execFile)(process.execPath, [vitest, 'run', '--root', place, '--reporter=json', `--outputFile=${out}`], { env })
    .catch(() => null)
  return JSON.parse(readFileSync(out, 'utf8')) as Report
}

function failuresIn({ testResults }: Report): string[][] {
  return copies.map((_, copy) => {
    const result = testResults.find(({ name }) => name.includes(`/${copy}/tests/`))
    // A copy that does not even load would pass for one that was noticed.
    if (!result || result.assertionResults.length !== 10) throw new Error(`copy ${copy} did not run its 10 truths`)
    return result.assertionResults.filter(({ status }) => status !== 'passed').map(({ title }) => title)
  })
}
