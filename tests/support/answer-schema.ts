import { z } from 'zod'

type Json = Record<string, unknown>

/** The schema of a document's answer, made of the document alone, so that it tells what a stranger would read there. */
export function schemaIn(document: Json, schema: Json): z.ZodType {
  return z.fromJSONSchema(resolved(document, schema) as never)
}

/** Every `$ref` put in place; a reference to nothing is an error. */
function resolved(document: Json, part: unknown): unknown {
  if (Array.isArray(part)) return part.map(it => resolved(document, it))
  if (typeof part !== 'object' || part === null) return part
  const { $ref } = part as { $ref?: string }
  if ($ref === undefined) {
    return Object.fromEntries(Object.entries(part).map(([name, it]) => [name, resolved(document, it)]))
  }
  const name = /^#\/components\/schemas\/(\w+)$/.exec($ref)?.[1] ?? ''
  const { schemas } = document.components as { schemas: Json }
  if (!(name in schemas)) throw new Error(`The document refers to ${$ref}, which is not in it.`)
  return resolved(document, schemas[name])
}
