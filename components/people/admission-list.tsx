import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { valueOf } from '@/domain/fields'
import { ErrorSummary } from '../form/error-summary'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { TimeOf } from '../say/time-of'

type Props = {
  people: { id: number; name: string; askedAt: number }[]
  typed: Typed | null
  newKey: () => string
  lang: Language
  words: Words
}

/** Accounts that wait to be let in, each with its two answers. */
export function AdmissionList({ people, typed, newKey, lang, words }: Props) {
  const { admissions: say } = words.siteSettings
  return (
    <section id="waiting" className="mt-10">
      <h2 className="text-lead">{say.title}</h2>
      <p className="hint mb-3">{say.about}</p>
      <ul className="border-t border-hair">
        {people.map(person => {
          const own = typed?.act === 'decide-on-person' && valueOf(typed.fields, 'person') === String(person.id) ? typed : null
          const error = problemAt(own?.problems ?? [], 'because', words)
          return (
            <li key={person.id} className="border-b border-hair py-3">
              <p><a href={pathIn(lang, `/people/${encodeURIComponent(person.name)}`)}><bdi className="font-semibold">{person.name}</bdi></a> <span className="hint">{say.asked} <TimeOf at={person.askedAt} /></span></p>
              <form method="post" action="/do/decide-on-person" className="mt-2">
                <ErrorSummary problems={own?.problems ?? []} words={words} />
                <FormKey formKey={own?.key ?? newKey()} lang={lang} back="/admin/people" />
                <input type="hidden" name="person" value={person.id} />
                {/* Its words around it: on this list there are as many of them as people. */}
                <label className="mb-4 block">
                  <span className="block font-semibold">{say.because}</span>
                  <span className="hint mb-1 block">{say.becauseHint}</span>
                  {error && <span className="error mb-1 block">{error}</span>}
                  <input name="because" required defaultValue={own ? valueOf(own.fields, 'because') : ''} className="w-full" aria-invalid={error ? true : undefined} />
                </label>
                <div className="flex flex-wrap gap-3">
                  <button className="button" name="decision" value="approved">{say.approve}</button>
                  <button className="button" name="decision" value="refused">{say.refuse}</button>
                </div>
              </form>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
