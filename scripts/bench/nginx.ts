// `npm run bench:nginx`: what nginx with deploy/nginx.conf before the built site gives, beside the same nginx giving a file with
// the same bytes and the same head. Needs nginx and wrk (Debian: apt-get install nginx-light wrk); without them it says so.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isInstalled, startNginx } from './nginx-before'
import { load, type Load } from './wrk'
import { Writer } from './writer'

const folder = mkdtempSync(join(tmpdir(), 'guoshen-bench-'))
const running: ChildProcess[] = []

const missing = ['nginx', 'wrk'].filter(name => !isInstalled(name))
if (missing.length > 0) console.log(`Skipped: ${missing.join(' and ')} not installed (Debian: apt-get install nginx-light wrk).`)
else {
  try {
    await measure()
  } finally {
    running.forEach(child => child.kill('SIGKILL'))
    await sleep(200)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(): Promise<void> {
  const site = await startSite()
  const writer = await Writer.signUp(site)
  for (let n = 0; n < 50; n++) await writer.reply(1, `第 ${n + 1} 条：付完钱半小时内来了电话，问了名字和用途，没有要软著。`)
  for (const encoding of ['', 'gzip']) await behind(site, writer, encoding)
}

async function behind(site: string, writer: Writer, encoding: string): Promise<void> {
  const name = `case page with 50 replies, ${encoding || 'identity'}`
  const { file, head } = await fileOf(`${site}/cases/1`, encoding)
  const nginx = await startNginx({ folder: join(folder, `nginx-${encoding || 'identity'}`), sites: [site], file, head })
  try {
    const [own, page] = [`${nginx.url}/the-file`, `${nginx.url}/cases/1`]
    // Turn by turn, since what else the machine does changes: file, page, page, file.
    const files = [await load(own, { encoding })]
    const pages = [await load(page, { encoding }), await load(page, { encoding })]
    files.push(await load(own, { encoding }))
    tell(`${name}, behind nginx`, mean(pages), mean(files))
    tell(`${name}, asked of the site itself`, await load(`${site}/cases/1`, { encoding }), mean(files))
    const writing = writer.keepReplying(1, 20)
    tell(`${name}, behind nginx while 20 replies a second are written to it`, await load(page, { encoding }), mean(files))
    const { written, refused } = await writing.stop()
    console.log(`  meanwhile ${written} replies were written and ${refused} refused`)
  } finally {
    await nginx.end()
  }
}

function tell(what: string, ours: Load, file: Load): void {
  console.log(`${what}: ${Math.round(ours.perSecond)}/s, p99 ${ours.p99.toFixed(1)} ms; nginx's own file ${Math.round(file.perSecond)}/s, p99 ${file.p99.toFixed(1)} ms; ${(ours.perSecond / file.perSecond).toFixed(2)} of it${ours.failed + file.failed ? `; ${ours.failed} and ${file.failed} FAILED` : ''}`)
}

function mean(loads: Load[]): Load {
  const of = (value: (it: Load) => number) => loads.reduce((sum, it) => sum + value(it), 0) / loads.length
  return { perSecond: of(it => it.perSecond), p99: of(it => it.p99), failed: of(it => it.failed) }
}

/** A page's bytes as they are sent, in a file, and the head that goes with them. */
async function fileOf(url: string, encoding: string): Promise<{ file: string; head: [string, string][] }> {
  const answer = await fetch(url, { headers: { 'accept-encoding': encoding || 'identity' } })
  const text = Buffer.from(await answer.arrayBuffer())
  const file = join(folder, `page-${encoding || 'identity'}`)
  // fetch unpacks; what the bytes are makes no difference to either, only how many there are.
  writeFileSync(file, encoding ? Buffer.alloc(Number(answer.headers.get('content-length')), 7) : text)
  const nginxOwn = ['date', 'connection', 'keep-alive', 'content-length', 'etag', 'transfer-encoding', 'content-type']
  return { file, head: [...answer.headers].filter(([name]) => !nginxOwn.includes(name)) }
}

async function startSite(): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/serve.ts'], {
    env: {
      ...process.env, PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `file:${join(folder, 'bench.db')}`, AUTH_SECRET: 'a secret that is only used in benches',
      SITE_URL: '', RATE_LIMITS: 'off', SIGN_UP_WORK: 'off', STARTING_DATA: 'on', TRUST_PROXY: 'on', NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.push(child)
  let said = ''
  child.stdout.on('data', data => { said += data })
  for (;;) {
    const url = /listens on (\S+)/.exec(said)?.[1]
    if (url) return url.replace('localhost', '127.0.0.1')
    if (child.exitCode !== null) throw new Error(said)
    await sleep(50)
  }
}
