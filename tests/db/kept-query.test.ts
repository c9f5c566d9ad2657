import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Change } from '@/db/changes/noting'
import { closeDatabase, onChange, read, write } from '@/db/connection'
import { keptQuery } from '@/db/engines/kept-query'
import { siteSettings } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase()

let built = 0
const named = keptQuery(['name'], (database, { name }) => {
  built++
  return database.select({ value: siteSettings.value }).from(siteSettings).where(eq(siteSettings.name, name))
})
const add = keptQuery(['name', 'value', 'changedAt', 'changedById'], (tx, places) => tx.insert(siteSettings).values(places))
const one = { name: 'one', value: { of: ['甲', 1] }, changedAt: 5, changedById: null }

test('A kept question is put with other values each time, and encodes them as its columns want it', async () => {
  await write(async tx => {
    await add(tx, one)
    await add(tx, { ...one, name: 'two', value: false })
    expect(await named(tx, { name: 'one' })).toEqual([{ value: { of: ['甲', 1] } }])
  })
  const once = await read()
  built = 0
  expect(await named(once, { name: 'two' })).toEqual([{ value: false }])
  expect(await named(once, { name: 'three' })).toEqual([])
  expect(built).toBe(1)
})

test('what it changes is noted each time, as of any other question', async () => {
  const heard: Change[] = []
  onChange(change => { heard.push(change) })
  await write(tx => add(tx, { ...one, name: 'four' }))
  await write(tx => add(tx, { ...one, name: 'five' }))
  await write(tx => named(tx, { name: 'five' }))
  expect(heard.map(({ topics }) => topics)).toEqual([['site'], ['site']])
})

test('what it did is undone with the write', async () => {
  await expect(write(async tx => {
    await add(tx, { ...one, name: 'six' })
    throw new Error('no')
  })).rejects.toThrow('no')
  expect(await named(await read(), { name: 'six' })).toEqual([])
})

test('after the database was closed and opened it is built anew', async () => {
  await closeDatabase()
  expect(await named(await read(), { name: 'one' })).toHaveLength(1)
})
