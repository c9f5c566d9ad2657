import type { IncomingMessage } from 'node:http'
import { isFromOwnPage } from '../../domain/own-origin'

/** The largest body that is read, in bytes. The door of acts takes less and says so (app/form-body.ts). */
export const largestBody = 4 * 1024 * 1024
// What is given back is made into a page on the thread that everybody waits for, and just when there is no time. The longest
// honest form, a case with a hundred events and full words, keeps within these; one sign is up to nine bytes of a form.
const mostGivenBack = { bytes: 256 * 1024, signs: 64 * 1024, fields: 2_000 }

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
 * The fields of a form that was posted from a page of ours, to be given back; null when it is none, or longer than any honest
 * one. On an address of ours another's could be sent by whoever finds it there.
 */
export function typedIn(request: IncomingMessage, body: Buffer, siteUrl: string): URLSearchParams | null {
  return isGivenBack(request, body.length, siteUrl) ? fieldsOf(body) : null
}

/** The same of one that nobody has read yet; what would not be given back, or does not say how long it is, is not read at all. */
export async function typedBy(request: IncomingMessage, siteUrl: string): Promise<URLSearchParams | null> {
  if (request.method !== 'POST' || !isGivenBack(request, Number(request.headers['content-length'] ?? NaN), siteUrl)) return null
  const body = await readBody(request)
  return body && fieldsOf(body)
}

function isGivenBack({ headers }: IncomingMessage, size: number, siteUrl: string): boolean {
  if (!(size <= mostGivenBack.bytes) || !/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return false
  return isFromOwnPage({ origin: headers.origin, fetchSite: String(headers['sec-fetch-site'] ?? ''), host: headers.host }, siteUrl)
}

function fieldsOf(body: Buffer): URLSearchParams | null {
  let fields = 1
  for (let at = body.indexOf('&'); at >= 0; at = body.indexOf('&', at + 1)) {
    if (++fields > mostGivenBack.fields) return null
  }
  const typed = new URLSearchParams(body.toString())
  let signs = 0
  for (const [name, value] of typed) signs += name.length + value.length
  return signs <= mostGivenBack.signs ? typed : null
}
