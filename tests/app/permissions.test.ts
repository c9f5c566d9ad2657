import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { queueUp } from '@/db/moderation/queue/queue-up'
import { cases, replies, suspensions } from '@/db/schema'
import { pasteThread } from '../support/old-thread'
import { useSite } from '../support/server'
import { formOn, keepOutcomes, report, signIn, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'
import { acts, pages, personas, type ActAnswer, type PageAnswer, type Persona } from './permission-table'

const site = useSite({ STARTING_DATA: 'on', DEMONSTRATION: 'on' })
const names: Record<Exclude<Persona, 'guest'>, string> = {
  member: '路人甲', author: '林作者', moderator: '梅管事', admin: '安总管', suspended: '停一停',
}
const people = {} as Record<Persona, Visitor>
let kept = ''
let thread = ''

beforeAll(async () => {
  people.guest = new Visitor(site.url)
  for (const persona of personas) if (persona !== 'guest') people[persona] = await signUp(site.url, names[persona])
  await write(async tx => {
    await setRoleByName(tx, names.moderator, 'moderator')
    await setRoleByName(tx, names.admin, 'admin')
  })
  const held = await findPersonByName(await read(), names.suspended)
  const admin = await findPersonByName(await read(), names.admin)
  await write(tx => tx.insert(suspensions).values({ personId: held!.id, byId: admin!.id, reason: '测试', at: Date.now() }))
  kept = await keepOutcomes(people.guest)
  thread = (await pasteThread(people.moderator)).split('/').at(-1)!
})

describe('the table is whole', () => {
  test('every page has its line', () => {
    const found = (readdirSync('app/[lang]', { recursive: true }) as string[]).filter(file => file.endsWith('page.tsx'))
      .map(file => `/${file}`.slice(0, -'/page.tsx'.length) || '/')
    expect(found.length).toBeGreaterThan(25)
    expect(Object.keys(pages).map(name => name.split(' ')[0])).toEqual(expect.arrayContaining(found))
  })

  test('every act has its line', () => {
    const registered = [...readFileSync('app/do/acts.ts', 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: \w+\.\w+,$/gm)].map(([, name]) => name)
    expect(registered.length).toBeGreaterThan(20)
    expect(Object.keys(acts).sort()).toEqual(registered.sort())
  })
})

describe('pages', () => {
  // The same page by every way that has once led around a check: the header, the payload, the segment.
  const ways: [name: string, suffix: string, headers: Record<string, string>][] = [
    ['plain', '', {}],
    ['with a middleware header', '', { 'x-middleware-subrequest': Array(5).fill('middleware').join(':') }],
    ['as a payload', '', { rsc: '1' }],
    ['as a payload by name', '.rsc', {}],
    ['as a segment', '.segments/$c$children/__PAGE__.segment.rsc', {}],
    ['with a route parameter', '?nxtPid=1&nxtPlang=en', {}],
  ]

  test.each(Object.entries(pages))('%s', async (_, { at, answers }) => {
    const places = await somePlaces()
    const address = places(at)
    const got = await Promise.all(personas.map(async persona => [persona, await pageAnswer(people[persona], address)] as const))
    expect(Object.fromEntries(got)).toEqual(answers)
  })

  test.each(ways)('what is refused stays refused %s', async (_, suffix, headers) => {
    const places = await somePlaces()
    for (const { at, answers } of Object.values(pages)) {
      const [path, query] = places(at).split('?')
      const address = `${path}${suffix}${query ? `${suffix.includes('?') ? '&' : '?'}${query}` : ''}`
      for (const persona of personas.filter(it => answers[it] !== 'shown')) {
        const answer = await people[persona].send(address, { headers })
        const text = await answer.text()
        expect(text, `${persona} at ${address}`).not.toContain(secret)
      }
    }
  })
})

describe('acts', () => {
  test.each(Object.entries(acts))('%s', async (name, { fields = {}, answers }) => {
    const places = await somePlaces()
    const typed = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, places(value)]))
    // The author comes last, since what she may do may end the case.
    for (const persona of [...personas.filter(it => it !== 'author'), 'author'] as const) {
      const visitor = name.startsWith('sign-') || name.startsWith('revoke') ? await fresh(persona) : people[persona]
      expect([persona, await actAnswer(visitor, name, typed)]).toEqual([persona, answers[persona]])
      // Done from another browser, it has ended the sessions here.
      if (name === 'revoke-others' && persona !== 'guest') people[persona] = await signIn(site.url, names[persona])
    }
  })
})

// Stands in what only its author and moderators may read.
const secret = '这句话只有版主和作者看得到'

/** Puts fresh ids into an address or a field: a new case and a new reply of the author's, a hidden case. */
async function somePlaces(): Promise<(text: string) => string> {
  const id = await report(people.author, { 'events.2.type': '', 'events.2.when_kind': '', 'events.2.wait_least': '', 'events.2.wait_most': '' })
  const hidden = await report(people.author, { words: `${secret}，别人看不到。` })
  await write(tx => tx.update(cases).set({ state: 'hidden' }).where(eq(cases.id, hidden)))
  const [reply, other] = [await replyTo(people.author, id), await replyTo(people.member, id)]
  const item = await write(tx => queueUp(tx, { kind: 'flags', subject: 'case', subjectId: id, caseId: id, now: Date.now() }))
  const [row] = await (await read()).select({ account: cases.account }).from(cases).where(eq(cases.id, id))
  const ids: Record<string, string> = {
    CASE: String(id), HIDDEN: String(hidden), REPLY: String(reply), OTHER: String(other), AUTHOR: encodeURIComponent(names.author),
    KEPT: kept, THREAD: thread, ITEM: String(item), ACCOUNT: row!.account,
  }
  return text => text.replace(/CASE|HIDDEN|REPLY|OTHER|AUTHOR|KEPT|THREAD|ITEM|ACCOUNT/g, word => ids[word]!)
}

async function replyTo(visitor: Visitor, caseId: number): Promise<number> {
  await visitor.press('/do/reply', { ...formOn(`/cases/${caseId}`), case: String(caseId), parent: '', words: '先在这里写一条回复。' })
  const rows = await (await read()).select({ id: replies.id }).from(replies).where(eq(replies.caseId, caseId))
  return Math.max(...rows.map(row => row.id))
}

async function fresh(persona: Persona): Promise<Visitor> {
  return persona === 'guest' ? new Visitor(site.url) : signIn(site.url, names[persona])
}

async function pageAnswer(visitor: Visitor, address: string): Promise<PageAnswer | number> {
  const answer = await visitor.send(address)
  if (answer.status === 200) return 'shown'
  if (answer.status === 404) return 'missing'
  const there = answer.headers.get('location') ?? ''
  return answer.status >= 300 && answer.status < 400 && there.includes('/sign-in') ? 'sign_in' : answer.status
}

async function actAnswer(visitor: Visitor, act: string, fields: Record<string, string>): Promise<ActAnswer> {
  const body = new URLSearchParams({ ...formOn('/cases'), ...fields })
  const answer = await visitor.send(`/do/${act}`, { method: 'POST', body, headers: { origin: site.url } })
  const [text, there] = [await answer.text(), answer.headers.get('location') ?? '']
  if (answer.status === 303 && there.startsWith('/sign-in?then=')) return 'sign_in'
  if (answer.status === 403) return text.includes('账号被暂停发言') ? 'suspended' : 'not_allowed'
  expect(answer.status, `${act}: ${text.slice(0, 300)}`).toBeLessThan(500)
  return 'passes'
}
