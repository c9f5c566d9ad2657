import { z } from 'zod'

/** Why the API does not answer; the last part of a problem's `type`, and a key of messages.data.problems. */
export const apiProblems = [
  'bad_request', 'unreadable_value', 'not_found', 'method_not_allowed', 'failed', 'being_counted', 'too_many_rows',
  // Of what is asked with a token, most of it about writing.
  'token_missing', 'token_invalid', 'scope_missing', 'not_allowed', 'suspended', 'silenced', 'awaiting', 'key_missing', 'key_reused', 'conflict',
  'body_type', 'body_too_large', 'body_unreadable', 'unfit', 'limited', 'unavailable',
] as const
export type ApiProblem = (typeof apiProblems)[number]

export const statusOf: Record<ApiProblem, number> = {
  // The question is not one of ours: a parameter we do not know, or one given twice. Leaving it out of account would
  // answer another question than the one that was asked.
  bad_request: 400,
  // A parameter of ours with a value that is none.
  unreadable_value: 422,
  not_found: 404,
  method_not_allowed: 405,
  failed: 500,
  being_counted: 503,
  // Narrowed, or as the whole of the data, it can be had.
  too_many_rows: 422,
  token_missing: 401,
  token_invalid: 401,
  scope_missing: 403,
  not_allowed: 403,
  suspended: 403,
  silenced: 403,
  awaiting: 403,
  key_missing: 400,
  key_reused: 409,
  conflict: 409,
  body_type: 415,
  body_too_large: 413,
  body_unreadable: 400,
  unfit: 422,
  limited: 429,
  unavailable: 503,
}

/** What is wrong with one parameter; `code` is a key of messages.data.parameterProblems. */
export const parameterProblems = [
  'unknown_parameter', 'given_twice', 'not_in_list', 'wrong_form', 'out_of_range', 'required',
] as const
export type ParameterProblem = {
  parameter: string
  code: (typeof parameterProblems)[number]
  allowed?: readonly string[]
}

/** What is wrong with one field of what was sent; `code` is a key of messages.problems. */
export type FieldProblem = { pointer: string; code: string; values?: Record<string, string | number> }

/** RFC 9457, sent as application/problem+json. */
export const problemSchema = z.strictObject({
  type: z.string().describe('Names the kind of problem; an address that explains it.'),
  title: z.string().describe('The kind of problem in words.'),
  status: z.number().int().describe('The HTTP status once more.'),
  detail: z.string().describe('What happened in this case, in words.'),
  errors: z.array(z.union([
    z.strictObject({
      parameter: z.string(),
      code: z.enum(parameterProblems),
      detail: z.string(),
      allowed: z.array(z.string()).optional().describe('The values this parameter takes.'),
    }),
    z.strictObject({
      pointer: z.string().describe('Where in the body, as a JSON pointer: #/events/2/at.'),
      code: z.string(),
      detail: z.string(),
    }),
  ])).optional().describe('One entry for each parameter or field that is wrong.'),
})

export type ProblemAnswer = z.infer<typeof problemSchema>

/** Says no in words; `errors` have theirs already. */
export function problemOf(
  problem: ApiProblem, { title, detail }: { title: string; detail: string }, errors: NonNullable<ProblemAnswer['errors']> = [],
): ProblemAnswer {
  return { type: `/data#${problem}`, title, status: statusOf[problem], detail, ...(errors.length > 0 && { errors }) }
}

/** What every answer that is open to all says, to a page of any origin. */
export const openHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, content-disposition, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset',
}

/** What somebody is told who has to wait so many seconds (draft-ietf-httpapi-ratelimit-headers-03). */
export function waitHeaders(seconds: number): [name: string, value: string][] {
  return [['retry-after', String(seconds)], ['ratelimit-remaining', '0'], ['ratelimit-reset', String(seconds)]]
}

/** The place in a body that a problem's path (`events.2.at`) means; of a path that is not in it, the whole body. */
export function pointerTo(path: string, fields: readonly string[]): string {
  const steps = path.split('.')
  if (!fields.includes(steps[0]!)) return '#'
  return `#/${steps.map(step => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}
