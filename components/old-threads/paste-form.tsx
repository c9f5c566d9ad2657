import { processes } from '@/domain/codes'
import { valueOf } from '@/domain/fields'
import { longestReason } from '@/domain/moderation/because'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { SelectField, TextArea, TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = { returned: Typed | null; lang: Language; words: Words; newKey: () => string; back: string }

/** Where a saved page is pasted. Sent as multipart: percent signs would make a Chinese page three times as long. */
export function PasteForm({ returned, lang, words, newKey, back }: Props) {
  const { oldThreads, codes, form } = words
  const fields = returned?.fields ?? {}
  const problems = returned?.problems ?? []
  const field = (name: string) => ({ name, error: problemAt(problems, name, words), defaultValue: valueOf(fields, name) })
  const { defaultValue: process, ...chosen } = field('process')
  return (
    <form method="post" action="/do/read-thread" encType="multipart/form-data" className="max-w-form">
      <ErrorSummary problems={problems} words={words} />
      <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
      <TextArea {...field('page')} label={oldThreads.page} hint={oldThreads.pageHint} required rows={12} spellCheck={false} />
      <TextField {...field('saved_on')} label={oldThreads.savedOn} hint={oldThreads.savedOnHint} type="date" className="max-w-form" />
      <SelectField
        {...chosen} label={oldThreads.process} hint={oldThreads.processHint} value={process}
        options={[['', form.chooseEvent], ...processes.map(code => [code, codes.process[code]] as const)]}
      />
      <TextField {...field('because')} label={oldThreads.because} hint={oldThreads.becauseHint} required maxLength={longestReason} autoComplete="off" />
      <button className="button button-main">{oldThreads.read}</button>
    </form>
  )
}
