import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { Change } from '../../db/changes/noting'
import { lateness, newBeat, toldSoFar, type ThreadOrders } from './beat'

/** A thread with Next in it. */
export type NextThread = {
  /** Where it listens, and the connections to it. */
  socket: string
  agent: Agent
  lateness: () => number
  /** The changes written there since this was last asked; costs nothing while there are none. */
  newChanges: () => Change[]
  /** Resolves when it has ended by itself, with the reason. */
  ended: Promise<Error>
  /** Ends it in the middle of whatever it does. */
  kill: () => void
  /** Lets it finish and close the database. */
  end: () => Promise<void>
}

// What a page leaves behind is taken away sooner than V8 would by itself, which saves a fifth of all memory.
const resourceLimits = { maxYoungGenerationSizeMb: 24 }

/** Resolves when it listens; throws where it ends before that. */
export async function startThread(port: number): Promise<NextThread> {
  const { socket, remove } = newSocket()
  const beat = newBeat()
  const { port1: heard, port2: changes } = new MessageChannel()
  const orders: ThreadOrders = { socket, port, beat, changes }
  const thread = new Worker(new URL('./thread.mjs', import.meta.url), { workerData: orders, transferList: [changes], execArgv: [], resourceLimits })
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const ended = new Promise<Error>(resolve => {
    let reason: Error | null = null
    thread.on('error', error => { reason = error as Error })
    thread.once('exit', code => {
      agent.destroy()
      remove()
      resolve(reason ?? new Error(`It ended with ${code}.`))
    })
  })
  const listens = new Promise<void>(resolve => thread.once('message', () => resolve()))
  await Promise.race([listens, ended.then(error => { throw error })])

  let counted = 0
  return {
    socket, agent, ended,
    lateness: () => lateness(beat),
    kill: () => void thread.terminate(),
    newChanges: () => {
      const told = toldSoFar(beat)
      if (told === counted) return []
      counted = told
      const changes: Change[] = []
      for (let word = receiveMessageOnPort(heard); word; word = receiveMessageOnPort(heard)) changes.push(word.message)
      return changes
    },
    end: async () => {
      const done = new Promise(resolve => thread.once('message', resolve))
      thread.postMessage('end')
      await Promise.race([done, ended, new Promise(resolve => setTimeout(resolve, 2_000))])
      agent.destroy()
      remove()
    },
  }
}

// In a folder that only we may open; on Windows there is no such socket, and pipes have names instead.
let started = 0
function newSocket(): { socket: string; remove: () => void } {
  if (process.platform === 'win32') return { socket: `\\\\.\\pipe\\guoshen-${process.pid}-${++started}`, remove: () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'guoshen-'))
  return { socket: join(folder, 'next'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
