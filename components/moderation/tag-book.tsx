import type { ReactNode } from 'react'
import type { TagGroupInBook, TagInBook } from '@/domain/moderation/tag'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { descriptionIn, nameIn } from './tag-words'

type Props = {
  groups: TagGroupInBook[]
  lang: Language
  words: Words['log']
  /** What a moderator gets below a tag, such as the forms that edit it. */
  below?: (tag: TagInBook, group: TagGroupInBook) => ReactNode
}

/** All tags by their groups: what each means, what else it is called and whether it keeps a case out of the figures. */
export function TagBook({ groups, lang, words, below }: Props) {
  return groups.map(group => (
    <section key={group.slug} id={`group-${group.slug}`} className="mt-10">
      <h2 className="text-lead">{nameIn(lang, group)}</h2>
      <ul className="mt-2 border-t border-hair">
        {group.tags.map(tag => (
          <li key={tag.slug} id={`tag-${tag.slug}`} className="border-b border-hair py-3">
            <Entry tag={tag} lang={lang} words={words} />
            {below?.(tag, group)}
          </li>
        ))}
      </ul>
    </section>
  ))
}

function Entry({ tag, lang, words }: { tag: TagInBook; lang: Language; words: Words['log'] }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <a className="font-semibold" href={pathIn(lang, `/tags/${tag.slug}`)}>{nameIn(lang, tag)}</a>
        {tag.leavesFigures && <span className="text-small text-left">{words.notCounted}</span>}
        {tag.retiredAt !== null && <span className="text-small text-soft">{words.tags.retired}</span>}
        <span className="ml-auto text-small text-soft">{words.tags.count(tag.cases)}</span>
      </p>
      <p className="max-w-prose text-small">{descriptionIn(lang, tag)}</p>
      <Synonyms synonyms={tag.synonyms} lang={lang} words={words} />
    </>
  )
}

type SynonymsProps = { synonyms: string[]; lang: Language; words: Words['log'] }

/** Words of either language, the reader's own first, each said to be of the language it is of. */
export function Synonyms({ synonyms, lang, words }: SynonymsProps) {
  if (synonyms.length === 0) return null
  const ownFirst = [...synonyms].sort((a, b) => Number(isIn(lang, b)) - Number(isIn(lang, a)))
  return (
    <p className="text-small text-soft">
      {words.tags.synonymsAre}
      {ownFirst.map((term, at) => (
        <span key={term}>{at > 0 && words.separator}<bdi lang={isIn('zh', term) ? 'zh-CN' : 'en'}>{term}</bdi></span>
      ))}
    </p>
  )
}

function isIn(lang: Language, term: string): boolean {
  return /\p{Script=Han}/u.test(term) === (lang === 'zh')
}
