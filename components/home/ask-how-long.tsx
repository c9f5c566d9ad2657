import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { PlaceSelect, WaitFields } from '../estimate/estimate-form'

/** The question most people come with, as a sentence that is a form. */
export function AskHowLong({ lang, words }: { lang: Language; words: Words }) {
  const { home } = words
  return (
    <section>
      <h2 className="mb-2 text-lead">{home.askTitle}</h2>
      <form method="get" action={pathIn(lang, '/estimate')} className="flex flex-wrap items-center gap-x-2 gap-y-3">
        <PlaceSelect words={words} />
        <WaitFields words={words} />
        <button className="button button-main">{home.askButton}</button>
      </form>
    </section>
  )
}
