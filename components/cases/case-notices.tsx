import { maskedKinds, type CaseState } from '@/domain/codes'
import type { Words } from '@/messages/words'

type Props = {
  search: Record<string, string | string[] | undefined>
  state: CaseState
  /** Where its author finds why, and can appeal; for others nothing. */
  appealAt?: string | false
  words: Words
}

/** What a page about a case says before it: that it was published, what was masked, that others do not see it. */
export function CaseNotices({ search, state, appealAt, words }: Props) {
  const { cases, codes, site } = words
  const named = [search.masked].flat()[0]?.split(',') ?? []
  const masked = maskedKinds.filter(kind => named.includes(kind)).map(kind => codes.masked[kind])
  return (
    <div role="status" className="grid gap-2 [&>p]:mb-4 [&>p]:border-l-4 [&>p]:pl-4">
      {search.done === 'published' && <p className="border-approved">{cases.published}</p>}
      {masked.length > 0 && <p className="border-waiting">{cases.masked(masked.join(site.listSeparator))}</p>}
      {state === 'hidden' && <p className="border-left">{cases.hidden}{appealAt && <> <a href={appealAt}>{words.appeals.toAppeals}</a></>}</p>}
      {state === 'withdrawn' && <p className="border-left">{cases.withdrawn}</p>}
    </div>
  )
}
