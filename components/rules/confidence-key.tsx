import { ruleConfidences } from '@/domain/rules/rule-change'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

/** What the words about certainty mean. */
export function ConfidenceKey({ lang, words }: { lang: Language; words: Words['rules'] }) {
  return (
    <aside
      aria-labelledby="how-sure"
      className="border-t border-line pt-4 text-small md:mt-8 md:border-t-0 md:border-s md:ps-6 md:pt-0"
    >
      <h2 id="how-sure" className="font-semibold">{words.howSure}</h2>
      <dl className="mt-2 grid gap-x-4 gap-y-1 grid-cols-[max-content_minmax(0,1fr)]">
        {ruleConfidences.map(confidence => (
          <div key={confidence} className="contents">
            <dt>{words.confidence[confidence]}</dt>
            <dd className="text-soft">{words.confidenceHint[confidence]}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-soft">{words.missing}</p>
      <p className="flex flex-wrap gap-x-5">
        <a className="lone" href={pathIn(lang, '/cases')}>{words.missingCases}</a>
        <a className="lone" href={pathIn(lang, '/cases/new')}>{words.missingReport}</a>
      </p>
    </aside>
  )
}
