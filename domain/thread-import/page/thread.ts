import { dayNumberOf, type Day } from '../../case/interval'
import { piecesOf, type Block, type Head, type Named, type Piece } from './block'
import { linesOf, type Line } from './line'
import { placeDate, type Days } from './written-date'

/** One thing somebody wrote on a page. */
export type Item = {
  /** 0 is the post, then the comments and replies as they stand. */
  place: number
  kind: 'post' | 'comment' | 'reply'
  /** Who wrote it, as a number by first appearance, 0 where the page does not say: two items of one number are one person's. No handle is kept. */
  speaker: number
  /** First and last Shanghai day; null where the page does not bound it. */
  posted: Days | null
  likes: number | null
  text: string
  /** The comment a reply stands under. */
  parent: number | null
  /** The item it answers. */
  answers: number | null
  /** Where it begins on the page, from 1. */
  line: number
}

export type Comment = Item & { replies: Item[] }

export type Thread = {
  title: string | null
  post: Item | null
  comments: Comment[]
  /** Lines that belong to nothing the page is understood to hold. */
  unplaced: { line: number; text: string }[]
  /** Where handles stand on the page, and whose: for maskHandles alone. */
  handles: (Named & { speaker: number })[]
}

export type Saving = { /** The day the page was saved; null where nobody knows. */ savedOn: Day | null }

/**
 * Reads the pasted text of an old forum page as post, comments and replies, whatever of it there is: copied from a phone
 * or a desk, with or without empty lines and buttons. It never throws; what it cannot place it names. Linear in the text.
 */
export function parseThread(text: string, { savedOn }: Saving): Thread {
  const pieces = piecesOf(linesOf(text))
  const reader = new Reader(namesIn(pieces), savedOn === null ? null : dayNumberOf(savedOn))
  for (const piece of pieces) reader.take(piece)
  return reader.finish()
}

function namesIn(pieces: readonly Piece[]): Set<string> {
  return new Set(pieces.flatMap(piece => (piece.kind === 'block' && piece.block.head?.name.text) || []))
}

class Reader {
  readonly thread: Thread = { title: null, post: null, comments: [], unplaced: [], handles: [] }
  private readonly speakers = new Map<string, number>()
  private readonly lastOf = new Map<string, number>()
  private opening: Line[] | null = null
  private started = false
  private expected = 0
  private place = 1

  constructor(private readonly names: ReadonlySet<string>, private readonly saved: number | null) {}

  take(piece: Piece): void {
    if (piece.kind === 'heading') {
      if (this.opening) this.openWith(this.opening)
      this.started = true
      this.expected = 0
    } else if (piece.kind === 'more') this.expected = 0
    else this.takeBlock(piece.block)
  }

  finish(): Thread {
    if (this.opening) this.leave(this.opening)
    return this.thread
  }

  private takeBlock(block: Block): void {
    const { head, before, body } = block
    if (!head) {
      if (!this.started && !this.opening) this.opening = body
      else this.leave([...before, ...body])
      return
    }
    if (this.opening) this.leave(this.opening)
    this.opening = null
    const isPost = !this.started
    this.started = true
    if (isPost) this.thread.title = before.findLast(line => line.kind === 'text')?.text ?? null
    this.leave(isPost ? before.filter(line => line.kind === 'text').slice(0, -1) : before)
    if (isPost) this.thread.post = this.itemOf(block, head, 'post', null)
    else this.takeAnswer(block, head)
  }

  /** A question above the heading of its answers is a post, though nobody's name stands at it. */
  private openWith(lines: readonly Line[]): void {
    const [title, ...body] = lines.filter(line => line.kind === 'text')
    this.opening = null
    if (!title) return
    this.thread.title = title.text
    this.thread.post = {
      place: 0, kind: 'post', speaker: 0, posted: null, likes: null, parent: null, answers: null, line: title.number,
      text: this.wordsOf(body, null),
    }
  }

  private takeAnswer(block: Block, head: Head): void {
    const comment = this.thread.comments.at(-1) ?? null
    const named = head.answers ?? this.answeredIn(block)
    const setIn = comment !== null && head.indent > this.indent
    const counted = comment !== null && this.expected > 0 && !block.replies
    const isReply = comment !== null && (setIn || counted || (named !== null && this.knows(named)))
    if (!isReply) {
      const item = this.itemOf(block, head, 'comment', null)
      this.thread.comments.push({ ...item, replies: [] })
      this.lastOf.clear()
      this.indent = head.indent
      this.expected = block.replies ?? 0
    } else {
      comment.replies.push(this.itemOf(block, head, 'reply', comment.place))
      this.expected--
    }
    this.lastOf.set(head.name.text, this.place - 1)
  }

  private indent = 0

  private itemOf(block: Block, head: Head, kind: Item['kind'], parent: number | null): Item {
    const speaker = this.mask(head.name)
    for (const again of head.again) this.mask(again)
    const named = head.answers ?? (kind === 'post' ? null : this.answeredIn(block))
    const followed = named !== null && (head.answers !== null || kind === 'reply' || this.knows(named))
    if (followed) this.mask(named)
    const answers = !followed ? parent : this.lastOf.get(named.text) ?? parent
    return {
      place: kind === 'post' ? 0 : this.place++,
      kind, speaker, parent, answers,
      posted: head.date && placeDate(head.date, { notBefore: this.earliest(kind), saved: this.saved }),
      likes: block.likes,
      text: this.wordsOf(block.body, followed && head.answers === null ? named : null),
      line: head.line,
    }
  }

  /** Nothing is written before what it stands under. */
  private earliest(kind: Item['kind']): number | null {
    const post = this.thread.post?.posted?.[0] ?? null
    return kind === 'reply' ? this.thread.comments.at(-1)?.posted?.[0] ?? post : post
  }

  private answeredIn({ body }: Block): Named | null {
    const first = body.find(line => line.kind === 'text')
    const parts = first && /^回复[ \t]*@?([^\s:：，。！？]{1,30})(?:[ \t]*[:：]|$)/.exec(first.text)
    if (!parts || (body.length === 1 && parts[0].length === first.text.length)) return null
    return { text: parts[1]!, line: first.number, from: parts[0].indexOf(parts[1]!, 2) }
  }

  private knows({ text }: Named): boolean {
    return this.names.has(text)
  }

  private mask(named: Named): number {
    const speaker = this.speakers.get(named.text) ?? this.speakers.size + 1
    this.speakers.set(named.text, speaker)
    this.thread.handles.push({ ...named, speaker })
    return speaker
  }

  private wordsOf(body: readonly Line[], answered: Named | null): string {
    return body.filter(line => line.kind !== 'badge' && line.kind !== 'device').map(line => {
      const opening = answered?.line === line.number ? answered.from + answered.text.length : 0
      const words = line.text.slice(opening).replace(opening > 0 ? /^[ \t]*[:：][ \t]*/ : /^$/, '')
      return this.withoutMentions(words, line, opening)
    }).filter(Boolean).join('\n')
  }

  private withoutMentions(words: string, line: Line, from: number): string {
    for (const found of line.text.slice(from).matchAll(/@([^\s@:：，。！？,!?]{1,30})/g)) {
      this.mask({ text: found[1]!, line: line.number, from: from + found.index + 1 })
    }
    return words.replace(/@[^\s@:：，。！？,!?]{1,30}/g, '@〇')
  }

  private leave(lines: readonly Line[]): void {
    const words = lines.filter(line => line.kind === 'text' || line.kind === 'headline')
    this.thread.unplaced.push(...words.map(({ number, text }) => ({ line: number, text })))
  }
}
