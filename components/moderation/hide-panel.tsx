import type { ModeratedSubject, OpenHiding } from '@/domain/moderation/subject'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import { sayDay } from '../say/time'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import type { Typed } from '../form/typed'
import { returnedTo } from './returned'

type Props = {
  subject: ModeratedSubject
  subjectId: number
  /** The hiding that holds (db/moderation/hiding.ts openHidings); null: it can be read by everyone. */
  hidden: OpenHiding | null
  lang: Language
  words: Words
  back: string
  newKey: () => string
  typed: Typed | null
}

/** For moderators: hides what everybody reads, or shows again what was hidden. */
export function HidePanel({ subject, subjectId, hidden, lang, words, back, newKey, typed }: Props) {
  const act = hidden ? 'restore' : 'hide'
  const { hiding } = words.log
  // The other act may come back too: somebody else was faster and the form has changed under it.
  const returned = returnedTo(typed, ['hide', 'restore'], { subject, id: subjectId })
  const form = `${subject}-${subjectId}`
  return (
    <details id={subject === 'case' ? 'hiding' : undefined} className="border-t border-hair" open={returned !== null}>
      <summary className="min-h-11 py-2 text-small text-soft">
        {hidden ? hiding.restoreTitle[subject] : hiding.title[subject]}
      </summary>
      <form method="post" action={`/do/${act}`} className="max-w-form pb-6">
        {hidden
          ? <p className="hint mb-3"><bdi>{hiding.hiddenBy(hidden.by, sayDay(hidden.at), hidden.reason)}</bdi></p>
          : <p className="hint mb-3">{hiding.hint[subject]}</p>}
        <FormProblems typed={returned} words={words} />
        <FormKey formKey={returned?.act === act ? returned.key : newKey()} lang={lang} back={back} />
        <input type="hidden" name="subject" value={subject} />
        <input type="hidden" name="id" value={subjectId} />
        <BecauseField form={form} typed={returned} words={words} />
        <button className="button">{hidden ? hiding.restore : hiding.hide}</button>
      </form>
      {subject === 'case' && <p className="pb-6"><a href={pathIn(lang, `/moderation/batches?case=${subjectId}#of-case`)}>{words.batches.ofCase}</a></p>}
    </details>
  )
}
