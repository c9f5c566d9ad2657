import type { Metadata } from 'next'
import { WebhookManual } from '@/components/data/webhook-manual'
import { WritingManual } from '@/components/data/writing-manual'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../page-words'
import { settings } from '../../settings'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { words } = languageOf(await params)
  return { title: words.api.title, description: words.api.intro }
}

export default async function ApiDocs({ params }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { api } = words
  return (
    <>
      <h1 className="finding">{api.title}</h1>
      <p className="mt-2 max-w-prose">{api.intro}</p>
      <p className="flex flex-wrap gap-x-6">
        <a className="lone" href={pathIn(lang, '/me/tokens')}>{api.toTokens}</a>
        <a className="lone" href={pathIn(lang, '/data#api')}>{api.toData}</a>
      </p>
      <WritingManual site={settings().SITE_URL} words={api} />
      <WebhookManual site={settings().SITE_URL} lang={lang} words={words.webhooks} />
    </>
  )
}
