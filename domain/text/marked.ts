import { termsToSeek } from './terms'

/** A piece of text, and whether it is what was searched for. */
export type MarkedPiece = { text: string; found: boolean }

/** Cuts a plain text into pieces so that what the query asks for can be shown; joined they are the text again. */
export function markFound(text: string, query: string): MarkedPiece[] {
  const { folded, origin } = foldedWithOrigin(text)
  const marks = new Uint8Array(text.length)
  for (const { term } of termsToSeek(query)) {
    for (let at = folded.indexOf(term); at !== -1; at = folded.indexOf(term, at + 1)) {
      marks.fill(1, origin[at], origin[at + term.length])
    }
  }
  return piecesOf(text, marks)
}

/** About `length` characters of a plain text around the first thing found, or its beginning. */
export function windowAround(text: string, query: string, length: number): string {
  const { folded, origin } = foldedWithOrigin(text)
  const places = termsToSeek(query).map(({ term }) => folded.indexOf(term)).filter(at => at !== -1)
  const first = origin[Math.min(...places, folded.length)] ?? 0
  const from = places.length === 0 || first < length / 2 ? 0 : first - Math.floor(length / 3)
  const cut = text.slice(from, from + length).toWellFormed()
  return `${from > 0 ? '…' : ''}${cut}${from + length < text.length ? '…' : ''}`
}

// NFKC changes lengths (㈱ becomes three signs), so every folded unit remembers where it came from.
function foldedWithOrigin(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const sign of text) {
    const fold = sign.normalize('NFKC').toLowerCase()
    folded += fold
    for (let unit = 0; unit < fold.length; unit++) origin.push(at)
    at += sign.length
  }
  origin.push(at)
  return { folded, origin }
}

function piecesOf(text: string, marks: Uint8Array): MarkedPiece[] {
  const pieces: MarkedPiece[] = []
  for (let from = 0, to = 1; from < text.length; to++) {
    if (to < text.length && marks[to] === marks[from]) continue
    pieces.push({ text: text.slice(from, to), found: marks[from] === 1 })
    from = to
  }
  return pieces
}
