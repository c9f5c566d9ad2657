import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerOwn, type Cookies, type Headers, type OwnRequest } from '../request'
import { acts } from './acts'

// What many people do at once is done without Next, which takes longer to bring a form here and its answer back than the
// act itself takes (docs/decisions/0032). It is the same act from its first question to its last: only who carries it differs.
// Acts that sign in or out stay with Next, since next-auth asks it for the cookies.
const quick = new Set([
  'reply', 'edit-reply', 'delete-reply', 'vote', 'favourite', 'follow', 'read-notifications', 'confirm-case', 'report-case', 'keep-draft',
])
const prefix = '/do/'

/** Does the act that a request asks for, if it is one of these; false leaves it to Next. */
export function actWithoutNext(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = '' } = request
  if (method !== 'POST' || !url.startsWith(prefix)) return false
  const name = url.slice(prefix.length)
  if (!quick.has(name)) return false
  void act(name, request, response)
  return true
}

async function act(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const headers = headersOf(request)
  const set: string[] = []
  const own: OwnRequest = { headers, cookies: cookiesOf(headers.get('cookie') ?? '', set), afterwards: [] }
  try {
    const answer = await answerOwn(own, () => acts[name]!({ headers, body: request }, name))
    const body = answer.body && Buffer.from(await answer.arrayBuffer())
    // One by one: what else is set on the way out (server/next/own-writes.ts) stands beside them.
    for (const [name, value] of [...answer.headers, ...set.map(line => ['set-cookie', line] as const)]) response.appendHeader(name, value)
    response.writeHead(answer.status).end(body ?? undefined)
  } catch (error) {
    console.error(error)
    // Our server makes the page that says so (server/pages/failed-page.ts).
    if (response.headersSent) response.destroy()
    else response.writeHead(500, { 'content-type': 'text/html; charset=utf-8' }).end('<!DOCTYPE html><html id="__next_error__">')
  }
  for (const work of own.afterwards) await answerOwn(own, work).catch(error => console.error(error))
}

function headersOf({ headers }: IncomingMessage): Headers {
  return {
    get: name => {
      const value = headers[name]
      return value === undefined ? null : String(value)
    },
    has: name => headers[name] !== undefined,
  }
}

function cookiesOf(line: string, lines: string[]): Cookies {
  const jar = new Map<string, string>()
  for (const pair of line.split(';')) {
    const at = pair.indexOf('=')
    const value = at > 0 ? decoded(pair.slice(at + 1).trim()) : null
    if (value !== null) jar.set(pair.slice(0, at).trim(), value)
  }
  return {
    get: name => {
      const value = jar.get(name)
      return value === undefined ? undefined : { value }
    },
    set: (name, value, { httpOnly, sameSite, secure, path, maxAge }) => {
      jar.set(name, value)
      const life = maxAge === undefined ? '' : `; Max-Age=${maxAge}`
      lines.push(`${name}=${encodeURIComponent(value)}; Path=${path}${life}${secure ? '; Secure' : ''}${httpOnly ? '; HttpOnly' : ''}; SameSite=${sameSite}`)
    },
  }
}

function decoded(value: string): string | null {
  try {
    return decodeURIComponent(value)
  } catch {
    return null
  }
}
