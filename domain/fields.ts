import { z } from 'zod'
import type { Problem } from './case/problem'

/** A form as the browser sends it: every name with all its values, in order. */
export type Fields = Record<string, string[]>

export type Parsed<Value> = { ok: true; value: Value } | { ok: false; problems: Problem[] }
export type Parser<Value> = (fields: Fields) => Parsed<Value>

/** The single value of a field; the empty text when it was not sent. */
export function valueOf(fields: Fields, name: string): string {
  return fields[name]?.[0] ?? ''
}

/** A parser from a schema whose fields have one value each; a problem's code is the schema's message. */
export function fromSchema<Schema extends z.ZodObject>(schema: Schema): Parser<z.infer<Schema>> {
  return fields => {
    const single = Object.fromEntries(Object.keys(schema.shape).map(name => [name, valueOf(fields, name)]))
    const result = schema.safeParse(single)
    if (result.success) return { ok: true, value: result.data as z.infer<Schema> }
    return { ok: false, problems: result.error.issues.map(problemOf) }
  }
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  return { path: issue.path.join('.'), code: issue.message }
}
