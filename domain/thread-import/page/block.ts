import { isNameLike, type Line } from './line'
import type { WrittenDate } from './written-date'

/** The head of something somebody wrote: whose it is, when, and where its own words begin and end among its lines. */
export type Head = {
  name: Named
  /** The name once more, the text of a picture. */
  again: Named[]
  date: WrittenDate | null
  /** "甲 回复 乙" says whom it answers already in its head. */
  answers: Named | null
  line: number
  indent: number
}

/** A handle where it stands on the page: to be masked, and never kept. */
export type Named = { text: string; line: number; from: number }

export type Block = { head: Head | null; body: Line[]; before: Line[]; likes: number | null; replies: number | null; closed: boolean }

/** What the page is made of, in its order: things people wrote, the heading above the comments, ends of what was loaded. */
export type Piece = { kind: 'block'; block: Block } | { kind: 'heading' } | { kind: 'more' }

/**
 * Cuts the lines of a page into what people wrote. Buttons end a block; within one, a name followed by a date begins the next.
 * Where a page was copied without its buttons, an empty line or a device must stand at the name.
 */
export function piecesOf(lines: readonly Line[]): Piece[] {
  const footed = lines.some(line => line.kind === 'counts')
  const spaced = lines.some(line => line.afterBlank)
  const pieces: Piece[] = []
  let open: Line[] = []
  let last: Block | null = null
  const close = (closed: boolean) => {
    const blocks = blocksIn(open, !footed && !spaced)
    if (blocks.length > 0 && closed) blocks.at(-1)!.closed = true
    pieces.push(...blocks.map(block => ({ kind: 'block' as const, block })))
    last = blocks.at(-1) ?? last
    open = []
  }
  for (const line of lines) {
    if (line.kind === 'counts') {
      if (open.length > 0) close(true)
      addCounts(last, line)
    } else if (line.kind === 'heading' || line.kind === 'more') {
      close(true)
      pieces.push({ kind: line.kind })
      last = null
    } else if (line.kind !== 'chrome') open.push(line)
  }
  close(false)
  return pieces
}

function addCounts(block: Block | null, line: Extract<Line, { kind: 'counts' }>): void {
  if (!block) return
  block.likes ??= line.likes
  block.replies ??= line.replies
}

type Found = { at: number; end: number; head: Head; sure: boolean }

function blocksIn(lines: Line[], dense: boolean): Block[] {
  if (lines.length === 0) return []
  const heads: Found[] = []
  for (let at = 0; at < lines.length; at++) {
    const found = headAt(lines, at)
    // A word above the last date of a block is what somebody wrote, and the date its foot.
    if (!found || (at > 0 && found.end === lines.length)) continue
    if (heads.length > 0 && !found.sure && !dense && !lines[at]!.afterBlank) continue
    heads.push(found)
    at = found.end - 1
  }
  if (heads.length === 0) return [headless(lines)]
  return heads.map(({ end, head }, index) => ({
    head,
    before: index === 0 ? lines.slice(0, heads[0]!.at) : [],
    body: withoutFoot(lines.slice(end, heads[index + 1]?.at ?? lines.length), head),
    likes: null, replies: null, closed: false,
  }))
}

// Between a name and its date stand at most the name once more (a picture's text), a badge or two and the device.
const longestHead = 5

function headAt(lines: Line[], at: number): Found | null {
  const line = lines[at]!
  if (line.kind === 'headline') return withMore(lines, at, at + 1, named(line, line.name), line.date, line.device)
  const both = /^(\S{1,24}) 回复 @?(\S{1,24})$/.exec(line.text)
  if (line.kind !== 'text' || (!isNameLike(line) && !both)) return null
  const name = both ? named(line, both[1]!) : named(line, line.text)
  const found = withMore(lines, at, at + 1, name, null, false)
  if (!found || (aboutTime.test(line.text) && !found.sure)) return null
  return both ? { ...found, head: { ...found.head, answers: { ...named(line, both[2]!), from: line.text.lastIndexOf(both[2]!) } } } : found
}

// "提交时间" above a date is part of a story and nobody's name.
const aboutTime = /提交|认证|审核|付款|通过|时间|日期|备案/

function withMore(
  lines: Line[], at: number, from: number, name: Named, told: WrittenDate | null, ofDevice: boolean,
): Found | null {
  let [date, device, end] = [told, ofDevice, from]
  const again: Named[] = []
  for (; end < lines.length && end - at < longestHead; end++) {
    const line = lines[end]!
    if (line.kind === 'device') device = true
    else if (line.kind === 'date') {
      if (date !== null && !line.edited) break
      if (!line.edited) date = line.date
      device ||= line.device
    } else if (line.kind === 'text' && line.text === name.text && date === null) again.push(named(line, line.text))
    else if (line.kind !== 'badge') break
  }
  if (date === null && !device) return null
  return { at, end, sure: device, head: { name, again, date, answers: null, line: lines[at]!.number, indent: lines[at]!.indent } }
}

/** The date once more above the buttons, where the head had it. */
function withoutFoot(body: Line[], { date }: Head): Line[] {
  const foot = body.findLastIndex(line => line.kind !== 'date' && line.kind !== 'device') + 1
  return date === null ? body : body.slice(0, foot)
}

/** A block whose date stands at its foot, the way phones show it; or lines that belong to nobody. */
function headless(lines: Line[]): Block {
  const first = lines[0]!
  const dates = lines.findLastIndex(line => line.kind === 'text') + 1
  const foot = lines[dates]
  const block = { before: [], likes: null, replies: null, closed: false }
  if (dates < 2 || foot?.kind !== 'date' || foot.edited || !isNameLike(first)) return { ...block, head: null, body: lines }
  const head = { name: named(first, first.text), again: [], date: foot.date, answers: null, line: first.number, indent: first.indent }
  return { ...block, head, body: lines.slice(1, dates).filter(line => line.kind !== 'badge') }
}

const named = (line: Line, text: string): Named => ({ text, line: line.number, from: Math.max(0, line.text.indexOf(text)) })
