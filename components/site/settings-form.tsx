import { preModerationModes } from '@/domain/moderation/pre-moderation'
import { signUpPolicies, siteSettingNames, type SiteSettings } from '@/domain/site-settings'
import { valueOf } from '@/domain/fields'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { ErrorSummary } from '../form/error-summary'
import { ChoiceField, TextField } from '../form/field'
import { FormKey } from '../form/form-key'
import { problemAt } from '../form/problems'
import type { Typed } from '../form/typed'

type Props = { typed: Typed | null; settings: SiteSettings; newKey: string; lang: Language; words: Words }

/** All settings of the site as they are, to be changed together with one reason. */
export function SettingsForm({ typed, settings, newKey, lang, words }: Props) {
  const { siteSettings: say } = words
  const problems = typed?.problems ?? []
  const values = Object.fromEntries(siteSettingNames.map(name => [name, typed ? valueOf(typed.fields, name) : String(settings[name])])) as Record<keyof SiteSettings, string>
  const error = (name: string) => problemAt(problems, name, words)
  return (
    <form method="post" action="/do/keep-settings" className="max-w-[36rem]">
      <ErrorSummary problems={problems} words={words} nameOf={path => say.names[path as keyof SiteSettings]} />
      <FormKey formKey={typed?.key ?? newKey} lang={lang} back="/admin/settings" />
      {(['site_name', 'site_name_en'] as const).map(name => (
        <TextField key={name} name={name} label={say.names[name]} hint={say.hints[name]} defaultValue={values[name]} autoComplete="off" error={error(name)} />
      ))}
      <ChoiceField
        kind="radio" name="sign_up" label={say.names.sign_up} values={[values.sign_up]} error={error('sign_up')}
        options={signUpPolicies.map(it => [it, ...say.signUp[it]] as const)}
      />
      <ChoiceField
        kind="radio" name="pre_moderation" label={say.names.pre_moderation} values={[values.pre_moderation]} error={error('pre_moderation')}
        options={preModerationModes.map(it => [it, ...say.preModeration[it]] as const)}
      />
      <TextField name="icp_number" label={say.names.icp_number} hint={say.hints.icp_number} defaultValue={values.icp_number} autoComplete="off" error={error('icp_number')} />
      <TextField name="draft_days" label={say.names.draft_days} hint={say.hints.draft_days} defaultValue={values.draft_days} inputMode="numeric" error={error('draft_days')} />
      <TextField name="notification_days" label={say.names.notification_days} hint={say.hints.notification_days} defaultValue={values.notification_days} inputMode="numeric" error={error('notification_days')} />
      {(['origin_days', 'failed_days', 'delivery_days'] as const).map(name => (
        <TextField key={name} name={name} label={say.names[name]} hint={say.hints[name]} defaultValue={values[name]} inputMode="numeric" error={error(name)} />
      ))}
      <p className="hint mb-6">{say.hints.always}</p>
      <TextField name="because" label={say.because} hint={say.becauseHint} defaultValue={typed ? valueOf(typed.fields, 'because') : ''} required error={error('because')} />
      <button className="button button-main">{say.submit}</button>
    </form>
  )
}
