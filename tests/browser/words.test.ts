import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '@/db/connection'
import { cases, people } from '@/db/schema'
import { languageTag, languages, pathIn } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { pages, type Persona } from '../app/permission-table'
import { desk, useBrowser } from '../support/browser'
import { pageVisits, settle, type Cast } from '../support/cast'
import { useSite } from '../support/server'
import { lendCookies } from '../support/watch'
import { wordsOn } from '../support/page-words'

// Every page speaks one language: the reader's. What people wrote stays as they wrote it.
const site = useSite({ STARTING_DATA: 'on', DEMONSTRATION: 'on' })
const browser = useBrowser()
let cast: Cast
let written: string[] = []

beforeAll(async () => {
  cast = await settle(site.url)
  const names = await (await read()).select({ text: people.name }).from(people)
  const titles = await (await read()).select({ text: cases.title }).from(cases)
  written = [...names, ...titles, { text: asked }].flatMap(({ text }) => text ?? []).sort((a, b) => b.length - a.length)
}, 120_000)

// What a reader typed is his own too.
const asked = '什么也没有'

const visits = [
  ...pageVisits,
  ['/me', 'suspended', '/me'],
  ['/cases/new certification', 'guest', '/cases/new?process=certification'],
  ['/cases/new filing', 'guest', '/cases/new?process=filing'],
  ['/cases filtered', 'guest', '/cases?process=filing&outcome=filed&tag=nonsense&sort=agreed'],
  ['/search nothing', 'guest', `/search?q=${asked}`],
  ['/stats/durations few', 'guest', '/stats/durations?process=code_review&layer=thread'],
  ['/stats/outcomes filing', 'guest', '/stats/outcomes?process=filing'],
  ['/admin/people one', 'admin', '/admin/people?name=AUTHOR'],
  ['/moderation one act', 'guest', '/moderation?act=tag'],
] as readonly (readonly [name: string, as: Persona, at: string])[]

// Chinese words that an English page quotes on purpose, since the reader will meet them in the original.
const quoted = ['软著', '备案', '年审', '〇〇记账', '〇', '＊']

// Names and abbreviations that Chinese developers write in Latin letters.
const latin = new Set([
  'API', 'AppID', 'AI', 'ID', 'APP', 'Markdown', 'JSON', 'Atom', 'Feed', 'CSV', 'NDJSON', 'OpenAPI', 'English', 'ICP',
  'PNG', 'SVG', 'rows', 'csv', 'SHA-', 'https', 'GitHub', 'OpenID', 'CC', 'BY', 'IP', 'Edge', 'Firefox', 'Chrome', 'Safari', 'iPhone', 'iPad', 'Mac', 'Windows', 'Linux',
  'JavaScript', 'Google', 'Microsoft', 'Authenticator', 'Password', 'Ctrl',
])

// Methods have the names of those who found them, and R's packages have their own.
const latinInMethod = new Set([
  'Kaplan', 'Meier', 'Aalen', 'Johansen', 'Brookmeyer', 'Crowley', 'Wilson', 'MOVER', 'Zou', 'Donner', 'survival', 'etm',
])

// What programs read has one name in every language; the manual of the API speaks of these.
const latinInManual = new Set([
  'api', 'certification', 'first', 'call', 'cases', 'next', 'null', 'after', 'id', 'suppressed', 'ETag',
  'If-None-Match', 'application', 'problem', 'json', 'RFC', 'type', 'title', 'status', 'detail', 'errors', 'Accept-Language',
  'code', 'GET', 'HEAD', 'OPTIONS', 'Allow', 'Authorization', 'Bearer', 'Idempotency-Key', 'Retry-After', 'ASCII', 'UUID', 'kB', 'ref', 'account',
  'Location', 'masked', 'guoshen', 'cookie', 'pointer', 'events', 'at', 'me',
  'POST', 'data', 'Standard', 'Webhooks', 'webhook-id', 'whsec', 'base', 'HMAC-SHA',
])

// Moderators write words of both alphabets, and patterns in RE2's own.
const latinInFilter = new Set(['RE', 'cas', 'case'])

// The columns of a kept figure's rows, as its page explains them.
const latinInRows = new Set(['time', 'status', 'stratum', 'group'])

