import { z } from 'zod'
import { keptKinds, slugOf } from '../figures/kept'
import { endpoints, type Endpoint } from './endpoints'
import { problemSchema } from './problem'

/** The OpenAPI 3.1 document of the API, made of the schemas the answers are held to. `version` is the program's. */
export function apiDocument(version: string): Record<string, unknown> {
  const all: Endpoint[] = Object.values(endpoints)
  const answers = all.flatMap(({ answer }) => (answer ? [answer] : []))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guoshen',
      version,
      summary: 'Cases of WeChat mini-program reviews, and the figures made of them.',
      description: 'Open to everybody for reading, from any origin, without a key. Times are Asia/Shanghai.',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths: Object.fromEntries([...all.map(endpoint => [endpoint.path, { get: operation(endpoint) }]), documentItself]),
    components: { schemas: componentSchemas([...answers, { name: 'Problem', schema: problemSchema }]) },
  }
}

const documentItself = ['/openapi.json', {
  get: {
    operationId: 'openapi',
    summary: 'This document.',
    responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
  },
}]

function operation(endpoint: Endpoint): object {
  const { path, summary, parameters, answer, media, mayBeMissing } = endpoint
  const named = Object.entries(parameters).map(([name, schema]) => parameter(name, schema))
  const content = answer
    ? { 'application/json': { schema: refTo(answer.name) } }
    : { [media ?? 'text/plain']: { schema: { type: 'string' } } }
  return {
    operationId: path.replace(/^\//, '').replaceAll(/[^a-z]+/g, '_').replace(/_$/, ''),
    summary,
    parameters: [...pathParameters(path), ...named],
    responses: {
      200: { description: 'What was asked for.', content },
      ...(answer && { 304: { description: 'Nothing has changed since the ETag in If-None-Match.' } }),
      400: problem('A parameter that is not known, or one given twice.'),
      ...(mayBeMissing && { 404: problem('There is nothing of that name to be read.') }),
      ...(named.length > 0 && { 422: problem('A parameter with a value that is none; `errors` names it.') }),
    },
  }
}

function parameter(name: string, schema: z.ZodType): object {
  const { $schema: _, description, ...json } = z.toJSONSchema(schema, { io: 'output' }) as Record<string, unknown>
  return { name, in: 'query', required: false, ...(description !== undefined && { description }), schema: json }
}

// What stands between braces in a path. Of the kinds the document can only say which there are.
const inPath: Record<string, object> = {
  id: { type: 'integer', minimum: 1 },
  ref: { type: 'string', pattern: '^[0-9a-f]{20}$' },
  kind: { type: 'string', enum: keptKinds.map(slugOf) },
}

function pathParameters(path: string): object[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: inPath[name!] }))
}

const problem = (description: string) =>
  ({ description, content: { 'application/problem+json': { schema: refTo('Problem') } } })
const refTo = (name: string) => ({ $ref: `#/components/schemas/${name}` })

function componentSchemas(named: { name: string; schema: z.ZodType }[]): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const { name, schema } of named) registry.add(schema, { id: name })
  const { schemas } = z.toJSONSchema(registry, { uri: id => `#/components/schemas/${id}` })
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]))
}
