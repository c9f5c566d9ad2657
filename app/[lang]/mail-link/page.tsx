import type { Metadata } from 'next'
import { MailLinkForm } from '@/components/people/mail-link-form'
import { readCurrent } from '@/db/connection'
import { mailLinkOf } from '@/db/people/mail-links'
import { pathIn } from '@/messages/languages'
import { knownBrowser } from '../../browser'
import { languageOf, type PageProps } from '../../page-words'
import { newFormKey, typedDraft } from '../../typed-draft'
import { viewer } from '../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { byMail, about } = languageOf(await params).words
  return { title: byMail.linkTitle, description: about.mailLink, robots: { index: false } }
}

/**
 * Where the link of a letter leads: shows a button and changes nothing, since programs open the links of letters too
 * before people do.
 */
export default async function MailLinkPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const token = typeof search.token === 'string' ? search.token.slice(0, 100) : ''
  const [reader, browser, typed, link] = await Promise.all([
    viewer(), knownBrowser(), typedDraft(search), mailLinkOf(await readCurrent(), token, Date.now()),
  ])
  const { page } = words.byMail
  const why = !link || link.personId === null ? 'gone'
    : link.use === 'confirm' ? reader.kind === 'member' && reader.id === link.personId ? null : 'foreign'
      : link.browser === browser ? null : 'elsewhere'
  if (why !== null || !link) {
    const { title, text } = page[why ?? 'gone']
    const then = `/mail-link?${new URLSearchParams({ token })}`
    return (
      <div className="mx-auto max-w-[26rem]">
        <h1 className="mb-6 text-finding">{title}</h1>
        <p className="mb-6">{text}</p>
        <p>
          {why === 'foreign'
            ? <a className="lone" href={pathIn(lang, `/sign-in?${new URLSearchParams({ then })}`)}>{words.people.signIn.title}</a>
            : <a className="lone" href={pathIn(lang, reader.kind === 'member' ? '/me/e-mail' : '/sign-in/by-mail')}>{page.again}</a>}
        </p>
      </div>
    )
  }
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="mb-6 text-finding">{page.title[link.use]}</h1>
      <p className="mb-6"><bdi>{link.use === 'confirm' ? page.text.confirm(link.address) : page.text[link.use]}</bdi></p>
      <MailLinkForm use={link.use} token={token} typed={typed?.act === 'use-mail-link' ? typed : null} newKey={newFormKey()} lang={lang} words={words} />
    </div>
  )
}
