import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { scripts } from '@/package.json'

// docs/reliability.md promises; this holds it to its word: each line names a test that is there.

const place = 'docs/reliability.md'
const text = readFileSync(place, 'utf8')
const table = text.slice(text.indexOf('| promise '), text.indexOf('## Three engines'))

type Line = { promise: string; keptBy: string[]; isHeading: boolean }

/** A line in bold begins a group, and may name the file that keeps the lines below it which name none. */
function linesOf(rows: string[]): Line[] {
  let ofGroup: string[] = []
  return rows.map(row => {
    const [, promise = '', by = ''] = row.split(/(?<!\\)\|/).map(cell => cell.trim())
    const files = [...by.matchAll(/`(tests\/[^`]+)`/g)].map(([, file]) => file!)
    if (promise.startsWith('**')) ofGroup = files
    return { promise, keptBy: files.length > 0 ? files : ofGroup, isHeading: promise.startsWith('**') && files.length === 0 }
  })
}

const lines = linesOf(table.trim().split('\n').slice(2))
  .filter(({ isHeading }) => !isHeading)

test('there are more than 70 promises, none twice', () => {
  const promises = lines.map(({ promise }) => promise)
  expect(promises.length).toBeGreaterThan(70)
  expect(new Set(promises).size).toBe(promises.length)
})

test('each names at least one test, or its group does', () => {
  expect(lines.filter(({ keptBy }) => keptBy.length === 0).map(({ promise }) => promise)).toEqual([])
})

test('every test, document and command it names is there', () => {
  const named = [...text.matchAll(/`(tests\/[^`*]+)`/g)].map(([, file]) => file!)
  const linked = [...text.matchAll(/\]\(([^)#]+)\)/g)].map(([, file]) => join(dirname(place), file!)).filter(file => !file.includes('://'))
  const run = [...text.matchAll(/npx vitest run --project \w+ (tests\/\S+?)`/g)].map(([, file]) => file!)
  expect([...named, ...linked, ...run].filter(file => !existsSync(file))).toEqual([])
  const commands = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!)
  expect(commands.filter(name => !(name in scripts))).toEqual([])
})

test('what a test keeps is not said to be not promised yet', () => {
  const open = text.slice(text.indexOf('## Not promised yet'))
  expect([...open.matchAll(/`(tests\/[^`]+)`/g)]).toEqual([])
})
