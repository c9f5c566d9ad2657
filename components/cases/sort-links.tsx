import { caseSorts, writeSearch, type CaseFilter, type CaseSort } from '@/domain/case/filter'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Props = { lang: Language; words: Words; filter: CaseFilter; sort: CaseSort }

export function SortLinks({ lang, words, filter, sort }: Props) {
  const names = words.cases.sort
  return (
    <p className="flex flex-wrap items-center gap-x-4 border-b border-line text-small text-soft">
      <span>{names.label}</span>
      {caseSorts.map(it => (
        <a
          key={it} href={pathIn(lang, `/cases${writeSearch(filter, { sort: it === 'newest' ? undefined : it })}`)}
          aria-current={it === sort ? 'true' : undefined}
          className="inline-flex min-h-11 items-center no-underline hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {names[it]}
        </a>
      ))}
    </p>
  )
}
