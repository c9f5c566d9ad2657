import type { z } from 'zod'

/**
 * Something a writer must put right. `path` is the form field's name (`subject`, `events.2.at`), `code` a key of
 * messages.problems, `values` what its sentence needs (event types and field names come as codes).
 */
export type Problem = { path: string; code: string; values?: Record<string, string | number> }

/**
 * Words zod's issues as our problems. A custom issue's message is its code, its `params` are the values. `input` is
 * what was parsed: by it a field that was left out is told from one that was filled in wrongly.
 */
export function problemsOf(error: z.ZodError, input: unknown): Problem[] {
  return error.issues.flatMap(issue => problemsOfIssue(issue, isMissing(input, issue.path)))
}

function problemsOfIssue(issue: z.core.$ZodIssue, missing: boolean): Problem[] {
  const path = issue.path.join('.')
  if (missing) return [{ path, code: 'required' }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => ({
        path: path === '' ? key : `${path}.${key}`, code: 'unknown_field', values: { field: key },
      }))
    case 'invalid_value':
      return [{ path, code: 'not_in_list' }]
    case 'invalid_type':
      return [{ path, code: 'wrong_kind', values: { expected: issue.expected } }]
    case 'too_small':
      return [{ path, code: smallCode(issue.origin), values: { least: Number(issue.minimum) } }]
    case 'too_big':
      return [{ path, code: bigCode(issue.origin), values: { most: Number(issue.maximum) } }]
    case 'custom':
      return [{ path, code: issue.message, ...(issue.params ? { values: issue.params } : {}) }]
    default:
      return [{ path, code: 'wrong_form' }]
  }
}

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input
  for (const key of path) value = (value as Record<PropertyKey, unknown> | null | undefined)?.[key]
  return value === undefined
}

const smallCode = (origin: string) =>
  origin === 'array' ? 'choose_one' : origin === 'string' ? 'too_short' : 'too_small'
const bigCode = (origin: string) =>
  origin === 'array' ? 'too_many' : origin === 'string' ? 'too_long' : 'too_big'
