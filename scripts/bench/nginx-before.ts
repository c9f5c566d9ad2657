import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export function isInstalled(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore', env: withAdminPrograms })
    return true
  } catch {
    return false
  }
}

/**
 * Runs nginx with deploy/nginx.conf on a free port of this machine, without TLS and before `sites`; all it writes lies in
 * `folder`. It also gives `file`, with `head`, at /the-file.
 */
export async function startNginx(
  { folder, sites, file, head = [] }: { folder: string; sites: string[]; file?: string; head?: [string, string][] },
): Promise<{ url: string; end: () => Promise<void> }> {
  for (const name of ['', 'pages', 'files', 'temp']) mkdirSync(join(folder, name), { recursive: true })
  const port = await freePort()
  const place = join(folder, 'nginx.conf')
  writeFileSync(place, configuration(folder, port, sites, file, head))
  const child = spawn('nginx', ['-p', folder, '-c', place, '-e', join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'inherit'], env: withAdminPrograms })
  const ended = once(child, 'close')
  for (;;) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${readFileSync(join(folder, 'error.log'), 'utf8')}`)
    if (await answers(port)) return { url: `http://127.0.0.1:${port}`, end: async () => { child.kill('SIGTERM'); await ended } }
    await sleep(20)
  }
}

// Debian keeps nginx where only administrators look.
const withAdminPrograms = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` }

function configuration(folder: string, port: number, sites: string[], file: string | undefined, head: [string, string][]): string {
  const shared = join('/dev/shm', `guoshen-${process.pid}-${port}`)
  process.once('exit', () => rmSync(shared, { recursive: true, force: true }))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${join(folder, 'temp', name)};`).join('\n')
  const own = file ? `location = /the-file { alias ${file}; default_type "text/html; charset=utf-8"; ${head.map(([name, value]) => `add_header ${name} "${value.replaceAll('"', '\\"')}";`).join(' ')} }` : ''
  const given = readFileSync('deploy/nginx.conf', 'utf8')
    // The one that sends on to TLS, and TLS itself.
    .replace(/server \{\s+listen 80;[^}]*\}/, '')
    .replace(/^\s*(listen \[::\]|ssl_).*$/gm, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};\n${own}`)
    .replace(/^\s*server 127\.0\.0\.1:300[01] /gm, () => `__site__`)
    .replace('/var/cache/nginx/guoshen', join(folder, 'files'))
    .replace('/dev/shm/guoshen-pages', existsSync('/dev/shm') ? shared : join(folder, 'pages'))
  const lines = sites.map(site => `server ${new URL(site).host} max_fails=1 fail_timeout=2s;`)
  const placed = given.replace(/__site__.*\n?/, `${lines.join('\n')}\n`).replace(/__site__.*$/gm, '')
  // Started as root it would become somebody else, who may not read our folder.
  const user = process.getuid?.() === 0 ? 'user root;' : ''
  return `${user}\ndaemon off;\nworker_processes auto;\npid ${join(folder, 'pid')};\nerror_log ${join(folder, 'error.log')} warn;\nevents { worker_connections 4096; }\nhttp {\naccess_log off;\nsendfile on;\ntcp_nopush on;\n${temporary}\n${placed}\n}\n`
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return port
}

function answers(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true) }).on('error', () => resolve(false))
  })
}
