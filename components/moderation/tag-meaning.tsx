import type { TagWords } from '@/domain/moderation/tag'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { Synonyms } from './tag-book'
import { descriptionIn, nameIn } from './tag-words'

type Props = { tag: TagWords & { synonyms: string[]; retiredAt: number | null }; lang: Language; words: Words['log'] }

/** The head of a tag's own page. */
export function TagMeaning({ tag, lang, words }: Props) {
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation/tags')}>{words.tags.all}</a></p>
      <h1 className="finding">{nameIn(lang, tag)}</h1>
      <p className="mt-2 max-w-prose">{descriptionIn(lang, tag)}</p>
      {tag.leavesFigures && <p className="max-w-prose text-small text-left">{words.tags.notCountedHint}</p>}
      {tag.retiredAt !== null && (
        <p className="text-small text-soft">{words.tags.retired} · {words.tags.retiredHint}</p>
      )}
      <Synonyms synonyms={tag.synonyms} lang={lang} words={words} />
    </>
  )
}
