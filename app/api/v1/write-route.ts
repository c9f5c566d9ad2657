import { createHash } from 'node:crypto'
import { after } from 'next/server'
import { readJson } from '@/domain/api/json'
import { readParameters } from '@/domain/api/parameters'
import { pointerTo, waitHeaders, type ApiProblem } from '@/domain/api/problem'
import { readIdempotencyKey, type Writing, type WrittenAnswer } from '@/domain/api/writings'
import { problemsOf, type Problem } from '@/domain/case/problem'
import type { Fields } from '@/domain/fields'
import { isId } from '@/domain/ids'
import { bearerAgain } from '@/db/people/api-tokens'
import type { Transaction } from '@/db/connection'
import { languageAsked } from '@/messages/languages'
import type { ActAnswer } from '../../act'
import type { Refused as RefusedAct } from '../../answer'
import { doDeed, type Deed } from '../../deed'
import { deviceOf } from '../../device'
import { readAtMost } from '../../form-body'
import { addressOf } from '../../origin'
import { bearerIn } from './bearer'
import { asked, closed, orProblem, refusedMethod } from './open-route'
import { Refused } from './refused'

// At an address without a name in it there are none.
type Params = { params: Promise<Record<string, string | string[] | undefined> | undefined> }

/** How a change that a program asks for becomes the deed that the form of the same name does. */
export type Way<Draft> = {
  /** The act's name, as in /do/<act>. */
  act: string
  deed: Deed<Draft>
  /** The body, and the id in the address, as the fields of that form. */
  fields: (body: Record<string, unknown>, id: string) => Fields
  /** The page on which the form would stand. */
  back: (id: string) => string
}

// A case with sixty annotated events and an article in it stays under this.
const largestBody = 512 * 1024

/**
 * The one method of an address where something can be changed. A program passes the door that people pass (app/deed.ts):
 * only what it is read from, and in which words it is answered, differ.
 */
export function write<Draft>(writing: Writing, way: Way<Draft>): (request: Request, context: Params) => Promise<Response> {
  return async (request, { params }) => closed(await orProblem(request, async () => {
    const now = Date.now()
    const bearer = await bearerIn(request, writing.scope, now)
    asked(readParameters(new URL(request.url).searchParams, {}))
    const { id = '' } = await params ?? {}
    if (writing.path.includes('{id}') && !isId(String(id))) throw new Refused('not_found')
    const key = readIdempotencyKey(request.headers.get('idempotency-key'))
    if (key === null) throw new Refused('key_missing')
    const body = await readBody(request, writing)
    const userAgent = request.headers.get('user-agent') ?? ''
    const again = async (tx: Transaction) => {
      const still = await bearerAgain(tx, bearer.tokenId, now)
      return still?.scopes.includes(writing.scope) ? still.member : null
    }
    const done = await doDeed(way.deed, { member: bearer.member, again }, {
      now,
      lang: languageAsked(request.headers.get('accept-language')),
      back: way.back(String(id)),
      // No form has this key, and no draft stands under it.
      key: `api-${createHash('sha256').update(key).digest('base64url')}`,
      act: way.act,
      fields: way.fields(body, String(id)),
      device: deviceOf(userAgent),
      userAgent,
      address: addressOf(request),
    })
    if ('to' in done && done.afterwards) after(done.afterwards)
    return answerOf(done, writing)
  }))
}

/** All methods of an address at which nothing can be read. */
export function writeRoute<Draft>(writing: Writing, way: Way<Draft>) {
  const refuse = async (request: Request) => closed(refusedMethod(request, 'POST'))
  return { GET: refuse, HEAD: refuse, OPTIONS: refuse, POST: write(writing, way), PUT: refuse, PATCH: refuse, DELETE: refuse }
}

async function readBody(request: Request, { body: { schema } }: Writing): Promise<Record<string, unknown>> {
  const type = request.headers.get('content-type') ?? ''
  // Counting compressed bytes would let a bomb through.
  if (!/^application\/json\s*(;|$)/i.test(type) || request.headers.get('content-encoding')) throw new Refused('body_type')
  const bytes = await readAtMost(request, largestBody)
  if (!bytes) throw new Refused('body_too_large')
  const read = readJson(textOf(bytes))
  if (!read.ok) throw new Refused('body_unreadable', [{ fault: read.fault }])
  const told = schema.safeParse(read.value)
  if (told.success) return told.data
  throw unfit(problemsOf(told.error, read.value), schema)
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new Refused('body_unreadable', [{ fault: { code: 'not_json' } }])
  }
}

function answerOf(done: ActAnswer, { status, body: { schema } }: Writing): Response {
  if ('to' in done) {
    const answer = written(done.to)
    // What was made can be read again: a case as data, a reply on its page.
    const location = answer.page.startsWith('/cases/') ? `/api/v1${answer.page}` : answer.page
    if (answer.state === 'waiting' && status === 201) return Response.json(answer, { status: 202 })
    return Response.json(answer, { status, headers: { ...(status === 201 && { location }) } })
  }
  if ('problems' in done) throw unfit(done.problems, schema)
  if ('missing' in done) throw new Refused('not_found')
  if ('conflict' in done) throw new Refused('conflict', [], {}, done.conflict.theirs)
  if ('refused' in done) throw refusal(done.refused)
  throw new Error('An act answered a program as it would a person.')
}

function unfit(problems: Problem[], { shape }: Writing['body']['schema']): Refused {
  const errors = problems.map(({ path, code, values }) => ({
    pointer: pointerOf(path, code, Object.keys(shape)), code, ...(values && { values }),
  }))
  return new Refused('unfit', errors)
}

// A field that nobody knows is in no list of fields, and in the body all the same.
function pointerOf(path: string, code: string, fields: string[]): string {
  return pointerTo(path, code === 'unknown_field' ? [...fields, path.split('.')[0]!] : fields)
}

const refusals: Record<Exclude<RefusedAct, object>, ApiProblem> = {
  foreign_origin: 'not_allowed',
  // Revoked, or come to its end, while the body was read.
  sign_in: 'token_invalid',
  suspended: 'suspended',
  silenced: 'silenced',
  awaiting: 'awaiting',
  not_allowed: 'not_allowed',
  key_reused: 'key_reused',
}

function refusal(refused: RefusedAct): Refused {
  if (typeof refused === 'string') return new Refused(refusals[refused])
  if ('unreadable' in refused) return new Refused('body_unreadable')
  return new Refused('limited', [], Object.fromEntries(waitHeaders(refused.limited)))
}

/** What was done, of the page that it leads to: also for one that comes a second time, and knows no more than that. */
function written(to: string): WrittenAnswer {
  const { pathname, searchParams, hash } = new URL(to, 'http://here')
  const reply = /^#reply-(\d+)$/.exec(hash)?.[1] ?? /^\/replies\/(\d+)/.exec(pathname)?.[1]
  const id = reply ?? /^\/cases\/(\d+)/.exec(pathname)?.[1]
  const masked = (searchParams.get('masked') ?? '').split(',').filter(Boolean) as WrittenAnswer['masked']
  const state = searchParams.get('done') === 'waits' ? 'waiting' : 'done'
  return { id: Number(id), page: `/${reply ? 'replies' : 'cases'}/${id}`, state, masked }
}
