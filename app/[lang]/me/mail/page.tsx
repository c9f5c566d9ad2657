import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { MailWishForm } from '@/components/following/mail-wish-form'
import { read } from '@/db/connection'
import { mailWishOf } from '@/db/following/mail-wish'
import { mailAddressOf } from '@/db/people/mail-addresses'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { settings } from '../../../settings'
import { newFormKey } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { noticeMail, about } = languageOf(await params).words
  return { title: noticeMail.title, description: about.noticeMail, robots: { index: false } }
}

/** Whether and how a reader is written to, and where. */
export default async function MailPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/mail'))
  const database = await read()
  const [wish, address] = await Promise.all([mailWishOf(database, reader.id), mailAddressOf(database, reader.id)])
  const say = words.noticeMail
  const toAddress = (label: string) => <a href={pathIn(lang, '/me/e-mail')}>{label}</a>
  return (
    <div className="max-w-prose">
      <h1 className="finding mb-2">{say.title}</h1>
      <p className="mb-6 text-soft">{say.about}</p>
      {(await searchParams).done === 'saved' && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{say.saved}</p>}
      {settings().SMTP_URL === undefined
        ? <p>{say.noServer}</p>
        : (
          <>
            <p className="mb-6">
              {address === null
                ? <>{say.noAddress} {toAddress(say.giveAddress)}</>
                : <><bdi>{say.goesTo(address)}</bdi> {toAddress(say.changeAddress)}</>}
            </p>
            <MailWishForm how={wish?.how ?? 'none'} lang={lang} words={say} newKey={newFormKey()} />
          </>
        )}
    </div>
  )
}
