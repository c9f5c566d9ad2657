import type { TagOnCase } from '@/domain/moderation/tag'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'
import { descriptionIn, nameIn } from './tag-words'

type Props = { caseId: number; tags: TagOnCase[]; lang: Language; words: Words['log'] }

/** The tags of a case on its own page; of one that keeps it out of the figures, by whom and why. */
export function CaseTags({ caseId, tags, lang, words }: Props) {
  if (tags.length === 0) return null
  const leaving = tags.filter(tag => tag.leavesFigures)
  return (
    <div id="tags">
      <ul aria-label={words.tags.onCase} className="flex flex-wrap gap-x-4 gap-y-1">
        {tags.map(tag => (
          <li key={tag.slug}>
            <a className="tag" href={pathIn(lang, `/tags/${tag.slug}`)} title={descriptionIn(lang, tag)}>
              {nameIn(lang, tag)}
            </a>
          </li>
        ))}
      </ul>
      {leaving.length > 0 && (
        <div className="mt-2 border-l-2 border-left pl-3 text-small text-soft">
          {leaving.map(tag => (
            <p key={tag.slug}><bdi>{words.tags.why(nameIn(lang, tag), tag.by, sayDay(tag.at), tag.reason)}</bdi></p>
          ))}
          <p><a className="lone" href={pathIn(lang, `/moderation?case=${caseId}`)}>{words.tags.caseLog}</a></p>
        </div>
      )}
    </div>
  )
}
