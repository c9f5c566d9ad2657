import { isId } from '../ids'

export const threadSorts = ['oldest', 'newest', 'most_agreed'] as const
export type ThreadSort = (typeof threadSorts)[number]

/** The order an address asks for; the oldest first where it says nothing we know. */
export function threadSortOf(text: string | string[] | undefined): ThreadSort {
  return threadSorts.find(sort => sort === text) ?? 'oldest'
}

/**
 * Where a page of a thread ended: at which reply, and how often the head of its discussion was agreed with at
 * that moment (discussions may overtake each other while somebody reads on). Replies never move and are never
 * erased, so the id alone names the place.
 */
export type ThreadCursor = { replyId: number; agreed: number }

/** A cursor as it stands in an address: `123` or `123-7`. */
export function formatCursor({ replyId, agreed }: ThreadCursor, sort: ThreadSort): string {
  return sort === 'most_agreed' ? `${replyId}-${agreed}` : String(replyId)
}

/** The cursor in an address; null when it is none. */
export function readCursor(text: string | string[] | undefined): ThreadCursor | null {
  const [, replyId = '', agreed = '0'] = (typeof text === 'string' && /^(\d{1,10})(?:-(\d{1,10}))?$/.exec(text)) || []
  return isId(replyId) ? { replyId: Number(replyId), agreed: Number(agreed) } : null
}
