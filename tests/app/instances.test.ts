import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ask } from '../support/ask'
import { newCluster, noCluster, type Cluster } from '../support/cluster'
import { startSite, type RunningSite } from '../support/server'
import { formOn, password, report, signUp, threeSteps } from '../support/stories'
import { Visitor } from '../support/visitor'

const redis = process.env.TEST_REDIS_URL

// Two of our programs on one PostgreSQL, as behind a proxy that sends anybody to either. The server is the test's own:
// it is killed and started again.
describe.skipIf(noCluster !== null)(`Two instances (${noCluster ?? 'on a PostgreSQL of our own'})`, () => {
  let cluster: Cluster
  let one: RunningSite
  let two: RunningSite
  let lin: Visitor
  let id: number

  beforeAll(async () => {
    cluster = await newCluster()
    one = await startSite({ DATABASE_URL: cluster.url })
    two = await startSite({ DATABASE_URL: cluster.url })
    lin = await signUp(one.url, '林两处')
    id = await report(lin)
  })
  afterAll(async () => {
    await one?.stop()
    await two?.stop()
    await cluster?.remove()
  })

  test('know one another’s people: who signed in at one is signed in at the other', async () => {
    expect(await shows(at(two, lin, '/me'), '林两处')).toBe(true)
  })

  test('20 writes at one are each seen at the other a quarter of a second later, by strangers who had the page before', async () => {
    for (let n = 0; n < 20; n++) {
      await fetch(`${two.url}/cases/${id}`).then(answer => answer.text())
      const words = `在第一处写的第 ${n} 句，第二处马上看得到。`
      expect(isStored(await reply(one, lin, id, words))).toBe(true)
      await pause(250)
      expect(await shows(fetch(`${two.url}/cases/${id}`), words)).toBe(true)
    }
  })

  test('20 replies at one are each there at once for their writer, who opens the case at the other', async () => {
    const bo = await signUp(one.url, '柏两处')
    const opened = () => at(two, bo, `/cases/${id}`)
    for (let n = 0; n < 20; n++) {
      expect(await shows(opened(), '柏两处')).toBe(true)
      const words = `写完就到另一处看的第 ${n} 句。`
      expect(isStored(await reply(one, bo, id, words))).toBe(true)
      expect([n, await shows(opened(), words)]).toEqual([n, true])
    }
  })

  test('12 cases reported at both at once are counted in the figures exactly as a recount counts them', async () => {
    const people = await Promise.all([...Array(6).keys()].map(n => signUp(one.url, `同时报${n}`)))
    await Promise.all(people.flatMap(person => [one, two].map(site => reportAt(site, person))))
    expect(await ask(cluster.url, 'select count(*) as n from cases')).toEqual([{ n: 13 }])
    const recount = await one.run('rebuild-figures')
    expect(recount.code).toBe(0)
    expect(recount.said).toContain('All figures were right')
  })

  test('one killed in the middle of 4 people’s writing loses nothing that was acknowledged, and the other goes on', async () => {
    const dying = await startSite({ DATABASE_URL: cluster.url })
    const people = await Promise.all(['甲', '乙', '丙', '丁'].map(name => signUp(one.url, `两处${name}`)))
    const acknowledged: string[] = []
    let afterwards = 0
    let dead = false
    const writers = people.map(async (person, who) => {
      for (let n = 0; afterwards < 10; n++) {
        const words = `第 ${who} 人第 ${n} 条，不能丢。`
        const answer = await reply(n % 2 && !dead ? dying : one, person, id, words).catch(() => null)
        if (!answer || !isStored(answer)) continue
        acknowledged.push(words)
        if (dead) afterwards++
      }
    })
    for (const giveUp = Date.now() + 20_000; acknowledged.length < 12 && Date.now() < giveUp;) await pause(5)
    dying.signal('SIGKILL')
    await dying.ended
    dead = true
    await Promise.all(writers)
    await dying.stop()
    await expectEachOnce(acknowledged)
  }, 180_000)

  test('the database restarted in the middle of writing: each reply is stored, or comes back whole with 503 and is stored once when sent again', async () => {
    const people = await Promise.all(['戊', '己', '庚', '辛'].map(name => signUp(one.url, `重启${name}`)))
    const sent: string[] = []
    let refused = 0
    let running = true
    const writers = people.map(async (person, who) => {
      for (let n = 0; running; n++) {
        const words = `重启时第 ${who} 人第 ${n} 条。`
        const form = { ...formOn(`/cases/${id}`), case: String(id), parent: '', words }
        sent.push(words)
        const site = n % 2 ? one : two
        let answer = await post(site, person, form)
        for (const giveUp = Date.now() + 60_000; !isStored(answer); answer = await post(site, person, form)) {
          if (Date.now() > giveUp) throw new Error(`${words} was never stored`)
          refused++
          const page = await answer.text()
          expect([answer.status, answer.headers.get('retry-after'), page.includes(words), page.includes(form.key)])
            .toEqual([503, '5', true, true])
          await pause(200)
        }
      }
    })
    await pause(500)
    for (const how of ['fast', 'immediate'] as const) {
      await cluster.stop(how)
      await pause(700)
      await cluster.start()
      await pause(1_000)
    }
    running = false
    await Promise.all(writers)
    expect(refused).toBeGreaterThan(0)
    await expectEachOnce(sent)
    // They are the same two programs as before.
    for (const site of [one, two]) expect((await fetch(`${site.url}/cases/${id}`)).status).toBe(200)
  }, 180_000)

  test('whoever writes sees it at once, though one replica is 10 s late, and so does everybody a moment later; the other replica is read from', async () => {
    const late = await cluster.addStandby('10s')
    const current = await cluster.addStandby()
    const three = await startSite({ DATABASE_URL: cluster.url, DATABASE_REPLICA_URLS: `${late.url},${current.url}` })
    try {
      const mei = await signUp(three.url, '梅在读')
      const bo = await signUp(three.url, '柏在写')
      const its = await report(bo)
      for (let n = 0; n < 10; n++) {
        const words = `副本还不知道的第 ${n} 句。`
        expect(isStored(await reply(three, bo, its, words))).toBe(true)
        expect(await shows(at(three, bo, `/cases/${its}`), words)).toBe(true)
        await pause(250)
        expect(await shows(at(three, mei, `/cases/${its}`), words)).toBe(true)
      }
      expect(await ask(late.url, `select count(*) as n from replies where words = '副本还不知道的第 9 句。'`)).toEqual([{ n: 0 }])
      // Ten seconds after he last wrote his browser has forgotten that.
      mei.cookies.delete('guoshen-wrote')
      await vi.waitUntil(async () => {
        await at(three, mei, '/me')
        const [asked] = await ask(current.url, `select count(*) as n from pg_stat_activity where query like '%from "%' and pid <> pg_backend_pid()`)
        return Number(asked!.n) > 0
      }, { timeout: 20_000, interval: 100 })
    } finally {
      await three.stop()
    }
  }, 180_000)

  test.skipIf(!redis)('count limits together in Redis (TEST_REDIS_URL): after 3 sign-ups from one address at either, the fourth is one too many at both', async () => {
    const limited = { DATABASE_URL: cluster.url, RATE_LIMITS: 'on', REDIS_URL: redis!, TRUST_PROXY: 'on' }
    const sites = [await startSite(limited), await startSite(limited)]
    // An address of this run alone: Redis remembers the one before.
    const headers = { 'x-forwarded-for': `2001:db8:${randomBytes(6).toString('hex').replace(/(.{4})(?=.)/g, '$1:')}::1` }
    try {
      for (const n of [0, 1, 0]) await signUp(sites[n]!.url, `很快${randomBytes(4).toString('hex')}`, headers)
      for (const site of sites) {
        const late = await new Visitor(site.url, headers).post('/do/sign-up', { ...formOn('/sign-up'), name: '第四个', password, then: '/', via: '' })
        expect([late.status, Number(late.headers.get('retry-after')) > 0]).toEqual([429, true])
      }
    } finally {
      for (const site of sites) await site.stop()
    }
  })

  async function expectEachOnce(words: string[]): Promise<void> {
    const rows = await ask(cluster.url, `select words, count(*) as n from replies group by words`)
    const times = new Map(rows.map(row => [row.words as string, row.n]))
    expect(words.length).toBeGreaterThan(12)
    expect(words.filter(it => times.get(it) !== 1)).toEqual([])
    expect(await ask(cluster.url, `select discussion_count - (select count(*) from replies where case_id = cases.id and parent_id is null) as off from cases where id = ${id}`))
      .toEqual([{ off: 0 }])
  }
})

