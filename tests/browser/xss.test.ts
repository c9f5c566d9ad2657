import type { BrowserContext } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Member } from '@/domain/people/viewer'
import { nameProblem } from '@/domain/people/name'
import { read, write } from '@/db/connection'
import { findPersonByName } from '@/db/people/people'
import { setRoleByName } from '@/db/people/roles'
import { pathIn } from '@/messages/languages'
import { desk, useBrowser } from '../support/browser'
import { pageVisits, settle } from '../support/cast'
import { useSite } from '../support/server'
import { formOn, signUp, threeSteps } from '../support/stories'
import { Visitor } from '../support/visitor'
import { lendCookies, walk, watch, type Trouble } from '../support/watch'
import { xssCorpus } from '../support/xss-corpus'
import {
  editOften, hideReplies, namePeople, notesOfCase, plantCalls, plantCases, plantReplies, plantTags, reviseOften, suspendPeople,
} from '../support/xss-planting'

// Every payload, written in every place a person can write, and looked at in a real browser: nothing runs, nothing
// leaves the site, and the content security policy has nothing to object to.
const site = useSite({ STARTING_DATA: 'on', DEMONSTRATION: 'on' })
const browser = useBrowser()

const [authorName, moderatorName] = ['田小野', '梅子黄']
const visitors = {} as Record<'author' | 'moderator', Visitor>
type Planted = { edited: number }
  & Record<'cases' | 'full' | 'replies' | 'threads', number[]> & Record<'tags' | 'names', string[]>
const planted = {} as Planted

beforeAll(async () => {
  visitors.author = await signUp(site.url, authorName)
  visitors.moderator = await signUp(site.url, moderatorName)
  await write(tx => setRoleByName(tx, moderatorName, 'admin'))
  const author = await memberCalled(authorName)
  const people = await namePeople(xssCorpus, 'moderator')
  // Ten payloads to a case in its words and its notes, so that forty-odd pages show them all; a title holds one.
  const full = chunks(xssCorpus, notesOfCase).map(some => ({ title: some[0]!, words: some, notes: some }))
  planted.full = await plantCases(author, full)
  planted.cases = await plantCases(author, xssCorpus.map(title => ({ title, words: [], notes: [] })))
  planted.threads = planted.full.slice(0, 3)
  planted.replies = []
  for (const [n, payloads] of chunks(xssCorpus, Math.ceil(xssCorpus.length / 3)).entries()) {
    planted.replies.push(...await plantReplies(people, planted.threads[n]!, payloads))
  }
  await plantCalls(author, planted.full[3]!, xssCorpus)
  const [own] = await plantReplies([author], planted.threads[0]!, ['先写一条，再改它。'])
  planted.edited = own!
  await editOften(author, planted.edited, xssCorpus)
  await reviseOften(author, planted.cases[0]!, xssCorpus)
  planted.tags = await plantTags(people, planted.cases, 'verification', xssCorpus)
  await hideReplies(people, planted.replies.slice(0, 60), xssCorpus)
  await suspendPeople(await memberCalled(moderatorName), people.slice(0, 150), xssCorpus)
  planted.names = people.map(person => person.name)
}, 300_000)

describe('the watch itself', () => {
  // Were it blind, everything below would pass.
  test('sees a dialog, a canary, a request that leaves and a violated policy', async () => {
    const context = await browser.open(desk)
    const troubles = await watch(context, site.url)
    const page = await context.newPage()
    for (const [path, policy] of [['/open', ''], ['/closed', `default-src 'self'`]] as const) {
      await page.route(`**${path}`, route => route.fulfill({
        contentType: 'text/html',
        headers: policy ? { 'content-security-policy': policy } : {},
        body: '<img src=x onerror=alert(1)><img src=https://evil.example/x.png>',
      }))
      await page.goto(site.url + path, { waitUntil: 'networkidle' })
    }
    expect([...new Set(troubles.map(it => `${new URL(it.page).pathname} ${it.kind}`))].sort())
      .toEqual(['/closed policy', '/open canary', '/open dialog', '/open request'])
    await context.close()
  })
})

