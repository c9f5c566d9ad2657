import Sqlite from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ScratchSite = {
  url: string
  /** A case whose first page holds as many replies as a page ever does, and how many those are. */
  busyCase: number
  replies: number
  /** Of somebody signed in who has written nothing. */
  cookie: string
  close: () => Promise<void>
}

/** The built site on a database of five hundred cases and four thousand replies, which goes when it is closed. */
export async function openScratchSite(): Promise<ScratchSite> {
  // @ts-expect-error plain JavaScript, since it also runs before anything is installed
  await import('../../build.mjs').then(it => it.buildIfChanged())
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-visit-'))
  const file = join(folder, 'visit.db')
  process.env.DATABASE_URL = `file:${file}`
  const { fillDatabase } = await import('../fill/database')
  await fillDatabase({ file, cases: 500, replies: 4_000, seed: 'visit', now: Date.UTC(2026, 10, 24) })
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', HOST: '127.0.0.1', SITE_URL: '', STARTING_DATA: 'off', RATE_LIMITS: 'off', SIGN_UP_WORK: 'off' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const close = async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const url = await new Promise<string>((resolve, reject) => {
      let said = ''
      child.stdout.on('data', data => {
        const [, address] = /listens on (\S+)/.exec(said += data) ?? []
        if (address) resolve(address.replace('localhost', '127.0.0.1'))
      })
      child.once('exit', () => reject(new Error(`The site ended: ${said}`)))
    })
    return { url, ...busyCaseIn(file), cookie: await signUp(url), close }
  } catch (error) {
    await close()
    throw error
  }
}

function busyCaseIn(file: string): { busyCase: number; replies: number } {
  const database = new Sqlite(file, { readonly: true })
  const busy = database.prepare(`
    SELECT case_id AS busyCase, count(*) AS replies FROM replies JOIN cases ON cases.id = case_id AND state = 'live'
    WHERE deleted_at IS NULL AND NOT replies.hidden GROUP BY case_id HAVING count(*) >= 50 ORDER BY count(*), case_id LIMIT 1`).get()
  database.close()
  return busy as { busyCase: number; replies: number }
}

async function signUp(url: string): Promise<string> {
  const form = { key: 'a-key-for-this-one-form', lang: 'zh', back: '/sign-up', name: '常来看看', password: '山高水长又一年，等一个电话', then: '/', via: '' }
  // The site knows itself as localhost.
  const origin = url.replace('127.0.0.1', 'localhost')
  const answer = await fetch(`${url}/do/sign-up`, { method: 'POST', body: new URLSearchParams(form), headers: { origin }, redirect: 'manual' })
  const cookie = answer.headers.getSetCookie().map(it => it.split(';')[0]).filter(it => it?.includes('session')).join('; ')
  if (!cookie) throw new Error(`Nobody could sign up: ${answer.status} ${await answer.text()}`)
  return cookie
}
