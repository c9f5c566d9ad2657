import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EMailForms } from '@/components/people/e-mail-forms'
import { read } from '@/db/connection'
import { mailAddressOf } from '@/db/people/mail-addresses'
import { mailLinkLifetime } from '@/db/people/mail-links'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { proofAsked } from '../../../prove'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { byMail, about } = languageOf(await params).words
  return { title: byMail.title, description: about.eMail, robots: { index: false } }
}

/** One's own address for letters; nobody else is shown it. */
export default async function EMail({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/e-mail'))
  const search = await searchParams
  const [address, proof, typed] = await Promise.all([
    mailAddressOf(await read(), reader.id), proofAsked(reader, Date.now()), typedDraft(search),
  ])
  const { byMail } = words
  const done = (['confirmed', 'removed'] as const).find(it => it === search.done)
  const said = search.done === 'sent' ? byMail.sent(mailLinkLifetime / 60_000) : done && byMail[done]
  return (
    <div className="max-w-prose">
      <h1 className="text-finding">{byMail.title}</h1>
      {said && <p role="status" className="mt-4 border-l-4 border-approved py-1 pl-4">{said}</p>}
      <p className="mt-3">{byMail.about}</p>
      <p className="mt-4"><bdi>{address === null ? byMail.none : byMail.is(address)}</bdi></p>
      <EMailForms hasAddress={address !== null} typed={typed} proof={proof} name={reader.name} newKey={newFormKey} lang={lang} words={words} />
    </div>
  )
}
