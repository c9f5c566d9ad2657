import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { returnedTo } from '@/components/moderation/returned'
import { RuleForm } from '@/components/rules/rule-form'
import { RuleStateForm } from '@/components/rules/rule-state-form'
import { ruleInWords } from '@/components/rules/rule-text'
import { valueOf } from '@/domain/fields'
import { permit } from '@/domain/permission'
import { read } from '@/db/connection'
import { ruleById } from '@/db/rules/changes'
import { stateOf } from '@/db/rules/history'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, numberOf, type PageProps } from '../../../../page-words'
import { newFormKey, typedDraft } from '../../../../typed-draft'
import { viewer } from '../../../../viewer'

type Props = PageProps<{ id: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { rules } = languageOf(rest).words
  return { title: rules.editTitle, description: rules.editAbout(numberOf(id)), robots: { index: false } }
}

/** For moderators: correct a rule change, withdraw it or let it stand again. */
export default async function EditRulePage({ params, searchParams }: Props) {
  const { id, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const [rule, reader, typed] = await Promise.all([
    ruleById(await read(), numberOf(id)), viewer(), typedDraft(await searchParams),
  ])
  const back = `/rules/${numberOf(id)}/edit`
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${encodeURIComponent(back)}`))
  if (!rule || 'refused' in permit('keep_rules', reader, null)) return missing()
  const state = { ...stateOf(rule), id: rule.id, version: rule.version }
  const form = { lang, words, back, newKey: newFormKey }
  const returned = returnedTo(typed, ['edit-rule'], { rule: rule.id })
  const stale = typed !== null && valueOf(typed.fields, 'version') !== String(rule.version)
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/rules')}>{words.rules.title}</a></p>
      <h1 className="finding mb-6">{words.rules.editTitle}</h1>
      {stale && (
        <div role="alert" className="mb-6 max-w-form border-s-4 border-waiting ps-4">
          <p>{words.rules.newer}</p>
          <pre className="mt-2 whitespace-pre-wrap font-han text-small" dir="auto">{ruleInWords(state, words)}</pre>
        </div>
      )}
      <RuleForm {...form} rule={state} returned={returned} />
      <RuleStateForm
        {...form} rule={state} returned={returnedTo(typed, ['withdraw-rule', 'restore-rule'], { rule: rule.id })}
      />
    </>
  )
}
