import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { read } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { cases } from '@/db/schema'
import { randomFrom } from '@/domain/simulation/random'
import { saidAs, someReplies } from '@/scripts/bench/fill/reply-words'
import { settle, type Cast } from '../support/cast'
import { useSite } from '../support/server'
import { report, signUp } from '../support/stories'
import { say } from '../support/threads'
import { Visitor } from '../support/visitor'
import { weigh } from '../support/weight'
import { pages } from './permission-table'

// What a first visit costs. Every page that a stranger may open, in what it makes his browser load.
const site = useSite({ STARTING_DATA: 'on', DEMONSTRATION: 'on' })
let cast: Cast

beforeAll(async () => { cast = await settle(site.url) })

const forStrangers = Object.entries(pages).filter(([, { answers }]) => answers.guest !== 'sign_in')

describe.each(forStrangers)('%s', (_, { at }) => {
  test('holds one small script of ours, one style sheet, no font, and is whole as it comes', async () => {
    const { html, headers } = await cast.people.guest.open(cast.at(at))
    const weight = await weigh(site.url, html)
    expect(weight.scripts).toHaveLength(1)
    expect(weight.script).toBeLessThan(4_000)
    expect(weight.sheets).toHaveLength(1)
    expect(weight.sheet).toBeLessThan(15_000)
    // What is shown at once may be asked for at once.
    expect(weight.preloads.filter(it => !/\.(svg|png)$/.test(it))).toEqual([])
    expect(headers.get('link') ?? '').not.toMatch(/font|script/)
    expect([...html.matchAll(/<script(?! src)[^>]*>/g)].filter(([tag]) => !tag.includes('application/ld+json'))).toEqual([])
    // Nothing waits for a script to be shown, and no second copy of the page stands in it.
    expect(html).not.toMatch(/<template|<div hidden|<!--\$|__next_f|<style| style="|<reader-/)
  })
})

test('the style sheet loads nothing further', async () => {
  const { sheets: [sheet] } = await weigh(site.url, (await cast.people.guest.open('/')).html)
  const css = await (await fetch(site.url + sheet)).text()
  expect(css.length).toBeGreaterThan(10_000)
  expect(css).not.toMatch(/url\(|@import/)
})

test('script and style sheet are kept for a year under a name made of what is in them', async () => {
  const { scripts, sheets } = await weigh(site.url, (await cast.people.guest.open('/')).html)
  for (const address of [...scripts, ...sheets]) {
    expect(address).toMatch(/\/_next\/static\/[\w/.-]*[\w-]{10,}\.(js|css)$/)
    expect((await fetch(site.url + address)).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  }
})

describe('a case with fifty replies is at most 30 kB', () => {
  const random = randomFrom('weight')
  // As people write, and as much as one page holds at all (db/threads/thread-page.ts), of signs that hardly repeat.
  const threads: [name: string, said: string[]][] = [
    ['of everyday replies', someReplies(50, random).map(({ words }) => words)],
    ['of replies of two hundred signs', Array.from({ length: 50 }, () => (
      Array.from({ length: 190 }, () => String.fromCodePoint(0x4e00 + Math.floor(1500 ** random.unit()) - 1)).join('')
    ))],
  ]

  test.each(threads)('%s', async (name, said) => {
    const id = await report(await signUp(site.url, `林${name.length}`), { words: said[0]! })
    const bo = { kind: 'member', id: (await findPersonByName(await read(), '路人甲'))!.id, name: '', role: 'member', suspended: false, sessionId: 0 } as const
    for (const words of said) {
      expect(saidAs(words).html.length).toBeGreaterThan(words.length)
      await say(bo, id, words)
    }
    for (const reader of [new Visitor(site.url), cast.people.member, cast.people.author]) {
      const { html } = await reader.open(`/cases/${id}`)
      expect(html.match(/<article data-reply=/g)).toHaveLength(50)
      expect((await weigh(site.url, html)).html).toBeLessThan(30_000)
    }
    expect((await (await read()).select().from(cases).where(eq(cases.id, id)))[0]!.discussionCount).toBe(50)
  })
})
