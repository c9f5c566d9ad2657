import { expect, test } from 'vitest'
import { read, write } from '@/db/connection'
import { siteValues } from '@/db/schema'
import { ask } from '../support/ask'
import { inProcess, onSqlite, useDatabase } from '../support/database'

useDatabase()

// Only a server can end a connection.
test.skipIf(onSqlite || inProcess)('a server that ends our connections in the middle of 1 write fails that write and nothing after it', async () => {
  const value = { value: 1, updatedAt: 1 }
  const broken = write(async tx => {
    await tx.insert(siteValues).values({ name: 'lost', ...value })
    await ask(process.env.DATABASE_URL!, `
      select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
    `)
    await tx.insert(siteValues).values({ name: 'never', ...value })
  })
  await expect(broken).rejects.toThrow()
  await write(tx => tx.insert(siteValues).values({ name: 'kept', ...value }))
  const rows = await (await read()).select({ name: siteValues.name }).from(siteValues)
  expect(rows).toEqual([{ name: 'kept' }])
})
