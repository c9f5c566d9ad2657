import { expect, test } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from '../support/ask'
import { startSite } from '../support/server'
import { formOn, report, signUp } from '../support/stories'

const kills = 20

test(`killed ${kills} times while 4 people write, the site loses nothing it has acknowledged`, { timeout: 600_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-kills-'))
  const environment = { DATABASE_URL: `file:${join(folder, 'guoshen.db')}` }
  const acknowledged: string[] = []
  try {
    let site = await startSite(environment)
    const people = await Promise.all(['甲', '乙', '丙', '丁'].map(name => signUp(site.url, `不丢${name}`)))
    const id = await report(people[0]!)
    for (let kill = 0; kill < kills; kill++) {
      if (kill > 0) site = await startSite(environment)
      const url = site.url
      let running = true
      const writers = people.map(async (person, at) => {
        for (let n = 0; running; n++) {
          const words = `第 ${kill} 次，第 ${at} 人，第 ${n} 条回复。`
          const body = new URLSearchParams({ ...formOn(`/cases/${id}`), case: String(id), parent: '', words })
          const answer = await person.send(`${url}/do/reply`, { method: 'POST', body, headers: { origin: url, cookie: cookiesOf(person) } }).catch(() => null)
          if (answer?.status === 303 && answer.headers.get('location')?.includes('reply')) acknowledged.push(words)
        }
      })
      // In the middle of things: after some answers, and not at the same moment of a write each time.
      const before = acknowledged.length
      for (const patience = Date.now() + 20_000; acknowledged.length < before + 3 && Date.now() < patience;) await pause(5)
      await pause((kill * 7) % 40)
      site.signal('SIGKILL')
      running = false
      await Promise.all(writers)
      await site.ended
    }
    const kept = new Set((await ask(environment.DATABASE_URL, 'select words from replies')).map(row => row.words))
    expect(acknowledged.length).toBeGreaterThan(kills)
    expect(acknowledged.filter(words => !kept.has(words))).toEqual([])
    expect(await ask(environment.DATABASE_URL, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    const counts = await ask(environment.DATABASE_URL, `select discussion_count as said, (select count(*) from replies where case_id = cases.id and parent_id is null) as found from cases where id = ${id}`)
    expect(counts[0]!.said).toBe(counts[0]!.found)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

function cookiesOf(person: { cookies: Map<string, string> }): string {
  return [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
}