test(`the corpus has at least 150 payloads, and 0 of them pass for a name that could hold a tag`, () => {
  expect(new Set(xssCorpus).size).toBeGreaterThanOrEqual(150)
  expect(xssCorpus.filter(payload => nameProblem(payload) === null && /[<>&"':/()]/.test(payload))).toEqual([])
})

test('pages that hold no payload have nothing to object to either, in both languages, for everybody', async () => {
  const { people, at } = await settle(site.url)
  for (const persona of ['guest', 'author', 'moderator', 'suspended'] as const) {
    const like = persona === 'suspended' ? 'author' : persona
    const paths = pageVisits.filter(visit => visit[1] === like).map(visit => at(visit[2]))
    await quiet(people[persona], [...paths, ...paths.map(path => pathIn('en', path))])
  }
}, 240_000)

describe('as a stranger sees it', () => {
  test('cases: words, notes, titles, firms', async () => {
    const seen = await quiet(null, [
      ...planted.full.map(id => `/cases/${id}`), ...planted.cases.slice(0, 10).map(id => `/cases/${id}`),
      ...planted.full.slice(0, 5).map(id => `/en/cases/${id}`),
      `/cases/${planted.cases[0]}/history`, `/en/cases/${planted.cases[0]}/history`,
    ])
    expect(seen.join('\n')).toContain('<script>alert(1)</script>')
  }, 240_000)

  test('lists of cases', () => quiet(null, pagesOf(planted.cases, 20).map(after => `/cases?after=${after}`)), 240_000)

  test('threads, to their last page', async () => {
    for (const id of planted.threads) {
      const seen = await quiet(null, [`/cases/${id}`], { more: true })
      expect(seen.join('').length).toBeGreaterThan(5_000)
    }
    await quiet(null, planted.threads.flatMap(id => [`/cases/${id}?sort=newest`, `/en/cases/${id}?sort=most_agreed`]))
  }, 240_000)

  test('replies on their own, their history', () => quiet(null, [
    ...planted.replies.filter((_, n) => n % 8 === 1).map(id => `/replies/${id}`),
    `/replies/${planted.edited}`, `/replies/${planted.edited}/history`, `/en/replies/${planted.edited}/history`,
  ]), 240_000)

  test('the log, the tags, a tag each', async () => {
    const some = planted.tags.filter((_, n) => n % 10 === 0).map(slug => `/tags/${slug}`)
    await quiet(null, ['/moderation/tags', '/en/moderation/tags', '/cases', ...some])
    await quiet(null, ['/moderation'], { next: true })
    await quiet(null, ['/en/moderation'])
  }, 240_000)

  // Their names stand over every reply as well.
  test('people whose names are payloads', () => quiet(
    null, planted.names.filter((_, n) => n % 6 === 0).map(name => `/people/${encodeURIComponent(name)}`),
  ), 240_000)

  test('search, asked for each payload', async () => {
    const seen = await quiet(null, bundles(180).map(payload => `/search?q=${encodeURIComponent(payload)}`))
    expect(seen.filter(text => text.includes('alert(1)')).length).toBeGreaterThan(50)
  }, 240_000)

  test('addresses', () => quiet(null, bundles(400).flatMap((payload, n, all) => {
    // Each bundle at every fifth place, so that each payload comes by several.
    const [P, id] = [encodeURIComponent(payload), planted.full[0]]
    const forms = [
      `/sign-in?then=${P}&gone=${P}&failed=${P}`, `/sign-up?then=${P}&via=${P}`,
      `/sign-in?then=/cases/${id}?draft=${P}`,
      `/cases?tag=${P}&process=${P}&month=${P}&sort=${P}&after=${P}`,
      `/cases/${id}?done=${P}&masked=${P}&sort=${P}&after=${P}&draft=${P}`,
      `/moderation?act=${P}&case=${P}&after=${P}`, `/stats/durations?process=${P}&stage=${P}&layer=${P}&subject=${P}`,
      `/stats/names?pattern=${P}&proof=${P}&process=${P}`, `/stats/outcomes?category=${P}&layer=${P}`,
      `/cases/new?process=${P}&like=${P}&draft=${P}`, `/tags/${P}?after=${P}`,
      `/people/${P}`, `/nowhere/${P}?x=${P}`, `/en/search?q=${P}&after=${P}`, `/first-admin?draft=${P}`,
      `/api/v1/cases?process=${P}`, `/api/v1/cases/${P}`, `/replies/${P}`, `/en/nowhere?x=${P}#${P}`,
    ]
    expect(all.length).toBeGreaterThan(15)
    return forms.filter((_, at) => at % 5 === n % 5)
  })), 240_000)

  test('answers of the API opened as documents', () => quiet(null, [
    ...planted.full.slice(0, 5).map(id => `/api/v1/cases/${id}`), '/api/v1/cases?limit=100', '/api/v1/cases.csv',
    '/api/v1/cases.ndjson', '/api/v1/rules', '/api/v1/stats/durations', '/api/v1/openapi.json',
  ]), 120_000)
})

describe('as its author and a moderator see it', () => {
  test('forms filled with it', () => quiet(visitors.author, [
    ...planted.full.map(id => `/cases/${id}/edit`), `/replies/${planted.edited}/edit`,
    `/cases/new?process=certification&like=${planted.full[0]}`,
  ]), 240_000)

  test('notifications, own cases', async () => {
    await quiet(visitors.author, ['/me', '/me/cases', '/me/favourites', '/en/me/cases'])
    const seen = await quiet(visitors.author, ['/me/notifications', '/en/me/notifications'], { more: true })
    expect(seen.join('')).toContain('alert(1)')
  }, 240_000)

  test('forms that come back, and the drafts they leave', async () => {
    const payloads = xssCorpus.filter((_, n) => n % 20 === 0)
    const pages: string[] = []
    for (const payload of payloads) {
      const report = await visitors.author.post('/do/report-case', {
        ...formOn('/cases/new?process=certification'), ...threeSteps, title: payload, words: payload, subject: payload,
        fee_yuan: payload, name_shape: payload, audit_firm: payload, 'events.0.note': payload,
        'events.1.when_date': payload, 'events.2.wait_most': payload,
      })
      const reply = await visitors.author.post('/do/reply', {
        ...formOn(`/cases/${planted.full[0]}`), case: String(planted.full[0]), parent: '999999999', words: payload,
      })
      const stranger = await new Visitor(site.url).post('/do/sign-up', {
        ...formOn('/sign-up'), name: payload, password: payload, then: payload, via: payload,
      })
      expect([report.status, reply.status]).toEqual([200, 200])
      expect(report.url + reply.url).toMatch(/draft=.*draft=/s)
      expect(new URL(stranger.url).origin).toBe(new URL(site.url).origin)
      pages.push(...[report.url, reply.url].map(url => url.slice(new URL(url).origin.length)))
    }
    const seen = await quiet(visitors.author, [...pages, '/me/drafts'])
    expect(seen.join('')).toContain('alert(1)')
  }, 240_000)

  test('a conflict, where both texts stand on one page', async () => {
    const { context, troubles } = await watched(visitors.author)
    const page = await context.newPage()
    for (const words of chunks(xssCorpus, 100).map(some => some.join('\n\n'))) {
      await page.goto(`${site.url}/replies/${planted.edited}/edit`)
      const version = page.locator('form[action="/do/edit-reply"] input[name="version"]')
      await version.evaluate((input: HTMLInputElement) => { input.value = '1' })
      await page.locator('textarea[name="words"]').fill(words)
      await page.locator('form[action="/do/edit-reply"] button').click()
      await page.locator('pre').nth(1).waitFor()
      expect(await page.locator('pre').first().innerText()).toContain('alert(1)')
    }
    expect(troubles).toEqual([])
    await context.close()
  }, 120_000)

  test('moderators’ desks', () => quiet(visitors.moderator, [
    ...[...planted.threads, ...planted.cases.slice(0, 6)].map(id => `/cases/${id}`),
    '/moderation/tags', '/admin/people',
    ...planted.names.filter((_, n) => n % 10 === 0).map(name => `/admin/people?name=${encodeURIComponent(name)}`),
    ...xssCorpus.filter((_, n) => n % 10 === 0).map(payload => `/admin/people?name=${encodeURIComponent(payload)}`),
  ]), 240_000)

  test('what a browser kept of a text and gives back', async () => {
    const { context, troubles } = await watched(null)
    const page = await context.newPage()
    for (const payload of xssCorpus.filter((_, n) => n % 25 === 0)) {
      await page.goto(`${site.url}/cases/${planted.cases[5]}`)
      await page.locator('#words').fill(payload)
      const typed = await page.locator('#words').inputValue()
      // What is typed before the script runs it has not heard; then it is typed again.
      await expect.poll(async () => {
        for (const words of ['', payload]) await page.locator('#words').fill(words)
        await page.waitForTimeout(600)
        return page.evaluate(() => Object.values(localStorage).join())
      }, { timeout: 30_000 }).toContain(JSON.stringify(typed))
      await page.reload()
      await expect.poll(() => page.locator('#words').inputValue()).toBe(typed)
    }
    expect(troubles).toEqual([])
    await context.close()
  }, 120_000)
})

type Ways = {
  /** Presses "more" until there is no more. */
  more?: boolean
  /** Follows rel="next" to the end. */
  next?: boolean
}

/** Opens these pages as somebody and expects nothing of the kind; answers what could be read on each. */
async function quiet(who: Visitor | null, paths: readonly string[], { more, next }: Ways = {}): Promise<string[]> {
  const { context, troubles } = await watched(who)
  const failed: string[] = []
  const addresses = paths.filter(path => !isDownload(path)).map(path => site.url + path)
  const seen = await walk(context, addresses, async (page, status, address) => {
    if (status >= 500 || status === 0) failed.push(`${status} ${address}`)
    while (more && await page.locator('a[data-more]').count() > 0) {
      const before = await page.locator('main li').count()
      await page.locator('a[data-more]').first().click()
      await expect.poll(() => page.locator('main li').count()).toBeGreaterThan(before)
    }
    let text = await page.locator('body').innerText()
    while (next && await page.locator('a[rel="next"]').count() > 0) {
      await page.goto(new URL((await page.locator('a[rel="next"]').getAttribute('href'))!, address).href)
      text += await page.locator('body').innerText()
    }
    return text
  })
  await Promise.all(paths.filter(isDownload).map(path => download(context, path)))
  expect(failed).toEqual([])
  expect(troubles).toEqual([])
  await context.close()
  return seen
}

// A browser stores these instead of showing them.
const isDownload = (path: string) => /\.(csv|ndjson)$/.test(path)

async function download(context: BrowserContext, path: string): Promise<void> {
  const answer = await context.request.get(site.url + path)
  expect(answer.headers()['content-disposition']).toMatch(/^attachment/)
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
  expect(answer.headers()['content-type']).not.toContain('html')
  expect((await answer.text()).length).toBeGreaterThan(10_000)
}

async function watched(who: Visitor | null): Promise<{ context: BrowserContext; troubles: Trouble[] }> {
  const context = await browser.open(desk)
  if (who) await lendCookies(context, who, site.url)
  return { context, troubles: await watch(context, site.url) }
}

async function memberCalled(name: string): Promise<Member> {
  const person = await findPersonByName(await read(), name)
  return { kind: 'member', id: person!.id, name, role: person!.role, suspended: false, sessionId: 0 }
}

function chunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, n) => items.slice(n * size, (n + 1) * size))
}

/** Every payload once, as many together as fit into a text of this length. */
function bundles(most: number): string[] {
  return xssCorpus.reduce<string[]>((all, payload) => {
    const last = all.at(-1)
    if (last !== undefined && last.length + payload.length < most) all[all.length - 1] = `${last} ${payload}`
    else all.push(payload)
    return all
  }, [])
}

/** Cursors of a list of so many a page: each leads to those older than it. */
function pagesOf(ids: readonly number[], size: number): number[] {
  return chunks([...ids].reverse(), size).map(([newest]) => newest! + 1)
}
