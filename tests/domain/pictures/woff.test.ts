import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unpackWoff } from '@/app/pictures/woff'

test('a WOFF of a deflated table of 100 bytes and a plain one of 6: both come out, at 44 and 144, in 152 bytes', () => {
  const long = Buffer.alloc(100, 7)
  const font = unpackWoff(woffOf([['aaaa', long], ['bbbb', Buffer.from('plain!')]]))
  expect(font.length).toBe(12 + 2 * 16 + 100 + 6 + 2)
  expect([0, 1].map(i => font.readUInt32BE(12 + 16 * i + 8))).toEqual([44, 144])
  expect(font.subarray(44, 144)).toEqual(long)
  expect(font.toString('latin1', 144, 150)).toBe('plain!')
  // 2 tables: the largest power of 2 is 2, so 32, 1 and 0.
  expect([4, 6, 8, 10].map(at => font.readUInt16BE(at))).toEqual([2, 32, 1, 0])
})

test('a font of the package has its tables where its directory says, each with the checksum it was given', () => {
  const font = unpackWoff(readFileSync('node_modules/@fontsource/noto-serif-sc/files/noto-serif-sc-latin-500-normal.woff'))
  const count = font.readUInt16BE(4)
  expect(count).toBeGreaterThan(8)
  for (let i = 0; i < count; i++) {
    const [sum, offset, length] = [4, 8, 12].map(field => font.readUInt32BE(12 + 16 * i + field)) as [number, number, number]
    // The head table holds the sum of the whole file, which its own checksum leaves out.
    if (font.toString('latin1', 12 + 16 * i, 16 + 16 * i) !== 'head') expect(checksum(font.subarray(offset, offset + length))).toBe(sum)
  }
})

test('what is no WOFF, and what inflates to another length than it names, is refused', () => {
  expect(() => unpackWoff(Buffer.alloc(60))).toThrow('not a WOFF font')
  const broken = woffOf([['aaaa', Buffer.alloc(100, 7)]])
  broken.writeUInt32BE(101, 44 + 12)
  expect(() => unpackWoff(broken)).toThrow('100 bytes, not 101')
})

function woffOf(tables: [string, Buffer][]): Buffer {
  const head = Buffer.alloc(44 + 20 * tables.length)
  head.write('wOFF')
  head.writeUInt32BE(0x00010000, 4)
  head.writeUInt16BE(tables.length, 12)
  const parts: Buffer[] = [head]
  tables.forEach(([name, table], i) => {
    const deflated = deflateSync(table)
    const packed = deflated.length < table.length ? deflated : table
    head.write(name, 44 + 20 * i)
    head.writeUInt32BE(parts.reduce((sum, { length }) => sum + length, 0), 48 + 20 * i)
    head.writeUInt32BE(packed.length, 52 + 20 * i)
    head.writeUInt32BE(table.length, 56 + 20 * i)
    parts.push(packed)
  })
  return Buffer.concat(parts)
}

function checksum(table: Buffer): number {
  const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)])
  let sum = 0
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0
  return sum
}
