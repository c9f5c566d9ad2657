import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isSignedBy } from '@/domain/webhooks/signature'

/** A delivery as it arrived. */
export type Received = { id: string; at: number; body: string; path: string; headers: IncomingHttpHeaders }

/**
 * A receiver of webhooks, on this machine. `answer` says what it answers, after it has written down what came; `null` leaves it
 * without an answer.
 */
export async function openReceiver(answer: (it: Received) => number | { status: number; headers: Record<string, string> } | null = () => 204) {
  const received: Received[] = []
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const { headers, url = '' } = request
      const it = {
        id: String(headers['webhook-id']), at: Number(headers['webhook-timestamp']), body: Buffer.concat(chunks).toString(), path: url, headers,
      }
      received.push(it)
      const said = answer(it)
      if (said === null) return
      const { status, headers: own = {} } = typeof said === 'number' ? { status: said } : said
      response.writeHead(status, own).end(status === 204 ? undefined : 'x')
    })
  }
  const server = createServer(listener)
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/hook`, port, received,
    close: () => new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

/** Whether what arrived was signed with this secret, as its headers say. */
export function isSigned({ id, at, body, headers }: Received, secret: string): boolean {
  return isSignedBy({ id, at, body }, String(headers['webhook-signature']), secret)
}
