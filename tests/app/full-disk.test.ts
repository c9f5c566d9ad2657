import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqlite, sqliteFile } from '@/db/engines/sqlite'
import { ask } from '../support/ask'
import { startSite, trySite, type RunningSite } from '../support/server'
import { newSmallDisk, noSmallDisk, type SmallDisk } from '../support/small-disk'
import { formOn, report, signUp } from '../support/stories'
import type { Visitor } from '../support/visitor'

// The built site on a real file system of 32 MB that is full, and on one that is read-only.
describe.skipIf(noSmallDisk !== null)(`On a disk that is full (${noSmallDisk ?? 'one of our own'})`, () => {
  let disk: SmallDisk
  let site: RunningSite
  let lin: Visitor
  let id: number
  let environment: Record<string, string>
  beforeAll(async () => {
    disk = newSmallDisk(32)
    environment = { DATABASE_URL: `file:${join(disk.folder, 'data', 'guoshen.db')}`, BACKUPS: 'on' }
    mkdirSync(join(disk.folder, 'data'))
    site = await startSite(environment)
    lin = await signUp(site.url, '林满了')
    id = await report(lin)
  })

  afterAll(() => site?.stop())

  test('at 12 points, a reply is stored or comes back whole with 503, readers read, and sent again with room it is there once', async () => {
    for (let at = 0; at < 12; at++) {
      disk.fill(at * 8192)
      let refused: ReturnType<typeof replyTo> | null = null
      for (let n = 0; refused === null; n++) {
        expect(n).toBeLessThan(100)
        const form = replyTo(id, `第 ${at} 点第 ${n} 条。${'很多字'.repeat(500)}`)
        const answer = await press(form)
        if (answer.status === 303) {
          expect(await times(form.words)).toBe(1)
          continue
        }
        refused = form
        const page = await answer.text()
        expect([answer.status, answer.headers.get('retry-after'), page.includes(form.words), page.includes(form.key)]).toEqual([503, '5', true, true])
      }
      for (const path of [`/cases/${id}`, '/', '/stats', '/healthz', '/api/v1/cases', `/search?q=${encodeURIComponent('很多字')}`]) {
        expect([path, (await fetch(site.url + path)).status]).toEqual([path, 200])
      }
      expect((await lin.open('/me')).status).toBe(200)
      expect(await times(refused.words)).toBe(0)
      disk.empty()
      const again = await press(refused)
      expect([again.status, await times(refused.words)]).toEqual([303, 1])
      expect((await press(refused)).headers.get('location')).toBe(again.headers.get('location'))
      expect(await times(refused.words)).toBe(1)
    }
    expect(await ask(environment.DATABASE_URL!, 'pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
  }, 180_000)

  test('a case and a sign-up come back too, and a password in no page', async () => {
    disk.fill(0)
    const words = '满的时候报告的一件。'
    const back = await lin.post('/do/report-case', { ...formOn('/cases/new?process=certification'), process: 'certification', subject: 'personal',
      program_age: 'existing', kind: 'mini_program', category: 'tool', 'events.0.type': 'paid', 'events.0.when_kind': 'day', 'events.0.when_date': '2026-11-09', words })
    expect([back.status, back.html.includes(words)]).toEqual([503, true])
    await expect(signUp(site.url, '没有地方')).rejects.toThrow('503')
    disk.empty()
    await signUp(site.url, '没有地方')
  })

  test('a backup leaves nothing half done and says why; with room it is made', async () => {
    disk.fill(40_000)
    const refused = await site.run('backup')
    expect(refused.code).not.toBe(0)
    expect(refused.said).toMatch(/full|space/i)
    expect(copies()).toEqual([])
    disk.empty()
    expect((await site.run('backup')).code).toBe(0)
    expect(copies()).toHaveLength(1)
  })

  test('an export that finds no room leaves no file under its name', async () => {
    disk.fill(0)
    const { code } = await site.run('export', join(disk.folder, 'data', 'cases.ndjson'))
    expect(code).not.toBe(0)
    expect(readdirSync(join(disk.folder, 'data'))).not.toContain('cases.ndjson')
    disk.empty()
  })

  test('a start ends with 12 in one sentence; nothing is lost, and with room it serves', async () => {
    site.signal('SIGTERM')
    await site.ended
    const before = await ask(environment.DATABASE_URL!, 'select count(*) as n from replies')
    disk.fill(0)
    const { code, said } = await trySite(environment)
    expect([code, said.trim().split('\n').length]).toEqual([12, 1])
    disk.empty()
    await site.stop()
    site = await startSite(environment)
    expect(await ask(environment.DATABASE_URL!, 'select count(*) as n from replies')).toEqual(before)
    expect((await fetch(`${site.url}/cases/${id}`)).status).toBe(200)
  })

  test('a read-only file system: a start ends with 12 in one sentence and changes no byte', async () => {
    site.signal('SIGTERM')
    await site.ended
    const file = join(disk.folder, 'data', 'guoshen.db')
    const before = readFileSync(file)
    disk.readOnly(true)
    try {
      const { code, said } = await trySite(environment)
      expect([code, said.trim().split('\n').length, said]).toEqual([12, 1, said])
      expect(readFileSync(file).equals(before)).toBe(true)
    } finally {
      disk.readOnly(false)
    }
  })

  function press(form: Record<string, string>): Promise<Response> {
    return lin.send('/do/reply', { method: 'POST', body: new URLSearchParams(form), headers: { origin: site.url } })
  }

  async function times(words: string): Promise<number> {
    // Only reading: a look that opens the file for writing would need room.
    const database = openSqlite(sqliteFile(environment.DATABASE_URL!), { readonly: true })
    try {
      return (database.prepare('select count(*) as n from replies where words = ?').get(words) as { n: number }).n
    } finally {
      database.close()
    }
  }

  function copies(): string[] {
    return readdirSync(disk.folder, { recursive: true }).map(String).filter(name => /backup-.*|\.part/.test(name))
  }
})

function replyTo(id: number, words: string) {
  return { ...formOn(`/cases/${id}`), case: String(id), parent: '', words }
}
