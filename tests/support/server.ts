import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { closeDatabase } from '@/db/connection'

export type RunningSite = {
  /** Without a slash at the end. */
  url: string
  databaseUrl: string
  /** Holds the database and what lies beside it; deleted when the site stops. */
  folder: string
  /** Everything the site has printed. */
  said: () => string
  /** Runs scripts/NAME.ts on the same database, as `npm run NAME -- ARGS` would. */
  run: (name: string, ...args: string[]) => Promise<Ended>
  signal: (signal: NodeJS.Signals) => void
  /** Resolves with the exit code, null when a signal ended it. */
  ended: Promise<number | null>
  /** Asks it to stop, waits until it has and deletes its folder. */
  stop: () => Promise<void>
}

export type Ended = { code: number | null; said: string }

/**
 * Starts the built site on a free port with an empty database of its own, before the tests of this file, and stops it
 * afterwards. `read` and `write` of db/connection then look at the same database. Rate limits are off and no
 * starting cases are loaded unless the environment says otherwise.
 */
export function useSite(environment: Record<string, string> = {}): RunningSite {
  const site = {} as RunningSite
  beforeAll(async () => {
    Object.assign(site, await startSite(environment))
    process.env.DATABASE_URL = site.databaseUrl
  })
  afterAll(async () => {
    await closeDatabase()
    await site.stop?.()
  })
  return site
}

/** The same for a site that one test starts and stops itself. */
export async function startSite(environment: Record<string, string> = {}): Promise<RunningSite> {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-site-'))
  const own = siteEnvironment(folder, environment)
  const child = program(['scripts/serve.ts'], own)
  let url: string
  try {
    url = await child.printed(/listens on (\S+)/)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return {
    url,
    databaseUrl: own.DATABASE_URL,
    folder,
    said: child.said,
    run: (name, ...args) => runProgram([`scripts/${name}.ts`, ...args], own),
    signal: child.signal,
    ended: child.ended,
    stop: async () => {
      child.signal('SIGTERM')
      await child.ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Starts the built site where it is expected to end by itself, and tells how it ended. */
export async function trySite(environment: Record<string, string>): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-site-'))
  try {
    return await runProgram(['scripts/serve.ts'], siteEnvironment(folder, environment))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a program of ours to its end; `args` as after `node`. */
export async function runProgram(args: string[], environment: Record<string, string>): Promise<Ended> {
  const child = program(args, environment)
  return { code: await child.ended, said: child.said() }
}

// Whatever becomes of a test, nothing it started stays behind.
const running = new Set<ChildProcess>()
afterAll(() => running.forEach(child => child.kill('SIGKILL')))

function siteEnvironment(folder: string, environment: Record<string, string>) {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: `file:${join(folder, 'guoshen.db')}`,
    AUTH_SECRET: 'a secret that is only used in tests',
    SITE_URL: '',
    RATE_LIMITS: 'off',
    // What a sign-up asks of a browser is tested in sign-up.test.ts.
    SIGN_UP_WORK: 'off',
    // What moderators do is tested everywhere; that they need two steps for it, in two-step.test.ts.
    MODERATORS_TWO_STEP: 'asked',
    STARTING_DATA: 'off',
    NODE_ENV: 'production',
    ...environment,
  }
}

function program(args: string[], environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  // Apart: which of two pipes is read first is chance.
  const printed = { out: '', err: '' }
  const said = () => printed.out + printed.err
  child.stdout.on('data', data => { printed.out += data })
  child.stderr.on('data', data => { printed.err += data })
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child)
    return code as number | null
  })
  return {
    said,
    ended,
    signal: (signal: NodeJS.Signals) => { child.kill(signal) },
    /** Resolves with the first group of what was looked for, once it has been printed. */
    printed: (wanted: RegExp) => new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = wanted.exec(said())
        if (found) resolve(found[1] ?? found[0])
      }
      child.stdout.on('data', look)
      void ended.then(code => reject(new Error(`The program ended with ${code}: ${said()}`)))
    }),
  }
}
