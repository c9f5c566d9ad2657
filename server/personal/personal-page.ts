import type { Question } from '../../domain/people/audience'

// A page for anyone, as components/reader/whether.tsx marked it, taken apart once and put together for each reader. As
// in finish-page.ts, tags are those that React wrote: nothing that people typed looks like one.

export type PersonalPage = {
  pieces: readonly Piece[]
  /** Every question in it, each once. */
  questions: readonly Question[]
}

// Bytes, since they are sent many times and written once.
type Piece = Uint8Array | { put: 'name' | 'news' | 'key' } | { apart: true } | Choice
type Choice = { asks: Question; holds: boolean; pieces: Piece[] }

/** What one reader answers to the questions of a page. */
export type ReaderFacts = { yes: ReadonlySet<Question>; name: string; news: number; key: string }

/** Takes a page for anyone apart. */
export function takeApart(html: string): PersonalPage {
  const questions = new Set<Question>()
  const whole: Piece[] = []
  const open: Choice[] = []
  const here = () => open.at(-1)?.pieces ?? whole
  let at = 0
  for (const mark of html.matchAll(marksOf(html))) {
    const [text, not, asks, closing, put] = mark
    if (mark.index > at) here().push(Buffer.from(html.slice(at, mark.index)))
    at = mark.index + text.length
    if (asks !== undefined) {
      const choice = { asks: asks as Question, holds: not === undefined, pieces: [] }
      questions.add(choice.asks)
      here().push(choice)
      open.push(choice)
    } else if (closing !== undefined) open.pop()
    else if (put === 'apart') here().push({ apart: true })
    else here().push({ put: (put ?? 'key') as 'name' | 'news' | 'key' })
  }
  if (open.length > 0) throw new Error('A choice between two readers never ends.')
  here().push(Buffer.from(html.slice(at)))
  return { pieces: whole, questions: [...questions] }
}

/** The page as this reader gets it; null when it has to be made for him alone. */
export function putTogether(page: PersonalPage, facts: ReaderFacts): Buffer | null {
  const said = { name: Buffer.from(escaped(facts.name)), news: Buffer.from(String(facts.news)), key: Buffer.from(facts.key) }
  const parts: Uint8Array[] = []
  return put(page.pieces) ? Buffer.concat(parts) : null

  function put(pieces: readonly Piece[]): boolean {
    for (const piece of pieces) {
      if (piece instanceof Uint8Array) parts.push(piece)
      else if ('apart' in piece) return false
      else if ('put' in piece) parts.push(said[piece.put])
      else if (facts.yes.has(piece.asks) === piece.holds && !put(piece.pieces)) return false
    }
    return true
  }
}

// The forms of a page count up from one key (app/typed-draft.ts), which is put anew for each reader.
function marksOf(html: string): RegExp {
  const [, key] = /<input type="hidden" name="key" value="([\w-]{22})-\d+"\/>/.exec(html) ?? []
  const marks = '<reader-is(-not)? asks="([a-z0-9:]+)">|(</reader-is(?:-not)?>)|<reader-(name|news|apart)></reader-\\4>'
  return new RegExp(key ? `${marks}|${key}` : marks, 'g')
}

// As React does it.
function escaped(text: string): string {
  return text.replace(/["'&<>]/g, sign => ({ '"': '&quot;', '\'': '&#x27;', '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
}
