import type { ReactNode } from 'react'
import { valueOf } from '@/domain/fields'
import { flagReasons, longestFlag, type FlagReason } from '@/domain/moderation/flag'
import type { ModeratedSubject } from '@/domain/moderation/subject'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ChoiceField, TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'
import { TimeOf } from '../say/time-of'

type Props = {
  subject: ModeratedSubject
  subjectId: number
  /** The beginning of what is flagged. */
  excerpt: string
  /** What this reader has said already; null: nothing. */
  own: { reason: FlagReason; words: string | null; at: number; decidedAt: number | null } | null
  /** It was answered, and may be said once more. */
  again: boolean
  typed: Typed | null
  lang: Language
  words: Words
  newKey: () => string
}

/** Says what is wrong with a case or a reply; or shows what one has said, to be taken back. */
export function FlagForm({ subject, subjectId, excerpt, own, again, typed, lang, words, newKey }: Props) {
  const { flag, reasons } = words.queue
  const place = `/${subject === 'case' ? 'cases' : 'replies'}/${subjectId}`
  const hidden = (
    <>
      <FormKey formKey={typed?.key ?? newKey()} lang={lang} back={`${place}/flag`} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="id" value={subjectId} />
    </>
  )
  return (
    <div className="max-w-prose">
      <h1 className="finding">{flag.title[subject]}</h1>
      {excerpt && <blockquote className="my-4 border-l-2 border-line pl-4 text-soft" dir="auto"><bdi>{excerpt}</bdi></blockquote>}
      {own && <OwnFlag own={own} words={words.queue}>{hidden}</OwnFlag>}
      {(!own || again) && (
          <form method="post" action="/do/flag" data-draft={`flag-${subject}-${subjectId}`} data-filled={typed ? '' : undefined}>
            <p className="hint mb-5">{flag.intro}</p>
            {hidden}
            <ChoiceField
              kind="radio" name="reason" label={flag.reason} values={typed ? [valueOf(typed.fields, 'reason')] : []}
              options={flagReasons.map(code => [code, reasons[code]] as const)} className="[&_label]:w-full"
              error={problemAt(typed?.problems ?? [], 'reason', words)}
            />
            <TextField
              name="words" label={flag.words} hint={flag.wordsHint} maxLength={longestFlag} autoComplete="off"
              error={problemAt(typed?.problems ?? [], 'words', words)} defaultValue={typed ? valueOf(typed.fields, 'words') : ''}
            />
            <button className="button button-main">{flag.submit}</button>
          </form>
      )}
      <p className="mt-8"><a className="lone" href={pathIn(lang, place)}>{flag.back[subject]}</a></p>
    </div>
  )
}

function OwnFlag({ own, words, children }: { own: NonNullable<Props['own']>; words: Words['queue']; children: ReactNode }) {
  const { flag, reasons } = words
  return (
    <>
      <div role="status" className="mb-4 border-l-4 border-waiting pl-4">
        <p>{flag.yours} · <TimeOf at={own.at} /></p>
        <p>{reasons[own.reason]}{own.words && <>: <bdi>{own.words}</bdi></>}</p>
        <p className="hint">{own.decidedAt === null ? flag.openYet : flag.answered}</p>
      </div>
      {own.decidedAt === null && <form method="post" action="/do/unflag">{children}<button className="button">{flag.takeBack}</button></form>}
    </>
  )
}
