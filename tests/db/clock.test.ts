import { existsSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { guest } from '@/domain/people/viewer'
import { read, write } from '@/db/connection'
import { sqliteFile } from '@/db/engines/sqlite'
import { memberOfToken, startSession } from '@/db/people/sessions'
import { listCases } from '@/db/cases/list'
import { threadPage } from '@/db/threads/thread-page'
import { backUpHourly } from '@/server/backups/hourly'
import { onSqlite, useDatabase } from '../support/database'
import { caseBy, caseSums, sayIn, somebody } from '../support/threads'

// A clock that is set a day on and back again, as happens when a machine wakes up or is moved.

useDatabase()
const day = 86_400_000
const now = Date.parse('2026-11-24T12:00:00+08:00')
const clock = [now, now + day, now + 1_000, now - day, now + 2_000]

describe('When the clock jumps a day on, back, another day back, and on again', () => {
  test('who is signed in stays so, and nobody’s session is older than it may be', async () => {
    const lin = await somebody('林')
    for (const begun of clock) {
      const token = await write(tx => startSession(tx, { personId: lin.id, device: 'desk', now: begun }))
      for (const at of clock) expect((await memberOfToken(await read(), token, at))?.member.id).toBe(lin.id)
      expect(await memberOfToken(await read(), token, now + 200 * day)).toBeNull()
    }
  })

  test('5 replies stand in the order in which they came, each once, and the sums are right', async () => {
    const lin = await somebody('林')
    const id = await caseBy(lin)
    const said: number[] = []
    for (const at of clock) said.push(await write(tx => sayIn(tx, lin, id, `第 ${said.length} 条，随便几点。`, null, at)))
    const page = await threadPage(await read(), { caseId: id, sort: 'newest', after: null, viewer: guest })
    expect(page.replies.map(({ id }) => id)).toEqual([...said].reverse())
    expect((await caseSums(id)).discussions).toBe(clock.length)
    const { cases } = await listCases(await read(), { sort: 'active' })
    expect(cases.filter(({ row }) => row.id === id)).toHaveLength(1)
  })

  describe.skipIf(!onSqlite)('backups', () => {
    const folder = () => join(dirname(sqliteFile(process.env.DATABASE_URL!)), 'backups')
    afterAll(() => rmSync(folder(), { recursive: true, force: true }))

    test('go on at once: one that is said to be of tomorrow holds up nobody, and is not what was kept of today', async () => {
      const made = []
      for (const at of clock) made.push(await backUpHourly(sqliteFile(process.env.DATABASE_URL!), at))
      expect(made.map(Boolean)).toEqual([true, true, false, true, false])
      const later = await backUpHourly(sqliteFile(process.env.DATABASE_URL!), now + 3_600_000)
      expect([later !== null, existsSync(later!)]).toEqual([true, true])
      expect(readdirSync(folder()).filter(name => name.endsWith('.db')).length).toBeGreaterThanOrEqual(3)
    })
  })
})
