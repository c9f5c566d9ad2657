import { AsyncLocalStorage } from 'node:async_hooks'
import { cookies as cookiesOfNext, headers as headersOfNext } from 'next/headers'
import { after as afterOfNext } from 'next/server'

// What is known of the request under way, whoever carried it here: Next, or our own server where an act is done without it
// (app/do/without-next.ts).

type CookieOptions = { httpOnly: boolean; sameSite: 'lax'; secure: boolean; path: string; maxAge?: number }
export type Headers = { get: (name: string) => string | null; has: (name: string) => boolean }
export type Cookies = {
  get: (name: string) => { value: string } | undefined
  /** Only where cookies can be set: in acts. */
  set: (name: string, value: string, options: CookieOptions) => void
}
/** A form as it comes in; a `Request` is one. */
export type Posted = { headers: Headers; body: AsyncIterable<Uint8Array> | null }
export type OwnRequest = { headers: Headers; cookies: Cookies; afterwards: (() => Promise<void>)[] }

const own = new AsyncLocalStorage<OwnRequest>()

/** Runs what answers a request that did not come through Next. */
export function answerOwn<Result>(request: OwnRequest, work: () => Result): Result {
  return own.run(request, work)
}

export async function headers(): Promise<Headers> {
  return own.getStore()?.headers ?? headersOfNext()
}

export async function cookies(): Promise<Cookies> {
  return own.getStore()?.cookies ?? cookiesOfNext()
}

/** Has this done once the answer is out. */
export function after(work: () => Promise<void>): void {
  const request = own.getStore()
  if (request) request.afterwards.push(work)
  else afterOfNext(work)
}
