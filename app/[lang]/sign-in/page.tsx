import type { Metadata } from 'next'
import { ProviderLinks, pathWithThen } from '@/components/people/provider-links'
import { PasskeySignIn } from '@/components/people/passkey-sign-in'
import { SignInForm } from '@/components/people/sign-in-form'
import { safeReturnPath } from '@/domain/people/return-path'
import { pathIn, readPath, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { offeredProviders } from '../../auth'
import { signInOptions } from '../../passkey'
import { offersMail } from '../../settings'
import { newFormKey, typedDraft, type SearchParams } from '../../typed-draft'
import { viewer } from '../../viewer'

type Props = { params: Promise<{ lang: Language }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { people, about } = wordsFor((await params).lang)
  return { title: people.signIn.title, description: about.signIn, robots: { index: false } }
}

export default async function SignIn({ params, searchParams }: Props) {
  const { lang } = await params
  const search = await searchParams
  const words = wordsFor(lang)
  const { people } = words
  const then = readPath(safeReturnPath([search.then].flat()[0])).path
  const [reader, typed] = await Promise.all([viewer(), typedDraft(search)])
  const back = pathWithThen('/sign-in', then, 'zh')
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="mb-6 text-finding">{people.signIn.title}</h1>
      {search.gone && <p role="status" className="mb-6">{people.signIn.gone}</p>}
      {search.left && <p role="status" className="mb-6">{people.leaving.done}</p>}
      {search.failed && <p role="alert" className="error mb-6">{people.signIn.failed}</p>}
      {reader.kind === 'member' && (
        <p className="mb-6"><a href={pathIn(lang, '/me')}>{people.signIn.already(reader.name)}</a></p>
      )}
      {then !== '/' && <p className="hint mb-6">{people.signIn.thenBack}</p>}
      <SignInForm
        typed={typed?.act === 'sign-in' ? typed : null} newKey={newFormKey()} {...{ back, then, lang, words }}
      />
      <p className="mt-6">
        {people.signIn.noAccount}{' '}
        <a className="word-button text-accent" href={pathWithThen('/sign-up', then, lang)}>{people.signIn.toSignUp}</a>
      </p>
      <PasskeySignIn options={signInOptions(Date.now())} problems={typed?.act === 'sign-in-by-passkey' ? typed.problems : []} newKey={newFormKey()} {...{ then, back, lang, words }} />
      {offersMail() && <p><a className="lone" href={pathIn(lang, then === '/' ? '/sign-in/by-mail' : `/sign-in/by-mail?${new URLSearchParams({ then })}`)}>{words.byMail.signIn.link}</a></p>}
      <ProviderLinks providers={offeredProviders()} then={then} lang={lang} words={people} />
    </div>
  )
}
