import type { Outcome, Process } from '@/domain/codes'
import { plainExcerpt } from '@/domain/text/markdown'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayInstant } from '../say/time'

type Member = {
  id: number; title: string | null; words: string; state: string; inFigures: boolean; process: Process; outcome: Outcome; createdAt: number
  author: { id: number; name: string; createdAt: number } | null
}
type Props = { members: Member[]; lang: Language; words: Words }

/** The cases of a batch, each in three lines: enough to see whether they are of one hand. */
export function MemberList({ members, lang, words }: Props) {
  const { batches, codes } = words
  return (
    <ul>
      {members.map(it => (
        <li key={it.id} className="border-t border-hair py-3">
          <a href={pathIn(lang, `/cases/${it.id}`)}><bdi>{it.title || plainExcerpt(it.words, 40) || batches.caseItem(it.id)}</bdi></a>
          <p className="text-small text-soft">
            {codes.process[it.process]} · {codes.outcome[it.outcome]} · {sayInstant(it.createdAt)}
            {it.state === 'hidden' && ` · ${batches.hiddenMark}`}{it.state === 'live' && !it.inFigures && ` · ${batches.leftMark}`}
          </p>
          <p className="text-small text-soft"><bdi>{it.author ? batches.joined(it.author.name, sayInstant(it.author.createdAt)) : batches.nobody}</bdi></p>
        </li>
      ))}
    </ul>
  )
}
