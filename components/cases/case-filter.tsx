import { categories, namePatterns, outcomes, processes, proofs, reasons, subjects } from '@/domain/codes'
import { layers } from '@/domain/case/layers'
import type { CaseFilter, CaseSort } from '@/domain/case/filter'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { nameOfOutcome } from './event-words'

type Tag = { slug: string; /** In the reader's language. */ name: string }
type Props = { lang: Language; words: Words; filter: CaseFilter; sort: CaseSort; tags: Tag[] }

/**
 * What the list can be narrowed to. A plain GET form: the address is the filter. Folded on a phone, in sight at a desk
 * (base.css opens it there; a browser that cannot lets it be unfolded).
 */
export function CaseFilterForm(props: Props) {
  const active = Object.values(props.filter).filter(Boolean).length
  return (
    <details className="folded-on-phone">
      <summary className="button">{props.words.cases.filterTitle}{active > 0 && ` · ${active}`}</summary>
      <div className="pt-4 md:pt-0"><Choices {...props} active={active} /></div>
    </details>
  )
}

type List = [name: keyof CaseFilter, values: readonly string[], names: Record<string, string>]

// What nearly everybody narrows by; the rest is one press away.
const shownAtOnce = 4

function Choices({ lang, words, filter, sort, tags, active }: Props & { active: number }) {
  const { cases, codes } = words
  const lists: List[] = [
    ['process', processes, codes.process],
    ['outcome', outcomes, Object.fromEntries(outcomes.map(it => [it, nameOfOutcome(it, filter.process, words)]))],
    ['subject', subjects, codes.subject],
    ['category', categories, codes.category],
    ['pattern', namePatterns, codes.namePattern],
    ['proof', proofs, codes.proof],
    ['reason', reasons, codes.reason],
    ['layer', layers, cases.layer],
    ['tag', tags.map(tag => tag.slug), Object.fromEntries(tags.map(tag => [tag.slug, tag.name]))],
  ]
  return (
    <form method="get" action={pathIn(lang, '/cases')} className="text-small" aria-label={cases.filterTitle}>
      {lists.slice(0, shownAtOnce).map(list => <Choice key={list[0]} list={list} filter={filter} words={words} />)}
      <details open={lists.slice(shownAtOnce).some(([name]) => filter[name]) || filter.month !== undefined}>
        <summary className="word-button">{cases.filterMore}</summary>
        {lists.slice(shownAtOnce).map(list => <Choice key={list[0]} list={list} filter={filter} words={words} />)}
        <label className="mb-3 block">
          <span className="mb-0.5 block text-mini text-soft">{cases.filter.month}</span>
          <input type="month" name="month" defaultValue={filter.month ?? ''} className="w-full" />
        </label>
      </details>
      {sort !== 'newest' && <input type="hidden" name="sort" value={sort} />}
      <div className="flex flex-wrap items-center gap-4">
        <button className="button">{cases.filterButton}</button>
        {active > 0 && <a className="word-button" href={pathIn(lang, '/cases')}>{cases.filterClear}</a>}
      </div>
    </form>
  )
}

function Choice({ list: [name, values, names], filter, words: { cases } }: { list: List; filter: CaseFilter; words: Words }) {
  return (
    <label className="mb-3 block">
      <span className="mb-0.5 block text-mini text-soft">{cases.filter[name]}</span>
      <select name={name} defaultValue={filter[name] ?? ''} className="w-full">
        <option value="">{cases.any}</option>
        {values.map(value => <option key={value} value={value}>{names[value]}</option>)}
      </select>
    </label>
  )
}
