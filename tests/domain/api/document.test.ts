import { describe, expect, test } from 'vitest'
import { apiDocument } from '@/domain/api/document'
import { endpoints } from '@/domain/api/endpoints'
import { writings } from '@/domain/api/writings'
import { schemaIn } from '../../support/answer-schema'

type Json = Record<string, unknown>

const document = JSON.parse(JSON.stringify(apiDocument('1.2.3'))) as Json
const { schemas } = document.components as { schemas: Record<string, Json> }

describe('The document of the API', () => {
  test('is OpenAPI 3.1 of this version and describes every endpoint and itself', () => {
    expect(document).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' }, servers: [{ url: '/api/v1' }] })
    const paths = Object.keys(document.paths as object)
    const written = Object.values(writings).map(({ path }) => path)
    expect(new Set(paths)).toEqual(new Set([...Object.values(endpoints).map(({ path }) => path), '/openapi.json', ...written]))
  })

  test('names each parameter once, with a schema, and the id of a case in its path', () => {
    const { parameters } = (document.paths as Record<string, { get: { parameters: Json[] } }>)['/cases/{id}']!.get
    expect(parameters).toEqual([{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }])
    const ofCases = (document.paths as Record<string, { get: { parameters: Json[] } }>)['/cases']!.get.parameters
    expect(ofCases.map(({ name }) => name)).toEqual(Object.keys(endpoints.cases.parameters))
    expect(ofCases.find(({ name }) => name === 'limit')).toMatchObject(
      { schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } })
  })

  test('allows no field that it does not name, in any answer', () => {
    expect(objectsIn(schemas).filter(it => it.additionalProperties !== false && !isRecord(it))).toEqual([])
  })

  test('names no e-mail, address, hash or session among the fields of any answer', () => {
    const fields = objectsIn(schemas).flatMap(it => Object.keys((it.properties ?? {}) as object))
    expect(fields.length).toBeGreaterThan(100)
    const personal = /mail|^ip|address|hash|session|password|token|author|name_key|device/
    expect(fields.filter(field => personal.test(field))).toEqual([])
  })

  test('refuses a case with one field too many and one without its outcome', () => {
    const schema = schemaIn(document, schemas.CaseList!)
    expect(schema.safeParse({ cases: [], next: null }).success).toBe(true)
    expect(schema.safeParse({ cases: [], next: null, author: 'Lin' }).success).toBe(false)
    expect(schema.safeParse({ cases: [{ id: 1 }], next: null }).success).toBe(false)
  })
})

function objectsIn(part: unknown): Json[] {
  if (typeof part !== 'object' || part === null) return []
  const below = Object.values(part).flatMap(objectsIn)
  return (part as Json).type === 'object' ? [part as Json, ...below] : below
}

// Counts by a code: the codes are the only names it takes.
function isRecord(schema: Json): boolean {
  return typeof schema.propertyNames === 'object' && 'enum' in (schema.propertyNames as object)
}
