import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { FormKey } from '@/components/form/form-key'
import { HoldsNote } from '@/components/people/holds-note'
import { isModerator } from '@/domain/permission'
import { read } from '@/db/connection'
import { holdsOn } from '@/db/people/suspensions'
import { pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { offersMail } from '../../settings'
import { newFormKey } from '../../typed-draft'
import { viewer } from '../../viewer'

type Props = { params: Promise<{ lang: Language }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { people, about } = wordsFor((await params).lang)
  return { title: people.mine.title, description: about.mine, robots: { index: false } }
}

export default async function Mine({ params }: Props) {
  const { lang } = await params
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me'))
  const words = wordsFor(lang)
  const { people } = words
  const { mine } = people
  const holds = await holdsOn(await read(), reader.id, Date.now())
  const links = [
    ['/me/cases', mine.cases],
    ['/me/drafts', mine.drafts],
    ['/me/favourites', mine.favourites],
    ['/me/follows', words.following.title],
    ['/me/webhooks', words.webhooks.title],
    ['/me/notifications', mine.notifications],
    ['/me/mail', words.noticeMail.title],
    ['/me/appeals', words.appeals.mine],
    ['/me/name', words.renaming.title],
    ['/me/sessions', mine.sessions],
    ...(offersMail() ? [['/me/e-mail', words.byMail.title] as const] : []),
    ['/me/passkeys', words.passkeys.title],
    ['/me/two-step', words.twoStep.title],
    ['/me/tokens', wordsFor(lang).tokens.title],
    ['/me/leave', people.leaving.title],
    [`/people/${encodeURIComponent(reader.name)}`, mine.profile],
    ...(isModerator(reader) ? [['/admin/people', mine.admin] as const] : []),
    ...(reader.role === 'admin' ? [['/admin/settings', words.siteSettings.title] as const] : []),
  ] as const
  return (
    <div className="max-w-prose">
      <h1 className="text-finding"><bdi>{reader.name}</bdi></h1>
      {isModerator(reader) && <p className="hint">{mine.role(people.roles[reader.role])}</p>}
      {reader.awaiting && <p role="note" className="my-4 border-l-4 border-waiting py-1 pl-4">{words.siteSettings.awaiting}</p>}
      <HoldsNote holds={holds} lang={lang} words={words} />
      <ul className="mt-6 border-t border-hair">
        {links.map(([href, label]) => (
          <li key={href} className="border-b border-hair">
            <a className="flex min-h-12 items-center no-underline hover:underline" href={pathIn(lang, href)}>{label}</a>
          </li>
        ))}
      </ul>
      <form method="post" action="/do/take-own-data" className="mt-8">
        <FormKey formKey={newFormKey()} lang={lang} back="/me" />
        <button className="button">{mine.takeAway}</button>
        <p className="hint mt-1">{mine.takeAwayHint}</p>
      </form>
      <form method="post" action="/do/sign-out" className="mt-8">
        <FormKey formKey={newFormKey()} lang={lang} back="/me" />
        <button className="button">{mine.signOut}</button>
      </form>
    </div>
  )
}
