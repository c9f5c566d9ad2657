import { valueOf, type Fields } from '@/domain/fields'
import type { Process } from '@/domain/codes'
import type { PageDraft } from '@/domain/thread-import/page-form'
import type { Database, Transaction } from '../connection'
import { draftOf, draftsOf, keepDraft } from './drafts'

/** A pasted page that a moderator works on, without anybody's handle; it is a draft of his, and nobody else sees it. */
export type ThreadPage = {
  key: string
  page: string
  /** `YYYY-MM-DD`; '' where nobody knows. */
  savedOn: string
  process: Process
  /** Where the page stood: the public reason of every case that is taken from it. */
  because: string
  /** Comments that were looked at and dropped, by the names their cases would have. */
  dropped: string[]
  updatedAt: number
}

const act = 'read-thread'

export const threadPagePath = (key: string) => `/moderation/threads/${key}`

export async function keepThreadPage(
  tx: Transaction, personId: number, page: { key: string; draft: PageDraft; dropped?: string[]; now: number },
): Promise<void> {
  const { key, draft, dropped = [], now } = page
  const body: Fields = {
    page: [draft.page], saved_on: [draft.saved_on], process: [draft.process], because: [draft.because], dropped,
  }
  await keepDraft(tx, { key, owners: [`p:${personId}`], act, back: threadPagePath(key), body, problems: [], now })
}

export async function threadPageOf(database: Database, key: string, personId: number): Promise<ThreadPage | null> {
  const draft = await draftOf(database, key, [`p:${personId}`])
  // The paste form that came back with problems is a draft of the same act, but not yet a page.
  return draft?.act === act && draft.back === threadPagePath(key) ? pageIn(draft) : null
}

export async function threadPagesOf(database: Database, personId: number): Promise<ThreadPage[]> {
  const drafts = await draftsOf(database, `p:${personId}`)
  return drafts.filter(it => it.act === act && it.back === threadPagePath(it.key)).map(pageIn)
}

/** Remembers that a comment was looked at and tells nothing; null where there is no such page. */
export async function dropThreadItem(
  tx: Transaction, personId: number, item: { page: string; ref: string; now: number },
): Promise<{ done: true } | null> {
  const page = await threadPageOf(tx, item.page, personId)
  if (!page) return null
  const { key, savedOn: saved_on, process, because, dropped } = page
  const draft = { page: page.page, saved_on, process, because }
  await keepThreadPage(tx, personId, { key, draft, dropped: [...new Set([...dropped, item.ref])], now: item.now })
  return { done: true }
}

function pageIn({ key, body, updatedAt }: { key: string; body: Fields; updatedAt: number }): ThreadPage {
  return {
    key, updatedAt,
    page: valueOf(body, 'page'),
    savedOn: valueOf(body, 'saved_on'),
    process: valueOf(body, 'process') as Process,
    because: valueOf(body, 'because'),
    dropped: body.dropped ?? [],
  }
}
