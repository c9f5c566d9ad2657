import { valueOf } from '@/domain/fields'
import type { TagGroupInBook, TagOnCase, TagSuggestion } from '@/domain/moderation/tag'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import type { Typed } from '../form/typed'
import { returnedTo } from './returned'
import { SuggestedTags } from './suggested-tags'
import { TagSelect, type TagChoices } from './tag-select'

export type TagPanelProps = {
  caseId: number
  /** What the case has (db/moderation/tags.ts tagsOf). */
  tags: TagOnCase[]
  suggestions: TagSuggestion[]
  /** All there are (tagBook); retired ones are left out here. */
  groups: TagGroupInBook[]
  lang: Language
  words: Words
  /** The page this stands on, as Chinese has it. */
  back: string
  /** Makes an idempotency key; every form here needs its own. */
  newKey: () => string
  /** What came back to this page, whichever form it was. */
  typed: Typed | null
}

/** For moderators, on a case's page: put a tag on, take one off, decide what an import suggested. */
export function TagPanel(props: TagPanelProps) {
  const { tags, suggestions, typed, words } = props
  const returned = returnedTo(typed, ['tag', 'untag', 'accept-suggestion', 'dismiss-suggestion'])
  return (
    <details className="border-t border-hair" open={returned !== null || suggestions.length > 0}>
      <summary className="min-h-11 py-2 text-small text-soft">{words.log.panel.title}</summary>
      <FormProblems typed={returned} words={words} />
      <div className="grid gap-x-10 gap-y-6 pb-6 md:grid-cols-2">
        <SuggestedTags {...props} />
        <TaggingForm {...props} act="tag" groups={choicesOf(props)} />
        {tags.length > 0 && <TaggingForm {...props} act="untag" groups={[presentOf(props)]} />}
      </div>
    </details>
  )
}

type TaggingProps = Omit<TagPanelProps, 'groups'> & { act: 'tag' | 'untag'; groups: TagChoices[] }

function TaggingForm({ act, caseId, groups, lang, words, back, newKey, typed }: TaggingProps) {
  const returned = returnedTo(typed, [act])
  const { panel } = words.log
  return (
    <form method="post" action={`/do/${act}`} aria-labelledby={`${act}-title`}>
      <h2 id={`${act}-title`} className="mb-2">{act === 'tag' ? panel.add : panel.remove}</h2>
      <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
      <input type="hidden" name="case" value={caseId} />
      <TagSelect
        id={`${act}-tag`} groups={groups} value={valueOf(returned?.fields ?? {}, 'tag')} lang={lang} words={words.log}
      />
      <BecauseField form={act} typed={returned} words={words} />
      <button className="button">{act === 'tag' ? panel.addButton : panel.removeButton}</button>
    </form>
  )
}

function choicesOf({ groups, tags }: TagPanelProps): TagChoices[] {
  const there = new Set(tags.map(tag => tag.slug))
  return groups.map(group => ({
    ...group, tags: group.tags.filter(tag => tag.retiredAt === null && !there.has(tag.slug)),
  }))
}

function presentOf({ tags, words }: TagPanelProps): TagChoices {
  return { slug: 'present', nameZh: words.log.tags.onCase, nameEn: words.log.tags.onCase, tags }
}
