import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PasskeyForm } from '@/components/people/passkey-form'
import { PasskeyList } from '@/components/people/passkey-list'
import { readCurrent } from '@/db/connection'
import { passkeysOf } from '@/db/people/passkeys'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newPasskeyOptions } from '../../../passkey'
import { proofAsked } from '../../../prove'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { passkeys, about } = languageOf(await params).words
  return { title: passkeys.title, description: about.passkeys, robots: { index: false } }
}

/** The devices that sign one in. */
export default async function Passkeys({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/passkeys'))
  const search = await searchParams
  const now = Date.now()
  const [keys, proof, typed] = await Promise.all([passkeysOf(await readCurrent(), reader.id), proofAsked(reader, now), typedDraft(search)])
  const { passkeys: say, twoStep } = words
  const done = (['added', 'removed'] as const).find(it => it === search.done)
  return (
    <div className="max-w-prose">
      <h1 className="text-finding">{say.title}</h1>
      {done && <p role="status" className="mt-4 border-l-4 border-approved py-1 pl-4">{say.done[done]}</p>}
      <p className="mt-3">{say.about}</p>
      <PasskeyList keys={keys} typed={typed} proof={proof} name={reader.name} newKey={newFormKey} lang={lang} words={words} />
      {proof === 'sign_in'
        ? <p className="mt-4">{twoStep.proofSignIn}</p>
        : <PasskeyForm options={newPasskeyOptions(reader, keys, now)} typed={typed} proof={proof} name={reader.name} newKey={newFormKey()} lang={lang} words={words} />}
    </div>
  )
}
