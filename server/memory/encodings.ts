import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export type Encoding = 'identity' | 'gzip' | 'br'

/** What is sent to whom: brotli where it is understood, or gzip. What a reader refuses (`br;q=0`) he is not sent. */
export function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const known = remembered.get(accepted)
  if (known) return known
  const found = (['br', 'gzip'] as const).find(name => accepts(accepted, name)) ?? 'identity'
  if (remembered.size < 200) remembered.set(accepted, found)
  return found
}

/** Compresses in a thread of its own; `once` what is sent to one reader alone. */
export async function encode(bytes: Buffer, encoding: Encoding, effort: 'kept' | 'once' = 'kept'): Promise<Buffer> {
  const { gzip, br } = efforts[effort]
  if (encoding === 'gzip') return zip(bytes, { level: gzip })
  if (encoding === 'br') return brotli(bytes, { chunkSize: 65_536, params: { ...text, [constants.BROTLI_PARAM_QUALITY]: br, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
  return bytes
}

/** Whether it is worth it: pictures and fonts are compressed already, and what fits one packet gains nothing. */
export function isCompressible(type: string, size: number): boolean {
  return size > 1_200 && /^(text\/|application\/(json|javascript|[\w.-]+\+json|x-ndjson)|image\/svg)/.test(type)
}

// Browsers send a handful of different lines.
const remembered = new Map<string, Encoding>()
const zip = promisify(gzip)
const brotli = promisify(brotliCompress)
// Of brotli, at 5 a page is smaller than gzip's best and takes a few milliseconds; at 11 it would take a hundred, for a tenth less,
// and a page of a busy case is made anew many times a minute. At 3 it takes a third of the time of 5, for a sixth more.
const efforts = { kept: { gzip: 6, br: 5 }, once: { gzip: 4, br: 3 } }
// A window of 256 kB holds a whole page, and costs less to lay out than brotli's own of 4 MB.
const text = { [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT, [constants.BROTLI_PARAM_LGWIN]: 18 }

function accepts(accepted: string, name: string): boolean {
  const [, weight] = new RegExp(`(?:^|,)\\s*${name}\\s*(?:;\\s*q=([\\d.]+)\\s*)?(?:,|$)`, 'i').exec(accepted) ?? [null, '0']
  return weight === undefined || Number(weight) > 0
}
