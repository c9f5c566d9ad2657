import { z } from 'zod'
import { keptKinds, slugOf } from '../figures/kept'
import type { Scope } from '../people/api-token'
import { endpoints, type Endpoint } from './endpoints'
import { problemSchema } from './problem'
import { writings, writtenAnswerSchema, type Writing } from './writings'

/** The OpenAPI 3.1 document of the API, made of the schemas the answers are held to. `version` is the program's. */
export function apiDocument(version: string): Record<string, unknown> {
  const all: Endpoint[] = Object.values(endpoints)
  const answers = all.flatMap(({ answer }) => (answer ? [answer] : []))
  const changes: Writing[] = Object.values(writings)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guoshen',
      version,
      summary: 'Cases of WeChat mini-program reviews, and the figures made of them.',
      description: 'Open to everybody for reading, from any origin, without a key. Writing, and what is one’s own, need a token, '
        + 'which its owner makes at /me/tokens. Times are Asia/Shanghai.',
      license: { name: 'CC BY 4.0', identifier: 'CC-BY-4.0' },
    },
    servers: [{ url: '/api/v1' }],
    paths: pathsOf([
      ...all.map((endpoint): Method => [endpoint.path, 'get', operation(endpoint)]),
      documentItself,
      ...changes.map((writing): Method => [writing.path, 'post', change(writing)]),
    ]),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'guoshen_… of /me/tokens; its scopes stand beside each operation.' } },
      schemas: componentSchemas([
        ...answers, written, { name: 'Problem', schema: problemSchema }, ...distinct(changes.map(({ body }) => body)),
      ]),
    },
  }
}

type Method = [path: string, method: 'get' | 'post', operation: object]

function pathsOf(methods: Method[]): Record<string, object> {
  const paths: Record<string, object> = {}
  for (const [path, method, operation] of methods) paths[path] = { ...paths[path], [method]: operation }
  return paths
}

const written = { name: 'Written', schema: writtenAnswerSchema }

const documentItself: Method = ['/openapi.json', 'get', {
  operationId: 'openapi',
  summary: 'This document.',
  responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } } },
}]

function operation(endpoint: Endpoint): object {
  const { path, summary, parameters, answer, media, mayBeMissing, movesOn, scope } = endpoint
  const named = Object.entries(parameters).map(([name, schema]) => parameter(name, schema))
  const content = answer
    ? { 'application/json': { schema: refTo(answer.name) } }
    : { [media ?? 'text/plain']: { schema: { type: 'string' } } }
  return {
    operationId: nameOf(path),
    summary,
    ...(scope && needing(scope)),
    parameters: [...pathParameters(path), ...named],
    responses: {
      200: { description: 'What was asked for.', content },
      ...(answer && { 304: { description: 'Nothing has changed since the ETag in If-None-Match.' } }),
      ...(movesOn && { 308: { description: 'It was merged into another; Location is where that one is read.', headers: { Location: { schema: { type: 'string' } } } } }),
      400: problem('A parameter that is not known, or one given twice.'),
      ...(scope && refusedWithoutToken),
      ...(mayBeMissing && { 404: problem('There is nothing of that name to be read.') }),
      ...(named.length > 0 && { 422: problem('A parameter with a value that is none; `errors` names it.') }),
      429: problem('More than one address may ask for; Retry-After says when to come back.'),
      503: problem('No time now; Retry-After says when to come back.'),
    },
  }
}

function change({ path, summary, scope, body, status }: Writing): object {
  return {
    operationId: `post_${nameOf(path)}`,
    summary,
    ...needing(scope),
    parameters: [...pathParameters(path), {
      name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 255 },
      description: 'A text of one’s own for each change, such as a UUID: sent again under it, the same is done once.',
    }],
    requestBody: { required: true, content: { 'application/json': { schema: refTo(body.name) } } },
    responses: {
      [status]: {
        description: 'Done, now or before under this key.',
        content: { 'application/json': { schema: refTo(written.name) } },
        ...(status === 201 && { headers: { Location: { schema: { type: 'string' }, description: 'Where it can be read.' } } }),
      },
      ...(status === 201 && {
        202: { description: 'Taken, and held until a moderator has looked: `state` is `waiting`.', content: { 'application/json': { schema: refTo(written.name) } } },
      }),
      400: problem('No Idempotency-Key, a query where none is asked for, or a body that is no JSON of ours.'),
      ...refusedWithoutToken,
      ...(path.includes('{id}') && { 404: problem('There is nothing of that name to be written to.') }),
      409: problem('The key has done something else, or what is written to is closed.'),
      413: problem('The body is larger than 512 kB.'),
      415: problem('The body is no application/json, or is compressed.'),
      422: problem('Something in the body is not so; `errors` points to each.'),
      429: problem('Too fast, as people may be too; Retry-After says for how many seconds.'),
    },
  }
}

const needing = (scope: Scope) => ({ security: [{ token: [] }], description: `Needs a token with the scope \`${scope}\`.` })

const nameOf = (path: string) => path.replace(/^\//, '').replaceAll(/[^a-z]+/g, '_').replace(/_$/, '')

function distinct<Named extends { name: string }>(all: Named[]): Named[] {
  return [...new Map(all.map(it => [it.name, it])).values()]
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
const refusedWithoutToken = {
  401: problem('No token, or none that is valid.'),
  403: problem('A token without this scope, or an owner who may not.'),
}

function componentSchemas(named: { name: string; schema: z.ZodType }[]): Record<string, unknown> {
  const registry = z.registry<{ id: string }>()
  for (const { name, schema } of named) registry.add(schema, { id: name })
  // A body is described as it is sent, before what is left out is filled in; answers are strict, and the same either way.
  const { schemas } = z.toJSONSchema(registry, { io: 'input', uri: id => `#/components/schemas/${id}` })
  return Object.fromEntries(Object.entries(schemas).map(([name, { $schema: _, $id: __, ...schema }]) => [name, schema]))
}
