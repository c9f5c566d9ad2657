import { z } from 'zod'
import { caseSorts, readFilter, type CaseFilter } from '../case/filter'
import { layers } from '../case/layers'
import {
  categories, namePatterns, outcomes, processes, proofs, reasons, subjects,
} from '../codes'
import { isId } from '../ids'
import type { ParameterProblem } from './problem'

/** What a list of cases or a figure can be narrowed to: the same names as in the addresses of the pages. */
export const filterParameters = {
  process: z.enum(processes).optional().describe('The review a case is about.'),
  subject: z.enum(subjects).optional().describe('Who owns the mini program.'),
  category: z.enum(categories).optional(),
  pattern: z.enum(namePatterns).optional().describe('A pattern that the name shows; a name may show several.'),
  outcome: z.enum(outcomes).optional(),
  proof: z.enum(proofs).optional().describe('A proof that was demanded.'),
  reason: z.enum(reasons).optional().describe('A reason given when the case was sent back or refused.'),
  layer: z.enum(layers).optional()
    .describe('Who tells: `own` people of themselves, `thread` distilled from threads, `all` these and observed.'),
  tag: z.string().regex(/^[a-z0-9_-]{1,60}$/).optional().describe('A tag, by its place in addresses.'),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).optional()
    .describe('Month of the first dated event in Shanghai, YYYY-MM.'),
} satisfies Record<keyof CaseFilter, z.ZodType>

// A page larger than this is slower to make than two.
export const mostCases = 100

export const pageParameters = {
  sort: z.enum(caseSorts).default('newest').describe('`newest` first, last `active` first, or most `agreed` first.'),
  after: z.string().regex(/^(\d{1,15}-)?\d{1,10}$/, { abort: true }).refine(after => isId(after.replace(/^\d+-/, ''))).optional().describe('The `next` of the page before.'),
  limit: z.string().regex(/^\d{1,4}$/).transform(Number).pipe(z.number().int().min(1).max(mostCases)).default(20),
}

export type Shape = Record<string, z.ZodType>
export type Asked<Parameters extends Shape> = z.infer<z.ZodObject<Parameters>>
export type ReadParameters<Parameters extends Shape> =
  | { ok: true; asked: Asked<Parameters>; filter: CaseFilter }
  | { ok: false; problem: 'bad_request' | 'unreadable_value'; errors: ParameterProblem[] }

/**
 * Reads the query of an address against the parameters of an endpoint. What we do not know, and what is given twice,
 * is refused rather than ignored: a misspelt filter would answer about all cases. An empty value is a missing one.
 */
export function readParameters<Parameters extends Shape>(
  search: URLSearchParams, parameters: Parameters,
): ReadParameters<Parameters> {
  const foreign = [...new Set(search.keys())].flatMap(name => foreignness(name, search, parameters))
  if (foreign.length > 0) return { ok: false, problem: 'bad_request', errors: foreign }

  const given = Object.fromEntries([...search].filter(([, value]) => value !== ''))
  const read = z.object(parameters).safeParse(given)
  if (!read.success) {
    const errors = read.error.issues.map(issue => faultOf(issue, given, parameters))
    return { ok: false, problem: 'unreadable_value', errors }
  }
  return { ok: true, asked: read.data, filter: readFilter(given).filter }
}

function foreignness(name: string, search: URLSearchParams, parameters: Shape): ParameterProblem[] {
  if (!Object.hasOwn(parameters, name)) {
    return [{ parameter: name, code: 'unknown_parameter', allowed: Object.keys(parameters) }]
  }
  return search.getAll(name).length > 1 ? [{ parameter: name, code: 'given_twice' }] : []
}

function faultOf(issue: z.core.$ZodIssue, given: Record<string, string>, parameters: Shape): ParameterProblem {
  const parameter = String(issue.path[0])
  if (given[parameter] === undefined) return { parameter, code: 'required', ...valuesOf(parameters[parameter]) }
  if (issue.code === 'invalid_value') return { parameter, code: 'not_in_list', ...valuesOf(parameters[parameter]) }
  return { parameter, code: issue.code === 'too_small' || issue.code === 'too_big' ? 'out_of_range' : 'wrong_form' }
}

function valuesOf(schema: z.ZodType | undefined): { allowed?: readonly string[] } {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) inner = inner.unwrap() as z.ZodType
  return inner instanceof z.ZodEnum ? { allowed: inner.options.map(String) } : {}
}
