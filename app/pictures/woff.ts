import { inflateSync } from 'node:zlib'

const headLength = 44
const entryLength = 20

/**
 * Unpacks a WOFF 1.0 font into the sfnt (TrueType, OpenType) it was made from: every table is inflated where it is
 * deflated, and the table directory is written anew. Throws where the bytes are no WOFF, are cut off or do not inflate to
 * the length they name.
 * Source: W3C Recommendation "WOFF File Format 1.0", 2012, sections 3 to 5.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.length < headLength || woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font')
  const count = woff.readUInt16BE(12)
  const directory = Buffer.alloc(12 + 16 * count)
  writeHead(directory, woff.readUInt32BE(4), count)
  const parts: Buffer[] = [directory]
  let at = directory.length
  for (let i = 0; i < count; i++) {
    const entry = headLength + i * entryLength
    const [offset, packed, length, checksum] = [4, 8, 12, 16].map(field => woff.readUInt32BE(entry + field)) as [number, number, number, number]
    const bytes = woff.subarray(offset, offset + packed)
    const table = packed < length ? inflateSync(bytes) : bytes
    if (table.length !== length) throw new Error(`table ${i} of a WOFF font has ${table.length} bytes, not ${length}`)
    woff.copy(directory, 12 + 16 * i, entry, entry + 4)
    ;[checksum, at, length].forEach((value, field) => directory.writeUInt32BE(value, 12 + 16 * i + 4 * (field + 1)))
    // Tables begin at multiples of four.
    const padding = Buffer.alloc((4 - (length % 4)) % 4)
    parts.push(table, padding)
    at += length + padding.length
  }
  return Buffer.concat(parts)
}

/** The flavour, the number of tables, and the three numbers that speed up a search among them. */
function writeHead(directory: Buffer, flavour: number, count: number): void {
  const power = Math.floor(Math.log2(Math.max(1, count)))
  const range = 2 ** power * 16
  directory.writeUInt32BE(flavour, 0)
  ;[count, range, power, count * 16 - range].forEach((value, i) => directory.writeUInt16BE(value, 4 + 2 * i))
}
