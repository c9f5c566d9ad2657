import { createHash } from 'node:crypto'
import type { ApiProblem, ParameterProblem } from '@/domain/api/problem'
import type { ReadParameters, Shape } from '@/domain/api/parameters'
import { streamOf } from '../../stream'
import { problemAnswer } from './problem-answer'

type Params = Record<string, string | string[] | undefined>
type Answer = (request: Request, context: { params: Promise<Params> }) => Promise<Response>

/** Data as the domain hands it over: it may be read-only, JSON does not mind. */
export type Sent<Data> = Data extends object ? { readonly [Key in keyof Data]: Sent<Data[Key]> } : Data

/** Thrown by an endpoint instead of an answer. */
export class Refused extends Error {
  constructor(readonly problem: ApiProblem, readonly errors: readonly ParameterProblem[] = []) {
    super(problem)
  }
}

/**
 * The methods of one address of the open API. Everybody may read it, from a page of any origin: it holds nothing that
 * depends on who asks. Nothing can be changed here.
 */
export function openRoute(answer: (request: Request, params: Params) => Promise<Response>) {
  const GET: Answer = async (request, context) => {
    try {
      return opened(await answer(request, await context.params))
    } catch (error) {
      if (error instanceof Refused) return opened(problemAnswer(request, error.problem, error.errors))
      console.error(error)
      return opened(problemAnswer(request, 'failed'))
    }
  }
  const refuse: Answer = async request => {
    const response = problemAnswer(request, 'method_not_allowed')
    response.headers.set('allow', methods)
    return opened(response)
  }
  return { GET, HEAD: GET, OPTIONS: preflight, POST: refuse, PUT: refuse, PATCH: refuse, DELETE: refuse }
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

const methods = 'GET, HEAD, OPTIONS'

async function preflight(): Promise<Response> {
  const headers = { allow: methods, 'access-control-allow-methods': methods, 'access-control-max-age': '86400' }
  const response = new Response(null, { status: 204, headers })
  response.headers.set('access-control-allow-headers', 'accept, accept-language, if-none-match')
  return opened(response)
}

function opened(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*')
  response.headers.set('access-control-expose-headers', 'etag, content-disposition')
  return response
}

function knows(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',').map(tag => tag.trim().replace(/^W\//, '')) ?? []
  return known.includes(etag) || known.includes('*')
}
