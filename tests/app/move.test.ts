import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../support/ask'
import { newCluster, noCluster, type Cluster } from '../support/cluster'
import { runProgram, startSite, type RunningSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'
import { Visitor } from '../support/visitor'

// A forum that people write in is moved from SQLite to a PostgreSQL of the test's own, and back.
describe.skipIf(noCluster !== null)(`Moving a forum that runs (${noCluster ?? 'to a PostgreSQL of our own'})`, () => {
  const back = join(tmpdir(), `guoshen-moved-back-${process.pid}.db`)
  let cluster: Cluster
  let before: RunningSite
  let after: RunningSite
  let lin: Visitor
  let id: number
  const acknowledged: string[] = []
  const givenBack: string[] = []

  beforeAll(async () => {
    cluster = await newCluster()
    before = await startSite({ STARTING_DATA: 'on' })
    lin = await signUp(before.url, '林搬家')
    id = await report(lin, { words: '搬家以前说的话。' })
  })
  afterAll(async () => {
    await before?.stop()
    await after?.stop()
    await cluster?.remove()
    for (const part of ['', '-wal', '-shm']) rmSync(`${back}${part}`, { force: true })
  })

  test('says in one line of JSON what it moved, with code 0, while somebody writes without pause', async () => {
    let moving = true
    const writer = (async () => {
      for (let n = 0; moving || n < 3; n++) {
        const words = `搬家的时候说的第 ${n} 句。`
        const answer = await reply(lin, words)
        if (answer.status === 303) acknowledged.push(words)
        else if (answer.status === 503 && (await answer.text()).includes(words)) givenBack.push(words)
        else throw new Error(`${words}: ${answer.status}`)
      }
    })()
    for (const patience = Date.now() + 20_000; acknowledged.length < 3 && Date.now() < patience;) await pause(20)
    const { code, said } = await move('--from', before.databaseUrl, '--to', cluster.url)
    moving = false
    await writer
    expect([code, said]).toEqual([0, expect.stringContaining('compared table by table')])
    const summary = JSON.parse(said.split('\n').find(line => line.startsWith('{'))!)
    expect(summary.to).toBe(cluster.url)
    expect(summary.tables.cases).toEqual({ rows: 10, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  }, 180_000)

  test('every reply acknowledged before, during and to the end of it is there, and what came later was given back whole', async () => {
    const there = new Set((await ask(cluster.url, 'select words from replies')).map(row => row.words))
    expect(acknowledged.length).toBeGreaterThan(2)
    expect(acknowledged.filter(words => !there.has(words))).toEqual([])
    expect((await reply(lin, '来晚了的一句。')).status).toBe(503)
    expect(givenBack.filter(words => there.has(words))).toEqual([])
  })

  test('the old place goes on being read, also by who is signed in, and no site starts on it', async () => {
    expect((await lin.open(`/cases/${id}`)).html).toContain('搬家以前说的话。')
    const { code, said } = await runProgram(['scripts/serve.ts'], { DATABASE_URL: before.databaseUrl, PORT: '0', NODE_ENV: 'production' })
    expect([code, said]).toEqual([12, expect.stringContaining('has moved to another database')])
  })

  test('the site on the new place shows the same pages, lets the same people in and takes the next case', async () => {
    after = await startSite({ DATABASE_URL: cluster.url })
    for (const page of [`/cases/${id}`, '/cases', '/stats/durations', '/stats/outcomes', '/rules', '/search?q=搬家', '/people/林搬家', '/en/cases']) {
      expect([page, await textOf(after, page)]).toEqual([page, await textOf(before, page)])
    }
    const again = new Visitor(after.url)
    lin.cookies.forEach((value, name) => again.cookies.set(name, value))
    expect(await report(again)).toBeGreaterThan(id)
  })

  test('and back again, when it has stopped, everything is as it was there', async () => {
    await after.stop()
    const { code, said } = await move('--from', cluster.url, '--to', `file:${back}`)
    expect([code, said]).toEqual([0, expect.stringContaining('"rows":11')])
    expect(await ask(`file:${back}`, `select count(*) as n from replies where words like '搬家的时候%'`)).toEqual([{ n: acknowledged.length }])
  })

  test.each([
    ['without a place to go', [], 2, 'Say from where to where'],
    ['to where it is', ['--from', 'file:same.db', '--to', 'file:same.db'], 2, 'cannot be moved to where it is'],
    ['from nowhere', ['--from', 'file:/nowhere/at-all.db', '--to', 'file:/nowhere/else.db'], 12, 'cannot be used'],
  ])('asked to move %s it says so and ends with its code', async (_, args, code, sentence) => {
    const ended = await move(...args)
    expect([ended.code, ended.said]).toEqual([code, expect.stringContaining(sentence)])
  })

  function reply(who: Visitor, words: string): Promise<Response> {
    const body = new URLSearchParams({ ...formOn(`/cases/${id}`), case: String(id), parent: '', words })
    return who.send('/do/reply', { method: 'POST', body, headers: { origin: before.url } })
  }
})

function move(...args: string[]) {
  return runProgram(['scripts/move.ts', ...args], {})
}

/** What a page says: its text, without what is new each time it is asked for or belongs to the address. */
async function textOf(site: RunningSite, path: string): Promise<string> {
  const { html } = await new Visitor(site.url).open(path)
  return html.replaceAll(/<script.*?<\/script>/gs, '').replaceAll(/<[^>]*>/g, '\n').replaceAll(site.url, '')
}

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
