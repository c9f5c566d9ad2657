import { processes } from '@/domain/codes'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

/** The first question, alone: which review was it? Each answer is a link. */
export function ProcessChoice({ lang, words }: { lang: Language; words: Words }) {
  const { form, codes } = words
  return (
    <section className="mt-6 max-w-form" aria-labelledby="which-process">
      <h2 id="which-process" className="text-lead">{form.whichProcess}</h2>
      <p className="hint mb-3">{form.whichProcessHint}</p>
      <ul>
        {processes.map(process => (
          <li key={process} className="border-t border-line last:border-b">
            <a className="block py-3 no-underline hover:bg-hair" href={pathIn(lang, `/cases/new?process=${process}`)}>
              <strong className="block">{codes.process[process]}<span aria-hidden="true"> →</span></strong>
              <span className="hint">{codes.processHint[process]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
