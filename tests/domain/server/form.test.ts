import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { typedBy, typedIn } from '@/server/limits/form'

const site = 'https://guoshen.example'
const plain = 'application/x-www-form-urlencoded'

type Sent = { body: string; origin?: string; type?: string; length?: string | undefined }

/** A form on its way in, and how much of it was read. */
function form({ body, origin = site, type = plain, ...given }: Sent) {
  const bytes = Buffer.from(body)
  let read = 0
  const stream = Readable.from((function* () {
    for (let at = 0; at < bytes.length; at += 65_536) {
      const piece = bytes.subarray(at, at + 65_536)
      read += piece.length
      yield piece
    }
  })())
  const length = 'length' in given ? given.length : String(bytes.length)
  const headers = { origin, 'host': 'guoshen.example', 'content-type': type, ...length !== undefined && { 'content-length': length } }
  const request = Object.assign(stream, { method: 'POST', headers }) as unknown as IncomingMessage
  return { request, bytes, read: () => read }
}

const fullCase = () => {
  const typed = new URLSearchParams({ key: 'abcdefghijklmnop', lang: 'zh', words: '等'.repeat(20_000) })
  for (let n = 0; n < 100; n++) for (const field of ['kind', 'date', 'time', 'note']) typed.append(`events.${n}.${field}`, '2026-11-24')
  return typed
}

describe('A form for which there is no time', () => {
  test('is given back whole, also one as long as any honest one is', async () => {
    const typed = fullCase()
    const { request, bytes } = form({ body: typed.toString() })
    expect(bytes.length).toBeGreaterThan(180_000)
    expect(String(typedIn(request, bytes, site))).toBe(String(typed))
    expect(String(await typedBy(request, site))).toBe(String(typed))
  })

  test.each<[string, Sent]>([
    ['longer than any honest one', { body: `words=${'\''.repeat(4_000_000)}` }],
    ['that does not say how long it is', { body: 'words=1', length: undefined }],
    ['that says no number', { body: 'words=1', length: 'many' }],
    ['of another site', { body: 'words=1', origin: 'https://eve.example' }],
    ['with files', { body: 'words=1', type: 'multipart/form-data; boundary=x' }],
  ])('is not even read where it is one %s', async (_, sent) => {
    const { request, read } = form(sent)
    expect([await typedBy(request, site), read()]).toEqual([null, 0])
  })

  test.each([
    ['millions of fields', 'a=&'.repeat(1_300_000)], ['more fields than any form of ours', 'a=&'.repeat(2_000)],
    ['signs that grow on a page', `words=${'\''.repeat(65_536)}`], ['a body too large', `words=${'\''.repeat(4_000_000)}`],
  ])('is not made into a page where it has %s', async (_, body) => {
    const { request, bytes } = form({ body })
    expect([typedIn(request, bytes, site), await typedBy(request, site)]).toEqual([null, null])
  })
})
