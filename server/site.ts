import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Settings } from '../domain/settings'
import { doorWords } from '../messages/door'
import { readPath } from '../messages/languages'
import { Connections } from './limits/connections'
import { plainPage } from './pages/plain-page'
import { Refusal } from './refusal'

export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown

export type Site = {
  server: Server
  port: number
  /** From now on requests are answered; until then everyone is asked to come back in a second. */
  open: (answer: Answer) => void
  isDraining: () => boolean
  /** Takes no new connections, lets requests under way finish and resolves when all are gone. */
  drain: () => Promise<void>
}

// A slow sender may take a minute for a request and ten seconds for its head, a slow reader as long between two packets.
// Kept connections outlive the sixty seconds that proxies keep theirs, so that it is never us who hang up on a proxy.
const limits = {
  headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 65_536,
}
// Some twenty kilobytes each. A browser opens six; a school behind one address shares what that may ask for anyway.
const mostConnections = { all: 4_000, eachAddress: 100 }
const slowestReader = 60_000
const longestDrain = 9_000

/** Takes the port, before anything else is touched: a second start must not migrate under the first one's feet. */
export async function takePort(settings: Settings): Promise<Site> {
  let answer: Answer = askToComeBack
  let isDraining = false
  const { all, eachAddress } = mostConnections
  const connections = new Connections({ all, eachAddress: settings.RATE_LIMITS && !settings.TRUST_PROXY ? eachAddress : null })
  const server = createServer(limits, (request, response) => {
    connections.asked(request.socket, response)
    return answer(request, response)
  })
  server.setTimeout(slowestReader)
  server.on('connection', socket => connections.add(socket))
  await listen(server, settings)
  return {
    server,
    port: (server.address() as AddressInfo).port,
    open: given => { answer = given },
    isDraining: () => isDraining,
    drain: () => {
      isDraining = true
      return drain(server, connections)
    },
  }
}

function askToComeBack(request: IncomingMessage, response: ServerResponse): void {
  const { lang } = readPath(request.url ?? '/')
  const headers = { 'retry-after': '1', 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  response.writeHead(503, headers).end(plainPage({ lang, ...doorWords[lang].starting }))
}

function listen(server: Server, { PORT, HOST }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenRefusal(error, PORT, HOST)))
    server.listen(PORT, HOST, resolve)
  })
}

function listenRefusal(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') return new Refusal(11, `Port ${port} is taken; stop what listens there or set PORT.`)
  if (error.code === 'EACCES') return new Refusal(13, `PORT ${port} may not be used by this user; set another.`)
  return new Refusal(13, `HOST ${host} is no address of this machine (${error.code}).`)
}

async function drain(server: Server, connections: Connections): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  // A connection that falls silent after we stopped would otherwise be kept for its next request, and Node does not
  // count as idle those that browsers open in advance and have not used yet.
  const sweeping = setInterval(() => {
    server.closeIdleConnections()
    for (const socket of connections) if (socket.bytesRead === 0) socket.destroy()
  }, 50)
  const givingUp = setTimeout(() => server.closeAllConnections(), longestDrain)
  await closed
  clearInterval(sweeping)
  clearTimeout(givingUp)
}
