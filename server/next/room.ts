import { Agent, request as ask } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Change } from '../../db/changes/noting'
import { lateness, newBeat, toldSoFar, type ThreadOrders } from './beat'

export type Asked = { method: string; url: string; headers: IncomingHttpHeaders; body?: Buffer; signal?: AbortSignal }

/** The room behind the door, where pages are made: a thread of its own with Next in it. */
export type NextRoom = {
  /** Puts a request to Next; resolves when the head of its answer is there. */
  ask: (asked: Asked) => Promise<IncomingMessage>
  /** How many requests Next has not finished. */
  underWay: () => number
  /** Milliseconds by which it is late. */
  lateness: () => number
  /** The changes written there since this was last asked; costs nothing while there are none. */
  newChanges: () => Change[]
  /** Finishes and closes the database. */
  end: () => Promise<void>
}

// What a page leaves behind is taken away sooner than V8 would by itself, which saves a fifth of all memory.
const resourceLimits = { maxYoungGenerationSizeMb: 24 }

// Half a minute without a byte: whoever waits is told so, and what hangs is let go.
const longestSilence = 30_000

/** `failed` is told when the thread ends by itself; nothing more comes from it then. */
export async function openNextRoom(port: number, failed: (error: unknown) => void): Promise<NextRoom> {
  const { socket, remove } = newSocket()
  const beat = newBeat()
  const { port1: heard, port2: changes } = new MessageChannel()
  const orders: ThreadOrders = { socket, port, beat, changes }
  const thread = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: orders, transferList: [changes], execArgv: [], resourceLimits })
  await new Promise<void>((resolve, reject) => {
    thread.once('message', () => resolve())
    thread.once('error', reject)
    thread.once('exit', code => reject(new Error(`Next ended with ${code}`)))
  })
  thread.removeAllListeners('exit').removeAllListeners('error').on('error', failed)

  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  let underWay = 0
  let counted = 0
  return {
    ask: ({ method, url, headers, body, signal }) => new Promise((resolve, reject) => {
      const sent = ask({ socketPath: socket, agent, method, path: url, headers: framed(headers, body) as never, setHost: false, ...(signal && { signal }) })
      underWay++
      sent.once('close', () => { underWay-- })
      sent.once('response', told => {
        resolve(told)
        told.once('close', () => { if (!sent.writableFinished) sent.destroy() })
      })
      // Next may answer before it has read everything, and then hears no more of it.
      sent.once('error', reject)
      sent.on('error', () => undefined)
      sent.setTimeout(longestSilence, () => sent.destroy(new Error(`Next has been silent for ${longestSilence} ms about ${method} ${url}`)))
      sent.end(body)
    }),
    underWay: () => underWay,
    lateness: () => lateness(beat),
    newChanges: () => {
      const told = toldSoFar(beat)
      if (told === counted) return []
      counted = told
      const changes: Change[] = []
      for (let word = receiveMessageOnPort(heard); word; word = receiveMessageOnPort(heard)) changes.push(word.message)
      return changes
    },
    end: async () => {
      const ended = new Promise(resolve => thread.once('message', resolve))
      thread.postMessage('end')
      await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 2_000))])
      agent.destroy()
      remove()
    },
  }
}

// Many people's requests follow one another on one connection. How long each is, we say ourselves and of what we hold whole:
// a length or a body that a visitor could choose would let the rest of his request be read as the next one's beginning.
function framed(headers: IncomingHttpHeaders, body?: Buffer): IncomingHttpHeaders {
  const { 'content-length': _, 'transfer-encoding': __, 'content-type': type, ...others } = headers
  if (!body) return others
  return { ...others, ...(type && { 'content-type': type }), 'content-length': String(body.length) }
}

// In a folder that only we may open; on Windows there is no such socket, and pipes have names instead.
function newSocket(): { socket: string; remove: () => void } {
  if (process.platform === 'win32') return { socket: `\\\\.\\pipe\\guoshen-${process.pid}`, remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-'))
  return { socket: join(folder, 'next'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
