import { Agent, createServer, request as ask } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

/** A proxy in front of several instances, as an operator would put one there. */
export type Proxy = {
  url: string
  /** How many requests it gave to another instance than the one it had chosen, and how many it gave up on with 502. */
  passedOn: () => number
  gaveUp: () => number
  close: () => Promise<void>
}

/**
 * Keeps its connections, asks /readyz now and then, and takes turns among those that are ready. As nginx does by default, it
 * goes to the next one where the connection could not be made, and with what only looks also where it broke.
 */
export async function startProxy(upstreams: readonly string[]): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true })
  const ready = new Set(upstreams)
  let turn = 0
  let passedOn = 0
  let gaveUp = 0
  let isOver = false

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const looking = lookWhoIsReady()

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passedOn: () => passedOn,
    gaveUp: () => gaveUp,
    close: async () => {
      isOver = true
      await looking
      agent.destroy()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }

  async function lookWhoIsReady(): Promise<void> {
    while (!isOver) {
      for (const upstream of upstreams) {
        const isReady = await fetch(`${upstream}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(({ ok }) => ok, () => false)
        if (isReady) ready.add(upstream)
        else ready.delete(upstream)
      }
      await sleep(50)
    }
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await buffer(request)
    turn++
    const inTurn = upstreams.map((_, n) => upstreams[(turn + n) % upstreams.length]!)
    const candidates = [...inTurn.filter(it => ready.has(it)), ...inTurn.filter(it => !ready.has(it))]
    for (const [n, upstream] of candidates.entries()) {
      if (n > 0) passedOn++
      try {
        return await pass(upstream, request, body, response)
      } catch (error) {
        const wasSent = (error as { code?: string }).code !== 'ECONNREFUSED'
        if (response.headersSent) return void response.destroy()
        if (wasSent && request.method === 'POST') break
      }
    }
    gaveUp++
    response.writeHead(502).end()
  }

  function pass(upstream: string, { method, url, headers }: IncomingMessage, body: Buffer, response: ServerResponse): Promise<void> {
    return new Promise((resolve, reject) => {
      const sent = ask(new URL(url!, upstream), { method, headers, agent }, told => {
        response.writeHead(told.statusCode!, told.rawHeaders)
        told.on('error', reject)
        told.pipe(response).on('finish', resolve)
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }
}
