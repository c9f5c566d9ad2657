import type { Alikeness } from '@/domain/moderation/alike'
import type { Process } from '@/domain/codes'
import type { Words } from '@/messages/words'

type Props = { alike: Partial<Alikeness>; process: Process | null; words: Words }

/** What two cases or replies have in common, in a list. */
export function AlikeNote({ alike, process, words }: Props) {
  const { same } = words.queue
  const name = (type: Alikeness['steps'][number]) => words.codes.eventIn[process ?? 'certification']?.[type] ?? words.codes.event[type]
  const steps = [...new Set(alike.steps ?? [])].map(name)
  return (
    <ul className="my-4 border-l-4 border-waiting py-1 pl-4">
      {alike.sameAccount && <li>{same.account}</li>}
      {steps.length > 0 && <li>{same.steps(steps.join(words.site.listSeparator))}</li>}
      {(alike.words ?? 0) > 0 && <li>{same.words(Math.round(alike.words! * 100))}</li>}
    </ul>
  )
}
