// `npm run bench:replies [-- --clients 8] [--seconds 10] [--on FILE]`: starts the built site on a database of its own (or on
// FILE, which then has more replies), lets so many people reply as fast as they are answered, and counts what was stored.
import Sqlite from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { quantileOf } from './timing'

const { values } = parseArgs({ options: {
  clients: { type: 'string', default: '8' }, seconds: { type: 'string', default: '10' }, on: { type: 'string' },
} })
const [clients, seconds] = [Number(values.clients), Number(values.seconds)]

void bench()

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-replies-'))
  const file = values.on ?? join(folder, 'guoshen.db')
  const { url, cpu, end } = await startSite(file)
  try {
    const people = await Promise.all(Array.from({ length: clients }, (_, n) => arrive(url, n)))
    const all = { answered: [] as string[], times: [] as number[], refused: 0 }
    const [began, before] = [performance.now(), cpu()]
    await Promise.all(people.map(person => replyUntil(began + seconds * 1000, person, all)))
    const took = (performance.now() - began) / 1000
    const spent = cpu() - before
    await end()
    const { lost, double } = compare(file, all.answered)
    console.log(`${all.answered.length} replies in ${took.toFixed(1)} s by ${clients} people: ${Math.round(all.answered.length / took)} a second`)
    console.log(`answered after ${quantileOf(all.times, 0.5).toFixed(1)} ms (middle), ${quantileOf(all.times, 0.95).toFixed(1)} ms (19 of 20)`)
    console.log(`${(spent / all.answered.length).toFixed(2)} ms of a processor each, of which a busy machine takes nothing`)
    console.log(`${lost} lost, ${double} double, ${all.refused} refused`)
  } finally {
    await end()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Person = { post: (path: string, fields: Record<string, string>) => Promise<{ status: number; location: string }>; caseId: string; name: string }

async function startSite(file: string): Promise<{ url: string; cpu: () => number; end: () => Promise<void> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
    env: {
      ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `file:${file}`, SITE_URL: '', RATE_LIMITS: 'off', SIGN_UP_WORK: 'off', STARTING_DATA: 'off',
      AUTH_SECRET: randomBytes(32).toString('base64url'), NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', data => {
      said += data
      const found = /listens on (\S+)/.exec(said)
      if (found) resolve(found[1]!)
    })
    void ended.then(() => reject(new Error(`The site ended: ${said}`)))
  })
  return { url, cpu: () => processorTime(child.pid!), end: async () => { child.kill('SIGTERM'); await ended } }
}

/** Milliseconds of a processor that a process has had so far; 0 where /proc is not. Clock ticks are hundredths of a second. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}

/** Somebody new, signed up, with a case of his own to talk under. */
async function arrive(url: string, n: number): Promise<Person> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const cookies = new Map<string, string>()
  const post: Person['post'] = (path, fields) => new Promise((resolve, reject) => {
    const body = new URLSearchParams({ key: randomBytes(16).toString('base64url'), lang: 'zh', back: '/', ...fields }).toString()
    const cookie = [...cookies].map(pair => pair.join('=')).join('; ')
    const headers = { origin: url, cookie, 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }
    request(url + path, { method: 'POST', agent, headers }, response => {
      for (const line of response.headers['set-cookie'] ?? []) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      response.resume().on('end', () => resolve({ status: response.statusCode!, location: response.headers.location ?? '' }))
    }).on('error', reject).end(body)
  })
  const name = `量一量${randomBytes(3).toString('hex')}${n}`
  await post('/do/sign-up', { name, password: '山高水长又一年，等一个电话', then: '/', via: '' })
  const { location } = await post('/do/report-case', {
    process: 'certification', subject: 'personal', program_age: 'existing', kind: 'mini_program', category: 'tool',
    name_pattern: 'coined', proof_demanded: 'none', 'events.0.type': 'paid', 'events.0.when_kind': 'day', 'events.0.when_date': '2026-11-09',
  })
  const caseId = /\/cases\/(\d+)/.exec(location)?.[1]
  if (!caseId) throw new Error(`${name} could not report a case: ${location}`)
  return { post, caseId, name }
}

async function replyUntil(
  end: number, { post, caseId, name }: Person, all: { answered: string[]; times: number[]; refused: number },
): Promise<void> {
  let parent = ''
  for (let n = 0; performance.now() < end; n++) {
    const words = `${name} 的第 ${n} 条，**软著**在 9 点提交，电话还没有来。`
    const from = performance.now()
    const { status, location } = await post('/do/reply', { case: caseId, parent, words })
    all.times.push(performance.now() - from)
    const id = /#reply-(\d+)/.exec(location)?.[1]
    if (status === 303 && id) all.answered.push(words)
    else all.refused++
    // Every third answers the one before it.
    parent = n % 3 === 2 && id ? id : ''
  }
}

function compare(file: string, answered: readonly string[]): { lost: number; double: number } {
  const database = new Sqlite(file, { readonly: true })
  const count = database.prepare('SELECT count(*) FROM replies WHERE words = ?').pluck()
  const times = answered.map(words => count.get(words) as number)
  database.close()
  return { lost: times.filter(n => n === 0).length, double: times.filter(n => n > 1).length }
}
