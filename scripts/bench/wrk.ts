import { spawn } from 'node:child_process'

export type Load = { perSecond: number; p99: number; failed: number }

/** Asks one address as fast as it is answered; `p99` in milliseconds. Needs wrk (Debian: apt-get install wrk). */
export async function load(url: string, { seconds = 5, connections = 32, encoding = '' } = {}): Promise<Load> {
  const header = encoding ? ['-H', `accept-encoding: ${encoding}`] : []
  const said = await run('wrk', ['-t1', `-c${connections}`, `-d${seconds}s`, '--latency', ...header, url])
  const perSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(said)?.[1])
  const [, p99 = 'NaN', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(said) ?? []
  const failed = Number(/Non-2xx or 3xx responses: (\d+)/.exec(said)?.[1] ?? 0)
  return { perSecond, p99: Number(p99) * { us: 0.001, ms: 1, s: 1000 }[unit]!, failed }
}

function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let said = ''
    child.stdout.on('data', data => { said += data })
    child.once('error', () => reject(new Error(`${command} is not installed (Debian: apt-get install ${command}).`)))
    child.once('close', () => resolve(said))
  })
}
