import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unpackWoff } from './woff'

// One weight for all: resvg looks for a missing sign in any face it has, so that two weights would be mixed in a word.
const weight = 500
const family = join(process.cwd(), 'node_modules/@fontsource/noto-serif-sc')

/** What the face is called where a picture asks for it. */
export const faceName = 'Noto Serif SC'

/**
 * The fonts that hold the letters of a text: the Latin one first, then each part of the Chinese face that is needed, some
 * 80 kB a part. Parts are kept once they have been read; all hundred would be 8 MB.
 */
export function fontsFor(text: string): Buffer[] {
  const parts = new Set(['latin'])
  for (const sign of new Set(text)) {
    const part = partOf(sign.codePointAt(0)!)
    if (part) parts.add(part)
  }
  return [...parts].map(unpacked)
}

const kept = new Map<string, Buffer>()

function unpacked(part: string): Buffer {
  const known = kept.get(part)
  if (known) return known
  const font = unpackWoff(readFileSync(join(family, `files/noto-serif-sc-${part}-${weight}-normal.woff`)))
  kept.set(part, font)
  return font
}

type Range = { from: number; to: number; part: string }

let ranges: Range[] | undefined

/** The part of the face that holds a sign; none where the face has not got it. */
function partOf(code: number): string | undefined {
  ranges ??= readRanges()
  return ranges.find(({ from, to }) => code >= from && code <= to)?.part
}

// The package's own table: {"[4]": "U+1f1e9-1f1f5,…", "latin": "U+0000-00FF,…"}. Latin first: others repeat its signs.
function readRanges(): Range[] {
  const table = JSON.parse(readFileSync(join(family, 'unicode.json'), 'utf8')) as Record<string, string>
  const parts = Object.entries(table).sort(([a], [b]) => Number(b === 'latin') - Number(a === 'latin'))
  return parts.flatMap(([name, list]) => list.split(',').map(range => {
    const [from, to] = range.trim().slice(2).split('-').map(code => Number.parseInt(code, 16)) as [number, number?]
    return { from, to: to ?? from, part: name.replace(/[[\]]/g, '') }
  }))
}