const chinese = /[\p{Script=Han}\u3001-\u3003\u3008-\u301b\uff01-\uff5e]/u
const latinWord = /[A-Za-z][A-Za-z’'-]+/g

describe('an English page', () => {
  test.each(visits)('%s as %s holds no Chinese of ours', async (_, as, at) => {
    const said = await textsOf(as, pathIn('en', cast.at(at)))
    const left = said.map(text => without(text, [...quoted, ...written]))
    expect(left.filter(text => chinese.test(text)).join('\n')).toBe('')
  })
})

describe('a Chinese page', () => {
  test.each(visits)('%s as %s holds no English of ours', async (name, as, at) => {
    const said = await textsOf(as, cast.at(at))
    const words = said.flatMap(text => without(text, written).match(latinWord)?.map(word => [word, text]) ?? [])
    const known = (word: string) => latin.has(word)
      || (['/data', '/api-docs'].includes(name) && latinInManual.has(word)) || (name === '/method' && latinInMethod.has(word))
      || (name === '/moderation/words' && latinInFilter.has(word))
      || (name === '/data/figures/[ref]' && latinInRows.has(word))
      // Of an account this page knows the pseudonym alone.
      || (name === '/moderation/batches/[kind]/[key]' && cast.at('ACCOUNT').includes(word))
    expect(words.filter(([word]) => !known(word!))
      .map(([word, text]) => `${word} in: ${text}`).join('\n')).toBe('')
  })
})

describe.each(languages)('%s', lang => {
  test('every page has a title and a description of its own', async () => {
    const context = await browser.open(desk)
    const { site: { title, description } } = wordsFor(lang)
    const seen = new Map<string, string>()
    // What is shown to nobody here, such as letters without a mail server, has the head of what is missing.
    const isThere = (name: string) => name === '/[...rest]' || Object.values(pages[name]!.answers).includes('shown')
    const firsts = visits.filter(([name], n) => !name.includes(' ') && isThere(name) && visits.findIndex(it => it[0] === name) === n)
    for (const [name, as, at] of firsts) {
      await context.clearCookies()
      await lendCookies(context, cast.people[as], site.url)
      const page = await context.newPage()
      await page.goto(site.url + pathIn(lang, cast.at(at)))
      const head = await page.evaluate(() => ({
        title: document.title,
        description: document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '',
      }))
      await page.close()
      if (name !== '/') {
        expect.soft(head.title, name).not.toBe(title)
        expect.soft(head.description, name).not.toBe(description)
        expect.soft(head.title, name).toMatch(new RegExp(` · ${wordsFor(lang).site.name}$`))
      }
      expect.soft(head.description.length, name).toBeGreaterThan(5)
      for (const text of [head.title, head.description]) {
        expect.soft(seen.get(text), `${name} says “${text}” too`).toBe(undefined)
        seen.set(text, name)
      }
    }
    await context.close()
    expect(seen.size).toBeGreaterThan(50)
  }, 120_000)

  test('the head of every page leads to the same page in the other language', async () => {
    const context = await browser.open(desk)
    const page = await context.newPage()
    const other = lang === 'zh' ? 'en' : 'zh'
    const some = ['/', '/cases?process=filing', '/stats/durations?process=filing', cast.at('/cases/CASE'), '/search?q=软著']
    for (const at of some) {
      await page.goto(site.url + pathIn(lang, at))
      await page.locator(`header a[lang="${languageTag[other]}"]`).click()
      await page.waitForURL(site.url + pathIn(other, encodeURI(at)))
      expect(await page.locator('html').getAttribute('lang')).toBe(languageTag[other])
    }
    await context.close()
  })
})

async function textsOf(as: Persona, path: string): Promise<string[]> {
  const context = await browser.open({ ...desk, javaScriptEnabled: false })
  await lendCookies(context, cast.people[as], site.url)
  const page = await context.newPage()
  await page.goto(site.url + path)
  const said = await wordsOn(page)
  await context.close()
  expect(said.length).toBeGreaterThan(15)
  return said
}

function without(text: string, parts: readonly string[]): string {
  if (!/[\p{Script=Han}]|[A-Za-z]{2}/u.test(text)) return text
  return parts.reduce((left, part) => left.replaceAll(part, ' '), text)
}
