import { pathIn, type Language } from '@/messages/languages'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { TimeOf } from '../say/time-of'

/** Something a person follows, and where it is; no address where it is gone. */
export type FollowedLine = { id: number; subject: FollowSubject; target: string; name: string; href: string | null; since: number }

type Props = { lines: FollowedLine[]; back: string; newKey: () => string; lang: Language; words: Words['following'] }

/** What somebody follows, each with a button that ends it. */
export function FollowList({ lines, back, newKey, lang, words }: Props) {
  return (
    <ul id="follows" className="max-w-prose border-t border-hair">
      {lines.map(line => (
        <li key={line.id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-hair py-3">
          <div className="min-w-0 flex-1 basis-60">
            <p className="break-words">
              {line.href ? <a className="no-underline hover:underline" href={pathIn(lang, line.href)}><bdi>{line.name}</bdi></a> : <bdi>{line.name}</bdi>}
            </p>
            <p className="text-mini text-soft">{words.subjects[line.subject]} · {words.since} <TimeOf at={line.since} /></p>
          </div>
          <form method="post" action="/do/follow">
            <FormKey formKey={newKey()} lang={lang} back={back} />
            <input type="hidden" name="subject" value={line.subject} />
            <input type="hidden" name="target" value={line.target} />
            <input type="hidden" name="wanted" value="off" />
            <button className="button" aria-label={words.endOf(line.name)}>{words.end}</button>
          </form>
        </li>
      ))}
    </ul>
  )
}
