import type { ReactNode } from 'react'
import type { ThreadReply } from '@/domain/thread/reply'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ReplyItem } from './reply-item'
import type { TypedReply } from './typed-reply'

export type ReplyListProps = {
  id: string
  replies: ThreadReply[]
  /** False where nothing more can be written: the case is not live. */
  open: boolean
  typed: TypedReply | null
  /** The level that stands at the margin; a branch begins at its head's own. */
  from?: number
  /** For moderators: what they can do to a reply. */
  desk?: (reply: ThreadReply) => ReactNode
  /** Draws them into HTML at once, which React takes as it is (app/drawing.ts). */
  draw?: (node: ReactNode) => string
  lang: Language
  words: Words
  back: string
  newKey: () => string
}

/**
 * Replies in reading order as one flat list: how deep each one is stands in its data-depth (for the eye) and
 * aria-level (for screen readers), so that a thread of any depth is drawn without recursion.
 */
export function ReplyList({ id, replies, from = 0, desk, draw, ...shared }: ReplyListProps) {
  const here = new Set(replies.map(reply => reply.id))
  const items = replies.map(reply => (
    <ReplyItem
      key={reply.id} reply={reply} level={reply.depth - from} here={here} desk={desk?.(reply)} {...shared}
    />
  ))
  return draw ? <ol id={id} dangerouslySetInnerHTML={{ __html: draw(items) }} /> : <ol id={id}>{items}</ol>
}
