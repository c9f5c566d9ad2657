import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { largestLog, openSqlite, sqliteFile } from '@/db/engines/sqlite'
import { siteValues } from '@/db/schema'
import { onSqlite, useDatabase } from '../support/database'

useDatabase()

const log = () => `${sqliteFile(process.env.DATABASE_URL!)}-wal`
const large = 'x'.repeat(200_000)

describe.skipIf(!onSqlite)('The write-ahead log', () => {
  test('stays under 64 MB while 120 MB are written and others read, and begins anew at least twice', async () => {
    const reader = openSqlite(sqliteFile(process.env.DATABASE_URL!), { readonly: true })
    let most = 0
    const before = timesBegun()
    for (let n = 0; n < 600; n++) {
      // Somebody looks on for as long as 15 writes take, again and again.
      if (n % 20 === 0) reader.exec('BEGIN; SELECT count(*) FROM site_values')
      if (n % 20 === 15) reader.exec('COMMIT')
      await put(n)
      await (await read()).select({ name: siteValues.name }).from(siteValues).limit(1)
      most = Math.max(most, statSync(log()).size)
    }
    reader.close()
    expect(most).toBeLessThan(largestLog)
    expect(timesBegun() - before).toBeGreaterThanOrEqual(2)
  })

  test('grows while one reads for as long as 80 MB take, who sees what was there when he began, and is cut down afterwards', async () => {
    const reader = openSqlite(sqliteFile(process.env.DATABASE_URL!), { readonly: true })
    await put(0)
    reader.exec('BEGIN')
    const seen = () => reader.prepare(`SELECT updated_at FROM site_values WHERE name = 'large 0'`).pluck().get()
    expect(seen()).toBe(0)
    for (let n = 0; n < 400; n++) await put(n * 10 + 10)
    expect(statSync(log()).size).toBeGreaterThan(largestLog)
    expect(seen()).toBe(0)
    reader.exec('COMMIT')
    expect(seen()).toBe(4000)
    reader.close()
    for (let n = 0; n < 3; n++) await put(n)
    expect(statSync(log()).size).toBeLessThanOrEqual(largestLog)
  })
})

async function put(n: number): Promise<void> {
  const row = { name: `large ${n % 10}`, value: large, updatedAt: n }
  await write(async tx => {
    await tx.delete(siteValues).where(eq(siteValues.name, row.name))
    await tx.insert(siteValues).values(row)
  })
}

/** How often the log was begun anew: it counts that itself, in its head. */
function timesBegun(): number {
  const head = Buffer.alloc(16)
  const descriptor = openSync(log(), 'r')
  readSync(descriptor, head, 0, 16, 0)
  closeSync(descriptor)
  return head.readUInt32BE(12)
}
