import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { FormKey } from '../form/form-key'
import type { Typed } from '../form/typed'
import { BecauseField } from '../moderation/because-field'

type Props = {
  rule: { id: number; version: number; withdrawn: boolean }
  returned: Typed | null
  back: string
  lang: Language
  words: Words
  newKey: () => string
}

/** Takes a rule change back, or lets it stand again. */
export function RuleStateForm({ rule, returned, back, lang, words, newKey }: Props) {
  const { rules } = words
  const form = rule.withdrawn ? 'restore-rule' : 'withdraw-rule'
  return (
    <section className="mt-12 max-w-form border-t border-line pt-6">
      <h2 className="text-lead">{rule.withdrawn ? rules.restoreTitle : rules.withdrawTitle}</h2>
      <p className="hint mb-3">{rule.withdrawn ? rules.restoreHint : rules.withdrawHint}</p>
      <form method="post" action={`/do/${form}`}>
        <FormKey formKey={returned?.key ?? newKey()} lang={lang} back={back} />
        <input type="hidden" name="rule" value={rule.id} />
        <input type="hidden" name="version" value={rule.version} />
        <BecauseField form={form} typed={returned} words={words} />
        <button className="button">{rule.withdrawn ? rules.restore : rules.withdraw}</button>
      </form>
    </section>
  )
}
