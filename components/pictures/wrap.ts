import { textWidth } from '../charts/text-width'

/** A stretch of a line; what a sentence sets bold is strong. */
export type Run = { text: string; strong: boolean }
export type Line = Run[]

/** What may not begin a line, and what may not end one. */
const closing = /^[、，。；：！？）」』》”’%％…—·,.;:!?)\]–-]+$/u
const opening = /^[（「『《“‘([<>≤≥]+$/u

/**
 * A sentence in lines of at most `width` units in letters of `size` units. Han break anywhere but before a closing and
 * after an opening sign; Latin words stay whole, and numbers with what they count. What stands between ** ** comes back
 * as strong.
 */
export function wrap(sentence: string, size: number, width: number): Line[] {
  return fill(piecesOf(sentence), (width * letterSize) / size)
}

/** The same for a headline, in no more lines: broken between its clauses where they fit, else into even lines. */
export function wrapEvenly(sentence: string, size: number, width: number): Line[] {
  const pieces = piecesOf(sentence)
  const widest = (width * letterSize) / size
  const count = fill(pieces, widest).length
  const byClause = fill(clausesOf(pieces), widest)
  if (byClause.length <= count && clausesOf(pieces).every(clause => widthOf(clause) <= widest)) return byClause
  const whole = pieces.reduce((sum, piece) => sum + widthOf(piece), 0)
  for (let even = whole / count; even < widest; even += letterSize / 2) {
    const lines = fill(pieces, even)
    if (lines.length <= count) return lines
  }
  return fill(pieces, widest)
}

// textWidth() measures in a chart's letters.
const letterSize = 15

/** Runs that must stay on one line. */
type Piece = Run[]

const widthOf = (piece: Piece) => piece.reduce((sum, { text }) => sum + textWidth(text), 0)
const textOf = (piece: Piece) => piece.map(({ text }) => text).join('')

function piecesOf(sentence: string): Piece[] {
  const pieces: Piece[] = []
  sentence.split('**').forEach((part, i) => {
    for (const [text] of part.matchAll(/\s+|[^\s\u2e80-\uffff“”‘’…—]+|[\s\S]/gu)) {
      const last = pieces.at(-1)
      if (last && staysWith(textOf(last), text)) last.push({ text, strong: i % 2 === 1 })
      else pieces.push([{ text, strong: i % 2 === 1 }])
    }
  })
  return pieces
}

function staysWith(before: string, text: string): boolean {
  if (closing.test(text)) return !/\s$/.test(before)
  if (opening.test(before.slice(-1))) return true
  // 980 例
  return /\d$/.test(before) ? /^\s+$/.test(text) : /\d\s+$/.test(before) && /^\p{Script=Han}/u.test(text)
}

/** Pieces up to a comma, a semicolon or a colon together. */
function clausesOf(pieces: readonly Piece[]): Piece[] {
  const clauses: Piece[] = []
  let open = false
  for (const piece of pieces) {
    if (open) clauses.at(-1)!.push(...piece)
    else clauses.push([...piece])
    open = !/[，；：,;:]\s*$/.test(textOf(piece))
  }
  return clauses
}

function fill(pieces: readonly Piece[], width: number): Line[] {
  const lines: Line[] = []
  let [line, used]: [Piece, number] = [[], 0]
  for (const piece of pieces) {
    const room = /^\s+$/.test(textOf(piece)) ? 0 : widthOf(piece)
    if (line.length > 0 && used + room > width) {
      lines.push(joined(line))
      ;[line, used] = [[], 0]
    }
    if (line.length === 0 && room === 0) continue
    line.push(...piece)
    used += widthOf(piece)
  }
  return line.length > 0 ? [...lines, joined(line)] : lines
}

/** Neighbours of one kind as one run, and no space at the end. */
function joined(runs: readonly Run[]): Line {
  const line: Line = []
  for (const run of runs) {
    const last = line.at(-1)
    if (last?.strong === run.strong) last.text += run.text
    else line.push({ ...run })
  }
  const last = line.at(-1)
  if (last) last.text = last.text.trimEnd()
  return line
}
