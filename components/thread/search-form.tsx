import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

type Props = { query: string; lang: Language; words: Words['thread']['search'] }

/** One line to ask in; the question stands in the address. */
export function SearchForm({ query, lang, words }: Props) {
  return (
    <form method="get" action={pathIn(lang, '/search')} role="search" className="max-w-prose">
      <label htmlFor="q" className="mb-1 block font-semibold">{words.label}</label>
      <p id="q-hint" className="hint mb-1">{words.hint}</p>
      <div className="flex gap-2">
        <input
          id="q" name="q" type="search" defaultValue={query} maxLength={200} aria-describedby="q-hint"
          className="min-w-0 grow"
        />
        <button className="button button-main">{words.submit}</button>
      </div>
    </form>
  )
}
