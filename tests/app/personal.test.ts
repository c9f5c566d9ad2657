import { beforeAll, describe, expect, test } from 'vitest'
import { remembered } from '@/server/routes'
import { settle, type Cast } from '../support/cast'
import { useSite } from '../support/server'
import { formOn, newKey, signUp } from '../support/stories'
import { Visitor, type Page } from '../support/visitor'
import { pages } from './permission-table'

// A page put together from what is remembered is the page that Next makes for this person alone. For whoever brings two cookies
// that could be his session's it is made each time, so both can be held against one another.
const site = useSite({ STARTING_DATA: 'on', DEMONSTRATION: 'on', ACCESS_LOG: 'on' })
let cast: Cast
const readers = {} as Record<'other' | 'voter' | 'writer' | 'author' | 'member' | 'suspended' | 'moderator', Visitor>
let caseId: number
let reply: number

beforeAll(async () => {
  cast = await settle(site.url)
  const { author, member, suspended, moderator } = cast.people
  Object.assign(readers, { author, member, suspended, moderator })
  for (const [name, who] of [['other', '石旁观'], ['voter', '柏点头'], ['writer', '万写字']] as const) readers[name] = await signUp(site.url, who)
  caseId = Number(cast.at('CASE'))
  reply = await say(readers.writer, '我也等了三天。')
  await say(readers.other, '是工作日吗？', reply)
  for (const [subject, id] of [['case', caseId], ['reply', reply]] as const) await vote(readers.voter, subject, id, 'on')
  await readers.voter.post('/do/favourite', { ...formOn(`/cases/${caseId}`), case: String(caseId), wanted: 'on' })
})

const forAnyone = Object.entries(pages).filter(([name, { answers }]) => (
  answers.member === 'shown' && remembered[name.split(' ')[0]!]?.forAnyone
))

test('most pages that strangers read are made for anyone', () => {
  expect(forAnyone.length).toBeGreaterThan(15)
})

describe.each(forAnyone)('%s', (name, { at }) => {
  test.each(['other', 'voter', 'writer', 'author', 'member', 'suspended', 'moderator'] as const)('is for the %s what Next makes', async who => {
    const address = cast.at(at)
    const made = await madeFor(readers[who], address)
    expect(await lastFrom()).toBe('next')
    const put = await readers[who].open(address)
    expect(await lastFrom()).toBe(isOrdinary(who, name) ? 'personal' : 'next')
    // What waits for moderators may have become more meanwhile: two that look alike are found in the background.
    expect([put.status, plain(put.html)]).toEqual([200, plain(made.html)])
    expect(put.html).not.toContain('<reader-')
    expect(put.headers.get('cache-control')).toContain('no-store')
    expect(put.headers.get('etag')).toBeNull()
  })
})

