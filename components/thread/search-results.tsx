import type { MarkedPiece } from '@/domain/text/marked'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'

export type SearchResult = {
  entryId: number
  caseId: number
  replyId: number | null
  title: string
  author: string | null
  createdAt: number
  pieces: MarkedPiece[]
}

type Props = { results: SearchResult[]; lang: Language; words: Words['thread'] }

/** What was found: where, by whom, and the words around it with the sought ones marked. */
export function SearchResults({ results, lang, words }: Props) {
  return (
    <ol id="results" className="mt-2 max-w-prose">
      {results.map(it => (
        <li key={it.entryId} className="border-b border-hair py-4">
          <h2 className="text-body font-semibold">
            <a className="no-underline hover:underline" href={pathIn(lang, placeOf(it))}><bdi>{it.title}</bdi></a>
          </h2>
          <p className="text-small" dir="auto">
            {it.pieces.map(({ text, found }, at) => (
              found ? <mark key={at} className="bg-waiting-wash text-ink">{text}</mark> : text
            ))}
          </p>
          <p className="text-mini text-soft">
            {it.replyId === null ? words.search.inCase : words.search.inReply}
            {it.author && <> · <bdi>{it.author}</bdi></>} · <TimeOf at={it.createdAt} />
          </p>
        </li>
      ))}
    </ol>
  )
}

function placeOf({ caseId, replyId }: SearchResult): string {
  return replyId === null ? `/cases/${caseId}` : `/replies/${replyId}`
}
