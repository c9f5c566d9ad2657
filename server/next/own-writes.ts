import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerWith } from '../../db/answering'

// Longer than any replica is behind that is still read from (db/engines/replicas.ts), and than those lag whose lag
// cannot be seen.
const readsOwnFor = 10

/**
 * Makes an answer so that nobody is shown less than he wrote. Only a signed-in person's own page may come from a replica,
 * which is a blink behind: what is remembered for others is always read from the primary. Whoever has written reads the
 * primary for some seconds, whichever instance answers: his browser says so with a cookie.
 */
export function answerAfterOwnWrites<Result>(
  request: IncomingMessage, response: ServerResponse, secure: boolean, work: () => Result,
): Result {
  const names = namesOfCookies(request.headers.cookie)
  const prefix = secure ? '__Host-' : ''
  const looksOnly = request.method === 'GET' || request.method === 'HEAD'
  const answering = {
    mayBeBehind: looksOnly && names.has(`${prefix}guoshen-session`) && !names.has(`${prefix}guoshen-wrote`),
    wrote: false,
  }
  const writeHead = response.writeHead.bind(response)
  response.writeHead = ((...head: Parameters<typeof writeHead>) => {
    // Programs have no browser; without a session they read the primary anyway.
    if (answering.wrote && request.headers.authorization === undefined) {
      const safe = secure ? '; Secure' : ''
      response.appendHeader('set-cookie', `${prefix}guoshen-wrote=1; Path=/; Max-Age=${readsOwnFor}; HttpOnly; SameSite=Lax${safe}`)
    }
    return writeHead(...head)
  }) as typeof response.writeHead
  return answerWith(answering, work)
}

function namesOfCookies(cookies = ''): Set<string> {
  return new Set(cookies.split(';').map(cookie => cookie.split('=')[0]!.trim()))
}
