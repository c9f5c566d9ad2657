import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask } from '../support/ask'
import { startSite, type RunningSite } from '../support/server'

describe('A backup', () => {
  test('of a running site opens, is whole and holds its 3 people', async () => {
    const site = await startSite()
    await addPeople(site, 3)
    const file = join(site.folder, 'copy.db')

    expect(await site.run('backup', file)).toMatchObject({ code: 0, said: expect.stringContaining('checked') })

    expect(await ask(`file:${file}`, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(await ask(`file:${file}`, 'SELECT count(*) AS n FROM people')).toEqual([{ n: 3 }])
    expect(readdirSync(site.folder).filter(name => name.includes('.part'))).toEqual([])
    await site.stop()
  })

  test('never takes the place of another file', async () => {
    const site = await startSite()
    const file = join(site.folder, 'precious.txt')
    writeFileSync(file, 'precious')
    expect((await site.run('backup', file)).code).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe('precious')
    await site.stop()
  })
})

describe('A restore', () => {
  test('is refused while the site runs; afterwards it brings the 3 people back and keeps the 5', async () => {
    const site = await startSite()
    const backup = join(site.folder, 'three.db')
    await addPeople(site, 3)
    await site.run('backup', backup)
    await addPeople(site, 2)

    expect(await site.run('restore', backup)).toMatchObject({ code: 12, said: expect.stringContaining('in use') })
    expect(await count(site.databaseUrl)).toBe(5)

    site.signal('SIGTERM')
    await site.ended
    const { code, said } = await site.run('restore', backup)
    expect(code).toBe(0)
    expect(await count(site.databaseUrl)).toBe(3)
    expect(await count(`file:${/kept as (\S+)\.$/m.exec(said)?.[1]}`)).toBe(5)
    await site.stop()
  })

  test('of garbage is refused and leaves the 3 people', async () => {
    const site = await startSite()
    await addPeople(site, 3)
    site.signal('SIGTERM')
    await site.ended
    const garbage = join(site.folder, 'garbage.db')
    writeFileSync(garbage, Buffer.alloc(9_000, 'garbage'))

    expect((await site.run('restore', garbage)).code).toBe(12)
    expect(await count(site.databaseUrl)).toBe(3)
    expect(readdirSync(site.folder).filter(name => name.includes('restoring'))).toEqual([])
    await site.stop()
  })

  test('replaces a database that has become garbage, and keeps its remains', async () => {
    const site = await startSite()
    await addPeople(site, 3)
    const backup = join(site.folder, 'three.db')
    await site.run('backup', backup)
    site.signal('SIGTERM')
    await site.ended
    writeFileSync(join(site.folder, 'guoshen.db'), Buffer.alloc(9_000, 'garbage'))

    const { code, said } = await site.run('restore', backup)
    expect(code).toBe(0)
    expect(await count(site.databaseUrl)).toBe(3)
    expect(existsSync(/kept as (\S+)\.$/m.exec(said)?.[1] ?? '')).toBe(true)
    await site.stop()
  })
})

describe('npm run role', () => {
  test('makes Mei a moderator and says so in the log; for nobody it ends with 1', async () => {
    const site = await startSite()
    await addPeople(site, 1)
    const [{ name }] = await ask(site.databaseUrl, 'SELECT name FROM people') as [{ name: string }]

    expect(await site.run('role', name, 'moderator')).toEqual({ code: 0, said: `${name} was member and is moderator now.\n` })
    expect(await ask(site.databaseUrl, 'SELECT role FROM people')).toEqual([{ role: 'moderator' }])
    expect(await ask(site.databaseUrl, 'SELECT count(*) AS n FROM log_entries')).toEqual([{ n: 1 }])
    expect((await site.run('role', 'nobody', 'moderator')).code).toBe(1)
    expect((await site.run('role', name, 'emperor')).code).toBe(2)
    await site.stop()
  })
})

let added = 0

async function addPeople(site: RunningSite, count: number): Promise<void> {
  for (let person = 0; person < count; person++) {
    const name = `mei${++added}`
    await ask(site.databaseUrl, `
      INSERT INTO people (name, name_key, name_skeleton, pseudonym, created_at)
      VALUES ('${name}', '${name}', '${name}', '${name}', 1)
    `)
  }
}

async function count(url: string): Promise<number> {
  const [row] = await ask(url, 'SELECT count(*) AS n FROM people')
  return Number(row?.n)
}
