import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { SiteFooter } from '@/components/frame/site-footer'
import { SiteHeader } from '@/components/frame/site-header'
import { isModerator } from '@/domain/permission'
import { read, readCurrent } from '@/db/connection'
import { countQueue } from '@/db/moderation/queue/list'
import { countUnread } from '@/db/people/notifications'
import { siteSettingsOf } from '@/db/site-settings'
import { isLanguage, languageTag, pathIn, readPath } from '@/messages/languages'
import { callSite } from '@/messages/site-name'
import { wordsFor } from '@/messages/words'
import { settings } from '../settings'
import { feedsInHead } from '../feeds/head'
import { shareOf } from '../share'
import { audience } from '../viewer'
import '../theme.css'

type Props = { params: Promise<{ lang: string }>; children: ReactNode }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { lang } = await params
  await nameOfToday()
  const known = isLanguage(lang) ? lang : 'zh'
  const words = wordsFor(known)
  const { site } = words
  return {
    metadataBase: new URL(settings().SITE_URL),
    title: { default: site.title, template: `%s · ${site.name}` },
    description: site.description,
    icons: { icon: '/icon.svg' },
    ...feedsInHead(known, '/cases', words.feeds.cases('')),
    ...await shareOf({ lang: known, words, card: 'site' }),
  }
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf8f4' },
    { media: '(prefers-color-scheme: dark)', color: '#151412' },
  ],
}

export default async function Layout({ params, children }: Props) {
  const { lang } = await params
  if (!isLanguage(lang)) notFound()
  const { icp_number } = await nameOfToday()
  const { queue, site, twoStep, people } = wordsFor(lang)
  const reader = await audience()
  const unread = reader.kind === 'member' ? await countUnread(await read(), reader.id) : 0
  const toLookAt = isModerator(reader) ? queue.open((await countQueue(await readCurrent())).all) : null
  // The server in front of us names the address that was asked for; see scripts/serve.ts.
  const { path } = readPath((await headers()).get('x-guoshen-path') ?? '/')
  return (
    <html lang={languageTag[lang]}>
      <head><script src={process.env.PAGE_SCRIPT} defer /></head>
      <body className="flex min-h-dvh flex-col">
        <a href="#content" className="sr-only focus:not-sr-only focus:p-3">{site.skip}</a>
        {settings().DEMONSTRATION && (
          <p role="note" className="bg-waiting-wash px-edge py-2 text-center text-small text-waiting">{site.demonstration}</p>
        )}
        {reader.kind === 'member' && reader.waitingRole && path !== '/me/two-step' && (
          <p role="note" className="bg-waiting-wash px-edge text-center text-small text-waiting">
            <a className="lone" href={pathIn(lang, '/me/two-step')}>{twoStep.banner(people.roles[reader.waitingRole])}</a>
          </p>
        )}
        <SiteHeader lang={lang} words={site} viewer={reader} unread={unread} toLookAt={toLookAt} path={path} />
        <main id="content" className="mx-auto w-full max-w-page grow px-edge pt-8 pb-8 sm:pt-10">{children}</main>
        <SiteFooter icp={icp_number} lang={lang} words={site} />
      </body>
    </html>
  )
}

// Once a page: another instance may have changed what the site is called.
const nameOfToday = cache(async () => {
  const set = await siteSettingsOf(await read())
  callSite({ zh: set.site_name, en: set.site_name_en })
  return set
})
