import type { Case } from '@/domain/case/case'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { titleOf } from '../cases/title'
import { TimeOf } from '../say/time-of'

type Shared = { id: number; under: { row: { id: number }; case: Case }; excerpt: string; createdAt: number }
type Props = { replies: Shared[]; lang: Language; words: Words }

/** What somebody said, the newest first: how it begins, under which case, when. */
export function SharedReplies({ replies, lang, words }: Props) {
  return (
    <ol id="replies">
      {replies.map(({ id, under, excerpt, createdAt }) => (
        <li key={id} className="border-b border-hair py-4 last:border-0">
          <p dir="auto">
            <a className="no-underline hover:underline" href={pathIn(lang, `/replies/${id}`)}>{excerpt || words.profile.noWords}</a>
          </p>
          <p className="mt-1 text-mini text-soft">
            <TimeOf at={createdAt} dayOnly /> · {words.cases.caseNumber(under.row.id)}{' '}
            <a href={pathIn(lang, `/cases/${under.row.id}`)}><bdi>{titleOf(under.case, words)}</bdi></a>
          </p>
        </li>
      ))}
    </ol>
  )
}
