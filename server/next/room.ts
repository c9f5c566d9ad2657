import { request as ask } from 'node:http'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Change } from '../../db/changes/noting'
import { startThread, type NextThread } from './start-thread'

export type Asked = { method: string; url: string; headers: IncomingHttpHeaders; body?: Buffer; signal?: AbortSignal }

/** The room behind the door, where pages are made: a thread of its own with Next in it, and another where that one ends. */
export type NextRoom = {
  /** Puts a request to Next; resolves when the head of its answer is there. Throws `NobodyThere` where it will not come. */
  ask: (asked: Asked) => Promise<IncomingMessage>
  /** How many requests Next has not finished. */
  underWay: () => number
  /** Milliseconds by which it is late. */
  lateness: () => number
  isThere: () => boolean
  /** The changes written there since this was last asked; costs nothing while there are none. */
  newChanges: () => Change[]
  /** Finishes and closes the database. */
  end: () => Promise<void>
}

/** Next has ended, in the middle of this request or before it. What was asked may have been done. */
export class NobodyThere extends Error {}

// Half a minute without a byte: whoever waits is told so, and what hangs is let go.
const longestSilence = 30_000
// So many requests wait so long for the next thread, in milliseconds; the others are told to come back.
const mostWaiting = 250
const longestWait = 10_000
// A thread may die of one page. One that dies again and again dies of something that another will not mend.
const mostStarts = 3
const within = 60_000

// A thread that has not turned to its clock for so long does not come back by itself. Looked at twice: a machine that was
// asleep, or whose clock was set, is late for one look.
const longestLate = 30_000
const lookEvery = 1_000

/**
 * `mayStartAgain` is false where the data end with the thread. `gaveUp` is told, with the reason, when nothing more comes
 * from here.
 */
export async function openNextRoom(port: number, mayStartAgain: boolean, gaveUp: (reason: Error) => void): Promise<NextRoom> {
  let thread: NextThread | null = await startThread(port)
  let coming: Promise<NextThread> = Promise.resolve(thread)
  let isEnding = false
  let underWay = 0
  let waiting = 0
  const starts: number[] = []
  void keep(thread)
  return {
    ask: async asked => {
      const there = thread ?? await next()
      underWay++
      return put(there, asked, () => { underWay-- }).catch(async error => {
        throw asked.signal?.aborted || !await isGone(there) ? error : new NobodyThere('Next has ended meanwhile.', { cause: error })
      })
    },
    underWay: () => underWay + waiting,
    lateness: () => thread?.lateness() ?? 0,
    isThere: () => thread !== null,
    newChanges: () => thread?.newChanges() ?? [],
    end: async () => {
      isEnding = true
      await thread?.end()
    },
  }

  async function keep(running: NextThread): Promise<void> {
    const looking = mayStartAgain ? endWhenHung(running) : undefined
    const reason = await running.ended
    clearInterval(looking)
    if (isEnding) return
    thread = null
    console.error('The thread that makes pages has ended.', reason)
    const now = Date.now()
    if (!mayStartAgain || starts.filter(it => now - it < within).length >= mostStarts) return gaveUp(reason)
    starts.push(now)
    coming = startThread(port)
    try {
      thread = await coming
      console.log('Pages are made again, in a new thread.')
      void keep(thread)
    } catch (error) {
      if (!isEnding) gaveUp(error as Error)
    }
  }

  async function next(): Promise<NextThread> {
    if (waiting >= mostWaiting) throw new NobodyThere('Too many wait for Next already.')
    waiting++
    let patience: NodeJS.Timeout | undefined
    try {
      const late = new Promise<never>((_, reject) => {
        patience = setTimeout(() => reject(new NobodyThere(`Next was not there within ${longestWait} ms.`)), longestWait)
      })
      return await Promise.race([coming, late])
    } finally {
      clearTimeout(patience)
      waiting--
    }
  }
}

function endWhenHung(thread: NextThread): NodeJS.Timeout {
  let wasLate = false
  return setInterval(() => {
    const isLate = thread.lateness() > longestLate
    if (isLate && wasLate) {
      console.error(`The thread that makes pages has hung for ${Math.round(thread.lateness() / 1_000)} s and is ended.`)
      thread.kill()
    }
    wasLate = isLate
  }, lookEvery).unref()
}

// The end of a connection is heard of a little before that of the thread.
function isGone({ ended }: NextThread): Promise<boolean> {
  return Promise.race([ended.then(() => true), sleep(200, false, { ref: false })])
}

function put({ socket, agent }: NextThread, { method, url, headers, body, signal }: Asked, closed: () => void): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = ask({ socketPath: socket, agent, method, path: url, headers: framed(headers, body) as never, setHost: false, ...(signal && { signal }) })
    sent.once('close', closed)
    sent.once('response', told => {
      resolve(told)
      told.once('close', () => { if (!sent.writableFinished) sent.destroy() })
    })
    // Next may answer before it has read everything, and then hears no more of it.
    sent.once('error', reject)
    sent.on('error', () => undefined)
    sent.setTimeout(longestSilence, () => sent.destroy(new Error(`Next has been silent for ${longestSilence} ms about ${method} ${url}`)))
    sent.end(body)
  })
}

// Many people's requests follow one another on one connection. How long each is, we say ourselves and of what we hold whole:
// a length or a body that a visitor could choose would let the rest of his request be read as the next one's beginning.
function framed(headers: IncomingHttpHeaders, body?: Buffer): IncomingHttpHeaders {
  const { 'content-length': _, 'transfer-encoding': __, 'content-type': type, ...others } = headers
  if (!body) return others
  return { ...others, ...(type && { 'content-type': type }), 'content-length': String(body.length) }
}
