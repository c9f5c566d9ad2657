import { z } from 'zod'

/** Why the API does not answer; the last part of a problem's `type`, and a key of messages.data.problems. */
export const apiProblems = ['bad_request', 'unreadable_value', 'not_found', 'method_not_allowed', 'failed'] as const
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

/** RFC 9457, sent as application/problem+json. */
export const problemSchema = z.strictObject({
  type: z.string().describe('Names the kind of problem; an address that explains it.'),
  title: z.string().describe('The kind of problem in words.'),
  status: z.number().int().describe('The HTTP status once more.'),
  detail: z.string().describe('What happened in this case, in words.'),
  errors: z.array(z.strictObject({
    parameter: z.string(),
    code: z.enum(parameterProblems),
    detail: z.string(),
    allowed: z.array(z.string()).optional().describe('The values this parameter takes.'),
  })).optional().describe('One entry for each parameter that is wrong.'),
})

export type ProblemAnswer = z.infer<typeof problemSchema>
