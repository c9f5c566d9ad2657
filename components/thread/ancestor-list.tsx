import type { ReplyState } from '@/domain/thread/reply'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Ancestor = { id: number; state: ReplyState; author: string | null; excerpt: string | null }

type Props = { ancestors: Ancestor[]; lang: Language; words: Words['thread'] }

/** What a reply answers, from the head of the discussion down: who spoke and how each began. */
export function AncestorList({ ancestors, lang, words }: Props) {
  if (ancestors.length === 0) return null
  return (
    <section aria-labelledby="context" className="mb-6 text-small text-soft">
      <h2 id="context">{words.page.context}</h2>
      <ol>
        {ancestors.map(ancestor => (
          <li key={ancestor.id} className="border-l border-line py-1 pl-4">
            <a href={pathIn(lang, `/replies/${ancestor.id}`)}>
              <bdi>{ancestor.state === 'deleted' ? words.page.deletedTitle : ancestor.author ?? words.nobody}</bdi>
            </a>
            {' '}<bdi>{ancestor.excerpt ?? (ancestor.state === 'hidden' ? words.hidden : '')}</bdi>
          </li>
        ))}
      </ol>
    </section>
  )
}
