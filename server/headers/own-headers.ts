import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

// The road to Next is ours: what a visitor could use to speak as the framework, as our own server or as a proxy stays out.
// Pages are documents (docs/decisions/0002), so nobody is answered in the framework's own tongue either.
const notTheirs = /^(x-guoshen-|x-middleware-|x-nextjs-|next-|rsc$|x-nonce$|content-security-policy)/
// These speak of one connection, and end with it.
const ofTheConnection = /^(connection|keep-alive|proxy-|te$|trailer$|transfer-encoding$|upgrade$|expect$)/
const ofAProxy = /^(x-forwarded-|forwarded$)/

/** A visitor's headers as they are passed on. */
export function passedHeaders(headers: IncomingHttpHeaders, behindProxy: boolean): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) =>
    !notTheirs.test(name) && !ofTheConnection.test(name) && (behindProxy || !ofAProxy.test(name))))
}

/**
 * What is said of a remembered answer to a proxy that keeps answers for a tenth of a second and not longer, and says so of
 * itself (deploy/nginx.conf): that it may. We then knew of every write that was 140 ms old, so that nobody is shown what is
 * older than a quarter of a second.
 */
export function forKeeper({ headers }: IncomingMessage): readonly string[] {
  return headers['x-guoshen-keeps'] === 'tenth' ? mayKeep : nothing
}

const mayKeep = ['x-accel-expires', '1']
const nothing: string[] = []

/** The address a request came from: the proxy's word only where a proxy is said to stand in front. */
export function addressOf(request: IncomingMessage, behindProxy: boolean): string {
  const forwarded = behindProxy ? request.headers['x-forwarded-for'] : undefined
  return String(forwarded ?? '').split(',').at(-1)!.trim() || request.socket.remoteAddress || 'unknown'
}

// As app/auth.ts names it.
const session = /(?:^|;\s*)((?:__Host-)?guoshen-session[^;]*)/g

/** Whether somebody signed in may be asking. */
export function bringsSession(request: IncomingMessage): boolean {
  return sessionCookies(request).length > 0
}

/** The cookie that says who is signed in, as it came; null where there is none, or more than a browser of ours sends. */
export function sessionCookie(request: IncomingMessage): string | null {
  const [cookie, ...more] = sessionCookies(request)
  return cookie !== undefined && more.length === 0 ? cookie : null
}

/** Whether a program asks in somebody's name: of addresses for programs, whatever way of saying who one is counts as one. */
export function bringsToken({ headers, url }: IncomingMessage): boolean {
  return headers.authorization !== undefined && /^\/api\//.test(url ?? '')
}

/** Whether the asker has written something a moment ago, here or at another instance (server/next/own-writes.ts). */
export function hasJustWritten({ headers: { cookie } }: IncomingMessage): boolean {
  return cookie !== undefined && /(?:^|;\s*)(?:__Host-)?guoshen-wrote=/.test(cookie)
}

function sessionCookies({ headers: { cookie } }: IncomingMessage): string[] {
  return cookie === undefined ? [] : [...cookie.matchAll(session)].map(([, found]) => found!)
}