function reply(site: RunningSite, person: Visitor, id: number, words: string): Promise<Response> {
  return post(site, person, { ...formOn(`/cases/${id}`), case: String(id), parent: '', words })
}

function isStored(answer: Response): boolean {
  return answer.status === 303 && /#reply-\d+$/.test(answer.headers.get('location') ?? '')
}

/** The same person, with all his cookies, at whichever of the instances. */
function at(site: RunningSite, person: Visitor, path: string, init: RequestInit = {}): Promise<Response> {
  const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return person.send(`${site.url}${path}`, { ...init, headers: { ...init.headers as Record<string, string>, cookie } })
}

function post(site: RunningSite, person: Visitor, fields: Record<string, string>): Promise<Response> {
  return at(site, person, '/do/reply', { method: 'POST', body: new URLSearchParams(fields), headers: { origin: site.url } })
}

async function shows(answer: Promise<Response>, words: string): Promise<boolean> {
  return (await (await answer).text()).includes(words)
}

async function reportAt(site: RunningSite, person: Visitor): Promise<void> {
  const body = new URLSearchParams({ ...formOn('/cases/new?process=certification'), ...threeSteps })
  const answer = await at(site, person, '/do/report-case', { method: 'POST', body, headers: { origin: site.url } })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/\/cases\/\d+/)])
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
