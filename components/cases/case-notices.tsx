import { maskedKinds, type CaseState } from '@/domain/codes'
import { isId } from '@/domain/ids'
import type { Hold } from '@/domain/moderation/queue'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Props = {
  search: Record<string, string | string[] | undefined>
  state: CaseState
  /** Where its author finds why, and can appeal; for others nothing. */
  appealAt?: string | false
  /** The open item of the queue that holds it, for those who see it nevertheless; `at` leads moderators there. */
  held?: Held | null
  lang: Language
  words: Words
}
export type Held = { hold: Hold; /** Its author changed it, and it waits again; else others flagged it. */ edited: boolean; subject: 'case' | 'reply'; at: string | null }

/** What a page about a case says before it: that it was published, what was masked, that others do not see it. */
export function CaseNotices({ search, state, appealAt, held, lang, words }: Props) {
  const { cases, codes, site } = words
  const named = [search.masked].flat()[0]?.split(',') ?? []
  const masked = maskedKinds.filter(kind => named.includes(kind)).map(kind => codes.masked[kind])
  const same = search.done === 'published' || search.done === 'waits' ? [search.same].flat()[0] ?? '' : ''
  return (
    <div role="status" className="grid gap-2 [&>p]:mb-4 [&>p]:border-l-4 [&>p]:pl-4">
      {search.done === 'published' && <p className="border-approved">{cases.published}</p>}
      {isId(same) && (
        <p className="border-waiting">
          {cases.sameAs(Number(same))} <a href={pathIn(lang, `/cases/${same}`)}>{cases.toSame(Number(same))}</a>
        </p>
      )}
      {masked.length > 0 && <p className="border-waiting">{cases.masked(masked.join(site.listSeparator))}</p>}
      {held && <HeldNotice held={held} lang={lang} words={words.queue} />}
      {state === 'hidden' && held?.subject !== 'case' && <p className="border-left">{cases.hidden}{appealAt && <> <a href={appealAt}>{words.appeals.toAppeals}</a></>}</p>}
      {state === 'withdrawn' && <p className="border-left">{cases.withdrawn}</p>}
    </div>
  )
}

function HeldNotice({ held: { hold, edited, subject, at }, lang, words: { waits } }: { held: Held; lang: Language; words: Words['queue'] }) {
  return (
    <p className="border-waiting">
      {hold === 'back' ? waits[subject] : edited ? waits.edited : waits.held}
      {(hold === 'back' || edited) && <> <a href={pathIn(lang, '/trust')}>{waits.why}</a></>}
      {at && <> <a href={pathIn(lang, at)}>{waits.seeItem}</a></>}
    </p>
  )
}
