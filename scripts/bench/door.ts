// `npm run bench:door`: how fast the built site answers strangers, beside Node's own server giving the same bytes in the same
// run. Starts a site of its own on an empty database; needs wrk.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load, type Load } from './wrk'
import { Writer } from './writer'

const folder = mkdtempSync(join(tmpdir(), 'guoshen-bench-'))
const running: ChildProcess[] = []

try {
  await measure()
} finally {
  running.forEach(child => child.kill('SIGKILL'))
  rmSync(folder, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const site = await start(['--import', 'tsx', 'scripts/serve.ts'], {
    PORT: '0', HOST: '127.0.0.1', DATABASE_URL: `file:${join(folder, 'bench.db')}`, AUTH_SECRET: 'a secret that is only used in benches',
    SITE_URL: '', RATE_LIMITS: 'off', SIGN_UP_WORK: 'off', STARTING_DATA: 'on', NODE_ENV: 'production',
  })
  const writer = await Writer.signUp(site.url)
  for (let n = 0; n < 50; n++) await writer.reply(1, `第 ${n + 1} 条：付完钱半小时内来了电话，问了名字和用途，没有要软著。`)
  const page = `${site.url}/cases/1`

  for (const encoding of ['', 'gzip']) {
    const bare = await bareOf(page, encoding)
    const [theirs, ours] = [await load(bare, { encoding }), await load(page, { encoding })]
    tell(`case page with 50 replies, ${encoding || 'identity'}`, ours, theirs)
  }
  const bare = await bareOf(page, '')
  const alone = await load(bare)
  const writing = writer.keepReplying(1, 20)
  tell('the same, while 20 replies a second are written to it', await load(page), alone)
  const { written, refused } = await writing.stop()
  console.log(`  meanwhile ${written} replies were written and ${refused} refused`)
  const list = `${site.url}/api/v1/cases`
  tell('API, list of cases', await load(list), await load(await bareOf(list, '')))
  await coldRenders(page, writer)
  console.log(`resident memory: ${residentMegabytes(site.child.pid!)} MB`)
}

function tell(what: string, ours: Load, bare: Load): void {
  const ratio = (ours.perSecond / bare.perSecond).toFixed(2)
  console.log(`${what}: ${Math.round(ours.perSecond)}/s, p99 ${ours.p99.toFixed(1)} ms; bare ${Math.round(bare.perSecond)}/s, p99 ${bare.p99.toFixed(1)} ms; ${ratio} of bare${ours.failed ? `; ${ours.failed} FAILED` : ''}`)
}

/** From asking to the last byte, the first time after a write: making, finishing and one hop between threads. */
async function coldRenders(page: string, writer: Writer): Promise<void> {
  const times: number[] = []
  for (let n = 0; n < 40; n++) {
    await writer.vote(1, n % 2 === 0)
    const begun = performance.now()
    await (await fetch(page)).text()
    times.push(performance.now() - begun)
  }
  times.sort((a, b) => a - b)
  console.log(`first page after a write: middle ${times[20]!.toFixed(1)} ms, fastest ${times[0]!.toFixed(1)} ms, slowest but one ${times[38]!.toFixed(1)} ms`)
}

async function bareOf(url: string, encoding: string): Promise<string> {
  const answer = await fetch(url, { headers: { 'accept-encoding': encoding || 'identity' } })
  // fetch unpacks; the bytes as sent are asked for by length alone.
  const length = Number(answer.headers.get('content-length'))
  const text = Buffer.from(await answer.arrayBuffer())
  const file = join(folder, `bytes-${running.length}`)
  writeFileSync(file, encoding ? Buffer.alloc(length, 7) : text)
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)))
  return (await start(['scripts/bench/bare.mjs', file, JSON.stringify({ ...headers, 'content-length': String(length) })], {})).url
}

async function start(args: string[], environment: Record<string, string>): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] })
  running.push(child)
  let said = ''
  child.stdout!.on('data', data => { said += data })
  for (;;) {
    const url = /listens on (\S+)/.exec(said)?.[1]
    if (url) return { url: url.replace('localhost', '127.0.0.1'), child }
    if (child.exitCode !== null) throw new Error(said)
    await sleep(50)
  }
}

function residentMegabytes(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024)
}
