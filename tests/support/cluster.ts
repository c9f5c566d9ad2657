import { execFile, execFileSync } from 'node:child_process'
import { appendFileSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A PostgreSQL server of a test's own, which may be stopped, killed and started again. */
export type Cluster = {
  /** Of the database `postgres`. */
  url: string
  /** 'fast' ends all connections and stops in good order; 'immediate' is a crash. */
  stop: (how: 'fast' | 'immediate') => Promise<void>
  start: () => Promise<void>
  /** A read-only copy that follows it, `behind` (as PostgreSQL writes times) late. */
  addStandby: (behind?: string) => Promise<Cluster>
  /** Stops it and its standbys and deletes them. */
  remove: () => Promise<void>
}

const programs = newestPrograms()

/** Why no cluster can be made here; null where one can. */
export const noCluster: string | null = programs === null
  ? 'the programs of a PostgreSQL server (initdb, pg_ctl, pg_basebackup) are not installed'
  : process.getuid?.() === 0 && userId('postgres') === null ? 'PostgreSQL does not run as root, and there is no user postgres' : null

export async function newCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-cluster-'))
  if (process.getuid?.() === 0) chownSync(folder, userId('postgres')!, -1)
  const data = join(folder, 'main')
  await run('initdb', '--pgdata', data, '--username', 'postgres', '--auth', 'trust', '--encoding', 'UTF8', '--no-locale')
  return clusterIn(folder, data)
}

async function clusterIn(folder: string, data: string): Promise<Cluster> {
  const port = await freePort()
  appendFileSync(join(data, 'postgresql.conf'), `
    port = ${port}
    listen_addresses = '127.0.0.1'
    unix_socket_directories = '${folder}'
    shared_buffers = '32MB'
  `)
  const standbys: Cluster[] = []
  const start = () => run('pg_ctl', 'start', '--wait', '--pgdata', data, '--log', join(data, 'log'))
  const stop = (how: string) => run('pg_ctl', 'stop', '--wait', '--pgdata', data, '--mode', how)
  await start()
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    start,
    stop,
    addStandby: async behind => {
      const copy = join(folder, `standby-${standbys.length + 1}`)
      await run('pg_basebackup', '--host', '127.0.0.1', '--port', String(port), '--username', 'postgres', '--pgdata', copy,
        '--write-recovery-conf', '--checkpoint', 'fast')
      if (behind) appendFileSync(join(copy, 'postgresql.conf'), `\nrecovery_min_apply_delay = '${behind}'\n`)
      const standby = await clusterIn(folder, copy)
      standbys.push(standby)
      return standby
    },
    remove: async () => {
      for (const standby of standbys) await standby.remove()
      await stop('immediate').catch(() => undefined)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function run(program: string, ...args: string[]): Promise<void> {
  const whole = join(programs!, program)
  const [command, ...rest] = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--', whole, ...args] : [whole, ...args]
  // A server that was started keeps what it was given to write to, so its starter gives it nothing to hold on to.
  await promisify(execFile)(command!, rest, { cwd: tmpdir(), env: { ...process.env, PGOPTIONS: '' } })
}

// Debian keeps each version in a folder of its own and puts none of these in the PATH.
function newestPrograms(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map(version => join(debian, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find(folder => ['initdb', 'pg_ctl', 'pg_basebackup'].every(name => existsSync(join(folder, name)))) ?? null
}

function userId(name: string): number | null {
  try {
    return Number(execFileSync('id', ['-u', name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  } catch {
    return null
  }
}

function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
