import { beforeAll, describe, expect, test } from 'vitest'
import { ask } from '../support/ask'
import { useSite } from '../support/server'
import { formOn, newKey, report, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'

// An address with a query goes to Next, the same without one does not (app/do/without-next.ts). Asked twice, once each way,
// the same is answered.

const site = useSite()
let lin: Visitor
let caseId: number

beforeAll(async () => {
  lin = await signUp(site.url, '林两路')
  caseId = await report(lin)
})

type Said = { status: number; location: string; head: string[]; text: string }

async function bothWays(who: () => Visitor, act: string, fields: () => Record<string, string>, origin = site.url): Promise<[Said, Said]> {
  const said = []
  for (const way of ['', '?by=next']) {
    const answer = await who().send(`/do/${act}${way}`, { method: 'POST', body: new URLSearchParams(fields()), headers: { origin } })
    const head = [...answer.headers].filter(([name]) => !['date', 'content-length', 'location'].includes(name))
      .map(([name, value]) => `${name}: ${anywhere(value)}`).sort()
    said.push({ status: answer.status, location: anywhere(answer.headers.get('location') ?? ''), head, text: anywhere(await answer.text()) })
  }
  return said as [Said, Said]
}

// Numbers, keys and tokens differ from one time to the next.
function anywhere(text: string): string {
  return text.replace(/reply-\d+|draft(=|%3D)[\w-]+/gi, '…').replace(/expires=[^;]*; ?/gi, '').replace(/(guoshen-browser=)[\w%-]+/, '$1…')
    .replace(/name="key">\n[\w-]+/, 'name="key">…').toLowerCase()
}

const own = () => ({ ...formOn(`/cases/${caseId}`), case: String(caseId), parent: '', words: '两条路，一样的话。' })

describe('What is done without Next is answered as with it', () => {
  test.each<[string, string, () => Record<string, string>]>([
    ['a reply', 'reply', own],
    ['a reply without words', 'reply', () => ({ ...own(), words: '' })],
    ['a reply to a case that is not there', 'reply', () => ({ ...own(), case: '999999' })],
    ['a key that is none', 'reply', () => ({ ...own(), key: 'short' })],
    ['a vote', 'vote', () => ({ ...formOn(`/cases/${caseId}`), subject: 'case', id: String(caseId), wanted: 'on' })],
    ['a case kept', 'favourite', () => ({ ...formOn(`/cases/${caseId}`), case: String(caseId), wanted: 'on' })],
    ['a case followed', 'follow', () => ({ ...formOn(`/cases/${caseId}`), subject: 'case', target: String(caseId), wanted: 'on' })],
    ['an English reply with personal data', 'reply', () => ({ ...own(), lang: 'en', words: 'Call 13800138000, they said.' })],
    ['a report with nothing in it', 'report-case', () => formOn('/cases/new?process=certification')],
  ])('%s', async (_, act, fields) => {
    const [without, by] = await bothWays(() => lin, act, fields)
    expect(without).toEqual(by)
  })

  test('a reply of somebody who is not signed in, whose browser gets the cookie under which it waits for him', async () => {
    const [without, by] = await bothWays(() => new Visitor(site.url), 'reply', own)
    expect(without).toEqual(by)
    expect(without.head.some(line => line.startsWith('set-cookie: guoshen-browser=…; path=/; '))).toBe(true)
  })

  test('a form of another site', async () => {
    const [without, by] = await bothWays(() => lin, 'reply', own, 'https://elsewhere.example')
    expect(without).toEqual(by)
    expect(without.status).toBe(403)
  })

  test('a file in place of a form, and one of several parts', async () => {
    const mark = '----WebKitFormBoundary7MA4YWxkTrZu0gW'
    for (const [type, status] of [['text/plain', 415], [`multipart/form-data; boundary=${mark}`, 303]] as const) {
      const body = Object.entries(own()).map(([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('') + `--${mark}--\r\n`
      const answer = await lin.send('/do/reply', { method: 'POST', body, headers: { origin: site.url, 'content-type': type } })
      expect(answer.status).toBe(status)
    }
  })
})

test('the same key sent both ways counts once', async () => {
  const form = { ...own(), key: newKey(), words: '一把钥匙，两条路。' }
  const post = (way: string) => lin.send(`/do/reply${way}`, { method: 'POST', body: new URLSearchParams(form), headers: { origin: site.url } })
  const answers = await Promise.all(['', '?by=next', '', '?by=next'].map(post))
  expect(new Set(answers.map(answer => answer.headers.get('location'))).size).toBe(1)
  expect(await ask(site.databaseUrl, 'select count(*) as n from replies where words = \'一把钥匙，两条路。\'')).toEqual([{ n: 1 }])
})
