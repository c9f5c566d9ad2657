import type { Audience, Known } from '../people/audience'
import { isModerator } from '../permission'

/** Whether a reply can be read: a hidden one by moderators and its author, a deleted one by nobody, a moved one elsewhere. */
export type ReplyState = 'standing' | 'hidden' | 'deleted' | 'moved'

/** A reply as a reader gets it: words that he may not read are not in it. */
export type ThreadReply = {
  id: number
  caseId: number
  depth: number
  state: ReplyState
  /** False while it waits for a moderator; then its author and moderators alone are shown it. */
  published: boolean
  /** Stands for this reply, which went to another case. */
  moved: { id: number; caseId: number } | null
  /** Null: the account is gone, or the reply is deleted. */
  author: string | null
  /** Of the circle beside the name (domain/people/initial.ts); null where there is no name. */
  colour: number | null
  /** The reply that this one answers; its author's name is null as above. */
  answers: { id: number; author: string | null } | null
  /** Rendered and safe; null when this reader may not read it. */
  html: string | null
  device: string | null
  agreeCount: number
  /** This reader has agreed. */
  agreed: Known
  /** This reader wrote it. */
  own: Known
  version: number
  /** Epoch milliseconds. */
  createdAt: number
  editedAt: number | null
}

/** One page of a thread, and where the next one goes on; null at the end. */
export type ThreadPage = { replies: ThreadReply[]; next: string | null }

type Concealed = { authorId: number | null; hidden: boolean; deletedAt: number | null; movedId?: number | null }

export function stateOf(reply: Concealed): ReplyState {
  if (reply.movedId != null) return 'moved'
  if (reply.deletedAt !== null) return 'deleted'
  return reply.hidden ? 'hidden' : 'standing'
}

/** Whether this reader is shown the words. */
export function mayReadWords(viewer: Audience, reply: Concealed): boolean {
  const state = stateOf(reply)
  if (state !== 'hidden') return state === 'standing'
  return isModerator(viewer) || isAuthor(viewer, reply)
}

export function isAuthor(viewer: Audience, reply: { authorId: number | null }): boolean {
  return viewer.kind === 'member' && viewer.id === reply.authorId
}
