import type { TagWords } from '@/domain/moderation/tag'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { nameIn } from './tag-words'

export type TagChoices = { slug: string; nameZh: string; nameEn: string; tags: TagWords[] }

type Props = {
  id: string
  groups: TagChoices[]
  value: string
  lang: Language
  words: Words['log']
}

/** Chooses one of many tags, under the names of their groups. */
export function TagSelect({ id, groups, value, lang, words }: Props) {
  return (
    <div className="mb-3">
      <label htmlFor={id} className="mb-1 block font-semibold">{words.panel.tag}</label>
      <select id={id} name="tag" defaultValue={value} required>
        <option value="">{words.panel.choose}</option>
        {groups.filter(group => group.tags.length > 0).map(group => (
          <optgroup key={group.slug} label={nameIn(lang, group)}>
            {group.tags.map(tag => (
              <option key={tag.slug} value={tag.slug}>
                {nameIn(lang, tag)}{tag.leavesFigures ? ` · ${words.notCounted}` : ''}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  )
}
