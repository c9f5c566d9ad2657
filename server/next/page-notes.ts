import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { waitHeaders } from '../../domain/api/problem'

/** What a page says about itself while it is made, beside its text. */
export type PageNotes = { status?: number; shows?: string[]; session?: number; /** Seconds until one may ask again. */ wait?: number }

// A page of Next's cannot choose its status except by throwing, nor add a header. Ours may leave word here, under the
// number that the request was given (app/page-notes.ts); it holds when the head of the answer is written.
const shared = globalThis as typeof globalThis & { guoshenPageNotes?: Map<string, PageNotes> }
const notes = (shared.guoshenPageNotes ??= new Map())

/** Tells the door of our server which topics besides those of its address a page shows; never leaves the house. */
export const showsHeader = 'x-guoshen-shows'

/** Tells it which session the request's cookie stands for. */
export const sessionHeader = 'x-guoshen-session'

/** Gives the request its number, and its answer what its page leaves under it. */
export function letPageLeaveNotes(request: IncomingMessage, response: ServerResponse): void {
  const number = randomUUID()
  request.headers['x-guoshen-request'] = number
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    const left = notes.get(number)
    if (left?.shows) response.setHeader(showsHeader, left.shows.join(' '))
    if (left?.session) response.setHeader(sessionHeader, left.session)
    if (left?.wait) for (const [name, value] of waitHeaders(left.wait)) response.setHeader(name, value)
    return writeHead(left?.status ?? status, ...rest)
  }
  response.once('close', () => notes.delete(number))
}
