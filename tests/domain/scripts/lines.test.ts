import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { linesOf } from '@/scripts/lines'

async function lines(...chunks: (string | Buffer)[]): Promise<string[]> {
  const all: string[] = []
  const stream = Readable.from(chunks.map(chunk => Buffer.from(chunk)), { objectMode: false })
  for await (const line of linesOf(stream)) all.push(line)
  return all
}

describe('The lines of a file', () => {
  test('are 3, whether it ends with a line end or not, on whichever system it was written', async () => {
    expect(await lines('a\nb\nc')).toEqual(['a', 'b', 'c'])
    expect(await lines('a\r\nb\r\nc\r\n')).toEqual(['a', 'b', 'c'])
    expect(await lines('\ufeffa\n\nb\n')).toEqual(['a', '', 'b'])
  })

  test('stay whole where chunks cut a line and a character in 2, and at U+2028', async () => {
    const bytes = Buffer.from('认证\u2028备案\n年审')
    expect(await lines(bytes.subarray(0, 4), bytes.subarray(4, 13), bytes.subarray(13))).toEqual(['认证\u2028备案', '年审'])
  })

  test('of 5 million signs without an end are 1 line of little more than a million, and the next is read', async () => {
    const chunk = 'x'.repeat(100_000)
    const [endless, next] = await lines(...Array.from({ length: 50 }, () => chunk), '\nnext')
    expect(endless!.length).toBeLessThan(1_200_000)
    expect(endless!.length).toBeGreaterThan(1_000_000)
    expect(next).toBe('next')
  })
})