describe('what the pages say of their reader', () => {
  const corner = async (who: Visitor) => (await who.open(`/cases/${caseId}`)).html

  test('his name, his news, his votes, what he keeps and what he wrote; nobody else’s', async () => {
    const [other, voter, writer] = [await corner(readers.other), await corner(readers.voter), await corner(readers.writer)]
    expect([other, voter, writer].map(html => html.match(/truncate">([^<]*)</)?.[1])).toEqual(['石旁观', '柏点头', '万写字'])
    expect([other, voter, writer].map(html => html.match(/aria-pressed="true"/g)?.length ?? 0)).toEqual([0, 3, 0])
    expect([other, voter, writer].map(html => html.includes(`/replies/${reply}/edit`))).toEqual([false, false, true])
    expect([other, voter, writer].map(html => html.includes('/me/notifications'))).toEqual([false, false, true])
  })

  test('nothing of them is left for a stranger, nor for the next member', async () => {
    const stranger = (await cast.people.guest.open(`/cases/${caseId}`)).html
    expect(stranger).not.toMatch(/truncate|aria-pressed="true"|\/edit"/)
    expect(stranger).toContain('/sign-in')
  })

  test('their forms have keys of their own each time', async () => {
    const keys = async () => /name="key" value="([\w-]+)-\d+"/.exec(await corner(readers.other))![1]!
    const some = [await keys(), await keys(), await keys()]
    expect(new Set(some).size).toBe(3)
    expect(some.filter(key => /^[\w-]{22}$/.test(key))).toHaveLength(3)
  })
})

describe('at once', () => {
  test('a vote is counted and pressed on the voter’s next page, and counted on everybody’s', async () => {
    const state = async (who: Visitor) => {
      const [, pressed, said] = /id="vote-case".*?aria-pressed="(\w+)">([^<]*)</.exec((await who.open(`/cases/${caseId}`)).html)!
      return `${pressed} ${/\d+/.exec(said!)?.[0] ?? 0}`
    }
    expect([await state(readers.voter), await state(readers.other)]).toEqual(['true 2', 'false 2'])
    for (const wanted of ['off', 'on', 'off'] as const) {
      await vote(readers.voter, 'case', caseId, wanted)
      expect(await state(readers.voter)).toBe(wanted === 'on' ? 'true 2' : 'false 1')
    }
    expect(await state(readers.other)).toBe('false 1')
  })

  test('a reply stands on its writer’s next page, with the way to edit it', async () => {
    await readers.other.open(`/cases/${caseId}`)
    const id = await say(readers.other, '谢谢，明天再等等。')
    expect((await readers.other.open(`/cases/${caseId}`)).html).toContain(`/replies/${id}/edit`)
  })

  test('news that came is there, and gone when it was read', async () => {
    const unread = async () => /●[^<]*<\/span>(\d+)/.exec((await readers.voter.open('/cases')).html)?.[1] ?? '0'
    const own = await say(readers.voter, '我是上午付的。')
    const before = Number(await unread())
    await say(readers.other, '那就快了。', own)
    expect(Number(await unread())).toBe(before + 1)
  })

  test('who signs out is a stranger on the very next page, also with a copy of the cookie', async () => {
    const leaver = await signUp(site.url, '走得快')
    await leaver.open('/cases')
    const copy = new Visitor(site.url)
    for (const [name, value] of leaver.cookies) copy.cookies.set(name, value)
    expect((await copy.open('/cases')).html).toContain('走得快')
    await leaver.post('/do/sign-out', formOn('/'))
    expect((await copy.open('/cases')).html).not.toContain('走得快')
  })
})

test('nobody from outside can ask for the page that is made for anyone', async () => {
  for (const who of [cast.people.guest, readers.other]) {
    const page = await who.open(`/cases/${caseId}`, { headers: { 'x-guoshen-for-anyone': '1', 'X-Guoshen-Session': '1' } })
    expect(page.html).not.toContain('<reader-')
  }
})

// The author has a desk at her case, and a hidden reply shows its words to the member who wrote it.
function isOrdinary(who: keyof typeof readers, page: string): boolean {
  if (who === 'author' || who === 'member') return page !== '/cases/[id]'
  return who !== 'suspended' && who !== 'moderator'
}

async function madeFor(who: Visitor, address: string): Promise<Page> {
  const cookies = [...who.cookies].map(([name, value]) => `${name}=${value}`)
  return who.open(address, { headers: { cookie: [...cookies, 'guoshen-session-twice=1'].join('; ') } })
}

/** Where the last answer came from, as the access log says it. */
async function lastFrom(): Promise<string> {
  const asked = () => site.said().match(/"path":"\/healthz"/g)?.length ?? 0
  const before = asked()
  await new Visitor(site.url).open('/healthz')
  await expect.poll(asked, { timeout: 10_000 }).toBeGreaterThan(before)
  return /.*"from":"(\w+)"}\n[^\n]*\/healthz/s.exec(site.said())![1]!
}

function plain(html: string): string {
  return html.replaceAll(/value="[\w-]{22}-\d+"/g, 'KEY').replaceAll(/待处理 \d+/g, '待处理')
}

async function vote(who: Visitor, subject: 'case' | 'reply', id: number, wanted: 'on' | 'off'): Promise<void> {
  await who.post('/do/vote', { ...formOn(`/cases/${caseId}`), subject, id: String(id), wanted })
}

async function say(who: Visitor, words: string, parent?: number): Promise<number> {
  const page = await who.post('/do/reply', { ...formOn(`/cases/${caseId}`), key: newKey(), case: String(caseId), parent: String(parent ?? ''), words })
  return Number(/#reply-(\d+)/.exec(page.url)?.[1] ?? /\/replies\/(\d+)/.exec(page.url)?.[1])
}
