import { createHash } from 'node:crypto'
import type { ReadParameters, Shape } from '@/domain/api/parameters'
import { openHeaders } from '@/domain/api/problem'
import type { Scope } from '@/domain/people/api-token'
import { isDatabaseAway } from '@/db/away'
import type { Bearer } from '@/db/people/api-tokens'
import { streamOf } from '../../stream'
import { bearerIn, bringsToken } from './bearer'
import { problemAnswer } from './problem-answer'
import { Refused } from './refused'

type Params = Record<string, string | string[] | undefined>
type Answer = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** Data as the domain hands it over: it may be read-only, JSON does not mind. */
export type Sent<Data> = Data extends object ? { readonly [Key in keyof Data]: Sent<Data[Key]> } : Data

/**
 * The methods of one address of the open API. Everybody may read it, from a page of any origin: it holds nothing that
 * depends on who asks. Whoever brings a token is asked for its scope, and what he gets is for him alone. `more` names what
 * else may be done at this address; for pages of another origin it does not exist.
 */
export function openRoute(answer: (request: Request, params: Params) => Promise<Response>, more: 'POST' | null = null) {
  const allow = more ? `${reading}, ${more}` : reading
  const GET: Answer = async (request, context) => {
    if (bringsToken(request)) return closedRoute('read', async () => answer(request, await context.params)).GET(request, context)
    return opened(await orProblem(request, async () => answer(request, await context.params)))
  }
  const refuse: Answer = async request => opened(refusedMethod(request, allow))
  return { GET, HEAD: GET, OPTIONS: async () => preflight(allow), POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse }
}

/** The methods of an address that answers whoever brings a token with this scope, about his own; no page elsewhere may ask. */
export function closedRoute(scope: Scope, answer: (request: Request, bearer: Bearer) => Promise<Response>) {
  const GET: Answer = async request => closed(await orProblem(request, async () => (
    answer(request, await bearerIn(request, scope, Date.now()))
  )))
  const refuse: Answer = async request => closed(refusedMethod(request, 'GET, HEAD'))
  return { GET, HEAD: GET, OPTIONS: refuse, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse }
}

/** Whatever an endpoint answers, or throws, as a response. */
export async function orProblem(request: Request, answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer()
  } catch (error) {
    if (error instanceof Refused) return problemAnswer(request, error)
    if (isDatabaseAway(error)) return problemAnswer(request, { problem: 'unavailable', headers: { 'retry-after': '5' } })
    console.error(error)
    return problemAnswer(request, { problem: 'failed' })
  }
}

/** Kept by nobody, and for no page of another origin. */
export function closed(response: Response): Response {
  response.headers.set('cache-control', 'no-store')
  response.headers.append('vary', 'authorization')
  return response
}

export function refusedMethod(request: Request, allow: string): Response {
  return problemAnswer(request, { problem: 'method_not_allowed', headers: { allow } })
}

/** A JSON answer with its ETag; 304 when the asker has it already. */
export function jsonAnswer<Data>(request: Request, data: Sent<Data>): Response {
  return taggedAnswer(request, `${JSON.stringify(data)}\n`, 'application/json')
}

/** Any text with its ETag; 304 when the asker has it already. */
export function taggedAnswer(request: Request, body: string, type: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  // A case may be withdrawn at any moment, so a copy is asked about each time before it is used.
  const headers = { etag, 'cache-control': 'public, max-age=0, must-revalidate' }
  if (knows(request, etag)) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': `${type}; charset=utf-8` } })
}

/** A file to keep, made while it is sent. */
export function fileAnswer(request: Request, name: string, type: string, chunks: AsyncIterable<string> | Iterable<string>): Response {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
    'cache-control': 'no-store',
  }
  return new Response(request.method === 'HEAD' ? null : streamOf(chunks), { headers })
}

/** What was asked for, or a refusal that names every wrong parameter. */
export function asked<Parameters extends Shape>(read: ReadParameters<Parameters>) {
  if (read.ok) return read
  throw new Refused(read.problem, read.errors)
}

const reading = 'GET, HEAD, OPTIONS'

function preflight(allow: string): Response {
  const headers = { allow, 'access-control-allow-methods': reading, 'access-control-max-age': '86400' }
  const response = new Response(null, { status: 204, headers })
  response.headers.set('access-control-allow-headers', 'accept, accept-language, if-none-match')
  return opened(response)
}

function opened(response: Response): Response {
  for (const [name, value] of Object.entries(openHeaders)) response.headers.set(name, value)
  return response
}

function knows(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',').map(tag => tag.trim().replace(/^W\//, '')) ?? []
  return known.includes(etag) || known.includes('*')
}
