import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ask } from '../support/ask'
import { startProxy } from '../support/proxy'
import { startSite, type RunningSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'
import type { Visitor } from '../support/visitor'

test('two instances behind a proxy, restarted one after the other while 4 people write and 3 read: no page fails, each reply is there once', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-rolling-'))
  const environment = { DATABASE_URL: `file:${join(folder, 'guoshen.db')}` }
  const first = await startSite(environment)
  const sites: RunningSite[] = [first, await startSite(environment)]
  const proxy = await startProxy(sites.map(({ url }) => url))
  const sent: string[] = []
  const acknowledged = new Set<string>()
  let again = 0
  let read = 0
  const failed: unknown[] = []
  let isOver = false
  try {
    const people = await Promise.all(['甲', '乙', '丙', '丁'].map(name => signUp(proxy.url, `滚动${name}`)))
    const id = await report(people[0]!)
    const writing = people.map(async (person, who) => {
      for (let n = 0; !isOver; n++) {
        const form = { ...formOn(`/cases/${id}`), case: String(id), parent: '', words: `滚动时第 ${who} 人第 ${n} 条。` }
        sent.push(form.words)
        // Whoever hears nothing, or is asked to come back, presses again under the same key.
        while (!await isStored(person, form)) {
          again++
          await sleep(100)
        }
        acknowledged.add(form.words)
      }
    })
    const reading = [`/cases/${id}`, '/', '/stats'].map(async path => {
      for (; !isOver; read++) {
        const answer = await fetch(proxy.url + path).catch((error: unknown) => ({ status: String(error), text: async () => '' }))
        await answer.text()
        if (answer.status !== 200) failed.push([path, answer.status])
      }
    })
    const someMore = async () => {
      const [written, seen] = [acknowledged.size, read]
      while (acknowledged.size < written + 20 || read < seen + 20) await sleep(10)
    }
    for (const [n, old] of sites.entries()) {
      await someMore()
      old.signal('SIGTERM')
      expect(await old.ended).toBe(0)
      await someMore()
      sites[n] = await startSite({ ...environment, PORT: new URL(old.url).port })
    }
    await someMore()
    isOver = true
    await Promise.all([...writing, ...reading])
    expect(failed).toEqual([])
    const rows = await ask(environment.DATABASE_URL, 'select words, count(*) as n from replies group by words')
    expect(rows.filter(row => row.n !== 1)).toEqual([])
    expect(rows.length).toBe(sent.length)
    // What could not be carried was asked again, and was a handful.
    expect(again).toBeLessThan(sent.length / 4)
    const [sums] = await ask(environment.DATABASE_URL, `select discussion_count as said, (select count(*) from replies where case_id = cases.id) as found from cases where id = ${id}`)
    expect(sums!.said).toBe(sums!.found)
  } finally {
    isOver = true
    await proxy.close()
    for (const site of sites) await site.stop()
    rmSync(folder, { recursive: true, force: true })
  }

  async function isStored(person: Visitor, form: Record<string, string>): Promise<boolean> {
    const body = new URLSearchParams(form)
    const answer = await person.send('/do/reply', { method: 'POST', body, headers: { origin: proxy.url } }).catch(() => null)
    await answer?.text().catch(() => '')
    if (answer && ![303, 502, 503].includes(answer.status)) failed.push(['/do/reply', answer.status])
    return answer?.status === 303 && /reply-\d+$/.test(answer.headers.get('location') ?? '')
  }
})
