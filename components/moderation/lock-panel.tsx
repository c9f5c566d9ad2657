import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import type { Typed } from '../form/typed'
import { sayDay } from '../say/time'
import { BecauseField } from './because-field'
import { FormProblems } from './form-problems'
import { returnedTo } from './returned'

type Props = {
  caseId: number
  /** The lock that holds (db/threads/locks.ts). */
  lock: { by: string; at: number; reason: string } | null
  lang: Language
  words: Words
  back: string
  newKey: () => string
  typed: Typed | null
}

/** For moderators: lets a thread take no more replies, or again. */
export function LockPanel({ caseId, lock, lang, words, back, newKey, typed }: Props) {
  const act = lock ? 'unlock' : 'lock'
  const { keeping } = words
  const returned = returnedTo(typed, ['lock', 'unlock'], { case: caseId })
  return (
    <details className="border-t border-hair" open={returned !== null}>
      <summary className="min-h-11 py-2 text-small text-soft">{keeping.title[act]}</summary>
      <form method="post" action={`/do/${act}`} className="max-w-form pb-6">
        <p className="hint mb-3"><bdi>{lock ? keeping.lockedBy(lock.by, sayDay(lock.at), lock.reason) : keeping.lockHint}</bdi></p>
        <FormProblems typed={returned} words={words} />
        <FormKey formKey={returned?.act === act ? returned.key : newKey()} lang={lang} back={back} />
        <input type="hidden" name="case" value={caseId} />
        <BecauseField form={`lock-${caseId}`} typed={returned} words={words} />
        <button className="button">{keeping[act]}</button>
      </form>
    </details>
  )
}
