import type { IncomingMessage } from 'node:http'
import { isFromOwnPage } from '../../domain/own-origin'

/** The largest body that is read, in bytes. The door of acts takes less and says so (app/form-body.ts). */
export const largestBody = 4 * 1024 * 1024

// Whoever is still sending when he is told no hears it only where we go on listening for a while: a connection closed over
// unread bytes is reset, and takes the answer with it.
const listensFor = 2_000

/** All that was sent; null when it is more than we read. The connection stays, since there is an answer to be sent on it. */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length
    if (size > largestBody) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

/** Takes in and forgets what is still being sent: to its end, or as much once more, or two seconds long. */
export function hearOut(request: IncomingMessage): Promise<void> {
  return new Promise(resolve => {
    if (request.complete || request.destroyed) return resolve()
    let size = 0
    const hear = (chunk: Buffer) => {
      size += chunk.length
      if (size > largestBody) done()
    }
    const done = () => {
      clearTimeout(patience)
      request.off('data', hear).off('end', done).off('close', done)
      resolve()
    }
    const patience = setTimeout(done, listensFor)
    request.on('data', hear).once('end', done).once('close', done)
  })
}

/**
 * The fields of a form that was posted from a page of ours, to be given back; null when it is none. On an address of ours
 * another's could be sent by whoever finds it there.
 */
export function typedIn({ headers }: IncomingMessage, body: Buffer, siteUrl: string): URLSearchParams | null {
  const sender = { origin: headers.origin, fetchSite: String(headers['sec-fetch-site'] ?? ''), host: headers.host }
  return isFromOwnPage(sender, siteUrl) ? fieldsOf(body, headers['content-type']) : null
}

/** The same of one that nobody has read yet; null also when it is more than we read. */
export async function typedBy(request: IncomingMessage, siteUrl: string): Promise<URLSearchParams | null> {
  const body = request.method === 'POST' ? await readBody(request) : null
  return body && typedIn(request, body, siteUrl)
}

function fieldsOf(body: Buffer, type = ''): URLSearchParams | null {
  return /^application\/x-www-form-urlencoded\b/i.test(type) ? new URLSearchParams(body.toString()) : null
}
