import { sql } from 'drizzle-orm'
import next from 'next'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { closeDatabase, onChange, read } from '../../db/connection'
import { beatEvery, countTold, turnToClock, type ThreadOrders } from './beat'
import { answerAfterOwnWrites } from './own-writes'
import { letPageLeaveNotes } from './page-notes'
import { actQuickly } from './quick-acts'

// Next and the database live in this thread, so that making a page keeps nobody waiting for one that is made. The door
// (server/next/room.ts) speaks HTTP with it over a socket that nobody else can open.

const { socket, port, beat, changes } = workerData as ThreadOrders
const isSecure = process.env.SITE_URL?.startsWith('https:') ?? false

process.on('unhandledRejection', reason => console.error(reason))

setInterval(() => turnToClock(beat), beatEvery)
// The count goes up after the word was sent, and both before the writer is answered.
onChange(change => {
  changes.postMessage(change)
  countTold(beat)
})

const server = createServer({ keepAliveTimeout: 0, requestTimeout: 0, headersTimeout: 0, maxHeaderSize: 131_072 })
const app = next({ dev: false, dir: '.', hostname: 'localhost', port, httpServer: server })
await app.prepare()
const answer = app.getRequestHandler()

server.on('request', (request: IncomingMessage, response: ServerResponse) => {
  if (request.url === '/-/ready') return void sayWhetherReady(response)
  letPageLeaveNotes(request, response)
  return answerAfterOwnWrites(request, response, isSecure, () => actQuickly(request, response) || answer(request, response))
})
server.listen(socket, () => parentPort!.postMessage('ready'))

parentPort!.once('message', async () => {
  server.close()
  await Promise.race([app.close(), new Promise(resolve => setTimeout(resolve, 500))])
  await closeDatabase()
  parentPort!.postMessage('ended')
})

async function sayWhetherReady(response: ServerResponse): Promise<void> {
  try {
    await (await read()).select({ one: sql`1` }).from(sql`(select 1) as it`)
    response.writeHead(204).end()
  } catch {
    response.writeHead(503).end()
  }
}
