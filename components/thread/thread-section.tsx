import type { ReactNode } from 'react'
import type { ThreadPage, ThreadReply } from '@/domain/thread/reply'
import { threadSorts, type ThreadSort } from '@/domain/thread/sort'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ReplyForm } from './reply-form'
import { ReplyList } from './reply-list'
import type { Typed } from '../form/typed'
import { typedReply } from './typed-reply'

export type ThreadSectionProps = {
  caseId: number
  /** The case is live and its thread not locked: it can be replied to. */
  open: boolean
  /** Why a moderator locked it; null where none has. */
  lockedFor: string | null
  /** The case has words of its own, which an answer may quote. */
  quotable: boolean
  counts: { discussions: number; replies: number }
  page: ThreadPage
  sort: ThreadSort
  /** The `after` of the address, if this is not the first page. */
  after: string | null
  /** A form of this page that came back (app/typed-draft.ts). */
  typed: Typed | null
  /** For moderators: what they can do to a reply. */
  desk?: (reply: ThreadReply) => ReactNode
  /** Draws the replies into HTML at once (app/drawing.ts). */
  draw?: (node: ReactNode) => string
  lang: Language
  words: Words
  newKey: () => string
}

/** The thread under a case: how many spoke, in which order, a page of it, and a place to write. */
export function ThreadSection(props: ThreadSectionProps) {
  const { caseId, open, lockedFor, quotable, counts, page, sort, after, desk, draw, lang, words, newKey } = props
  const { thread } = words
  const typed = typedReply(props.typed, caseId)
  const back = addressOf(caseId, sort, after)
  const lost = typed !== null && typed.parentId !== null && !isAnswerable(typed.parentId, page)
  const shared = { lang, words, back, newKey }
  const threadAt = (cursor: string | null) => `${pathIn(lang, addressOf(caseId, sort, cursor))}#thread`
  return (
    <section id="thread" aria-labelledby="thread-title" className="mt-12">
      <h2 id="thread-title" className="text-lead">{thread.title}</h2>
      <p className="weight">{thread.counts(counts.discussions, counts.replies)}</p>
      {page.replies.length === 0 && after === null
        ? <p className="my-4 text-soft">{thread.none}</p>
        : <SortLinks caseId={caseId} sort={sort} lang={lang} words={thread} />}
      {after !== null && <p><a className="word-button" href={threadAt(null)}>{thread.firstPage}</a></p>}
      <ReplyList id="replies" replies={page.replies} open={open} typed={typed} {...(desk && { desk })} {...(draw && { draw })} {...shared} />
      {page.next && (
        <p className="mt-4"><a className="button" data-more="replies" href={threadAt(page.next)}>{thread.more}</a></p>
      )}
      <div id="reply-to-case" className="mt-8 no-print">
        {open && quotable && (
          <p><a className="word-button" rel="nofollow" href={`${pathIn(lang, `/cases/${caseId}?quote=1`)}#reply-to-case`}>{words.together.quote.caseWords}</a></p>
        )}
        {open && lost && typed.problems.length === 0 && <p className="error mb-2">{thread.parentLost}</p>}
        {open
          ? (
              <ReplyForm
                caseId={caseId} parentId={null} label={thread.write} hint={thread.writeHint}
                typed={typed && (lost || typed.parentId === null) ? typed : null} {...shared}
              />
            )
          : <Closed lockedFor={lockedFor} kept={typed?.words ?? null} words={words} />}
      </div>
    </section>
  )
}

type ClosedProps = { lockedFor: string | null; kept: string | null; words: Words }

// What somebody was writing when it closed is his, to be copied and used elsewhere.
function Closed({ lockedFor, kept, words: { keeping, thread } }: ClosedProps) {
  return (
    <>
      <p className="border-l-4 border-line pl-4 text-soft"><bdi>{lockedFor === null ? thread.closed : keeping.locked(lockedFor)}</bdi></p>
      {kept && <p className="mt-4 mb-1">{keeping.kept}</p>}
      {kept && <pre className="max-w-prose whitespace-pre-wrap border-l-4 border-waiting pl-4" dir="auto">{kept}</pre>}
    </>
  )
}

function isAnswerable(id: number, page: ThreadPage): boolean {
  return page.replies.some(reply => reply.id === id && reply.state === 'standing')
}

type SortProps = { caseId: number; sort: ThreadSort; lang: Language; words: Words['thread'] }

function SortLinks({ caseId, sort, lang, words }: SortProps) {
  return (
    <p className="flex flex-wrap items-center gap-x-4 text-small text-soft">
      <span>{words.sort.label}</span>
      {threadSorts.map(it => (
        <a
          key={it} href={`${pathIn(lang, addressOf(caseId, it, null))}#thread`}
          aria-current={it === sort ? 'true' : undefined}
          className="word-button aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {words.sort[it]}
        </a>
      ))}
    </p>
  )
}

/** The page of a case whose thread stands in this order and goes on after this cursor. */
function addressOf(caseId: number, sort: ThreadSort, after: string | null): string {
  const params = new URLSearchParams()
  if (sort !== 'oldest') params.set('sort', sort)
  if (after !== null) params.set('after', after)
  return `/cases/${caseId}${params.size > 0 ? `?${params}` : ''}`
}
