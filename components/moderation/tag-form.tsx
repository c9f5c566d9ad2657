import { valueOf } from '@/domain/fields'
import type { TagGroupInBook, TagInBook } from '@/domain/moderation/tag'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import { LineField } from './line-field'
import type { Typed } from '../form/typed'
import { returnedTo } from './returned'
import { nameIn } from './tag-words'

export type KeepingProps = {
  /** Null: a new one. */
  tag: TagInBook | null
  group: string
  groups: TagGroupInBook[]
  lang: Language
  words: Words
  back: string
  newKey: () => string
  typed: Typed | null
}

/** Makes a tag or edits one; the address is given once. */
export function TagForm({ tag, group, groups, lang, words, back, newKey, typed }: KeepingProps) {
  const { keeping } = words.log
  const returned = returnedTo(typed, ['keep-tag'], { tag: tag?.slug ?? '' })
  const form = `keep-${tag?.slug ?? 'new'}`
  const value = (name: string, stored: string) => (returned ? valueOf(returned.fields, name) : stored)
  const field = (name: string, label: string, stored: string) => (
    { form, typed: returned, words, name, label, value: value(name, stored) }
  )
  return (
    <details open={returned !== null} className="open:w-full">
      <summary className="min-h-11 py-2 text-small text-soft">{tag ? keeping.edit : keeping.make}</summary>
      <form method="post" action="/do/keep-tag" className="max-w-form pb-6">
        <FormProblems typed={returned} words={words} />
        <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
        <input type="hidden" name="tag" value={tag?.slug ?? ''} />
        {!tag && <LineField {...field('slug', keeping.slug, '')} hint={keeping.slugHint} />}
        <div className="mb-3">
          <label htmlFor={`${form}-group`} className="mb-1 block font-semibold">{keeping.group}</label>
          <select id={`${form}-group`} name="group" defaultValue={value('group', group)}>
            {groups.map(it => <option key={it.slug} value={it.slug}>{nameIn(lang, it)}</option>)}
          </select>
        </div>
        <LineField {...field('name_zh', keeping.nameZh, tag?.nameZh ?? '')} />
        <LineField {...field('name_en', keeping.nameEn, tag?.nameEn ?? '')} />
        <LineField {...field('description_zh', keeping.descriptionZh, tag?.descriptionZh ?? '')} />
        <LineField {...field('description_en', keeping.descriptionEn, tag?.descriptionEn ?? '')} />
        <Tick
          name="leaves_figures" label={keeping.leavesFigures} hint={keeping.leavesFiguresHint}
          ticked={value('leaves_figures', tag?.leavesFigures ? 'on' : '') === 'on'}
        />
        {tag && (
          <Tick
            name="retired" label={keeping.retired}
            ticked={value('retired', tag.retiredAt === null ? '' : 'on') === 'on'}
          />
        )}
        <BecauseField form={form} typed={returned} words={words} />
        <button className="button">{keeping.save}</button>
      </form>
    </details>
  )
}

function Tick({ name, label, hint, ticked }: { name: string; label: string; hint?: string; ticked: boolean }) {
  return (
    <label className="mb-3 flex min-h-11 items-center gap-2.5">
      <input type="checkbox" name={name} value="on" defaultChecked={ticked} />
      <span>{label}{hint && <span className="hint block">{hint}</span>}</span>
    </label>
  )
}
