import type { Metadata } from 'next'
import { SettingsForm } from '@/components/site/settings-form'
import { read } from '@/db/connection'
import { siteSettingsOf } from '@/db/site-settings'
import { permit } from '@/domain/permission'
import type { Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { missing } from '../../../missing'
import { newFormKey, typedDraft, type SearchParams } from '../../../typed-draft'
import { viewer } from '../../../viewer'

type Props = { params: Promise<{ lang: Language }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { siteSettings } = wordsFor((await params).lang)
  return { title: siteSettings.title, description: siteSettings.about, robots: { index: false } }
}

export default async function AdminSettings({ params, searchParams }: Props) {
  const { lang } = await params
  if ('refused' in permit('keep_settings', await viewer(), null)) return missing()
  const search = await searchParams
  const words = wordsFor(lang)
  const { siteSettings: say } = words
  const [settings, typed] = await Promise.all([siteSettingsOf(await read()), typedDraft(search)])
  return (
    <div className="max-w-prose">
      <h1 className="text-finding">{say.title}</h1>
      <p className="hint mb-6">{say.about}</p>
      {search.done && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{say.done}</p>}
      <SettingsForm typed={typed?.act === 'keep-settings' ? typed : null} settings={settings} newKey={newFormKey()} lang={lang} words={words} />
    </div>
  )
}
