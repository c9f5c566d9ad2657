import type { Metadata } from 'next'
import { providerName, ProviderLinks, pathWithThen } from '@/components/people/provider-links'
import { SignUpForm } from '@/components/people/sign-up-form'
import { cleanName, nameProblem } from '@/domain/people/name'
import { safeReturnPath } from '@/domain/people/return-path'
import { read } from '@/db/connection'
import { siteSetting } from '@/db/site-settings'
import { pathIn, readPath, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { offeredProviders, pendingIdentity } from '../../auth'
import { newGuard } from '../../sign-up-guard'
import { offersMail } from '../../settings'
import { newFormKey, typedDraft, type SearchParams } from '../../typed-draft'

type Props = { params: Promise<{ lang: Language }>; searchParams: Promise<SearchParams> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { people, about } = wordsFor((await params).lang)
  return { title: people.signUp.title, description: about.signUp, robots: { index: false } }
}

export default async function SignUp({ params, searchParams }: Props) {
  const { lang } = await params
  const search = await searchParams
  const words = wordsFor(lang)
  const { people } = words
  const providers = offeredProviders()
  const policy = await siteSetting(await read(), 'sign_up')
  const provider = providers.find(it => it.id === search.via)
  const pending = provider && await pendingIdentity()
  const then = readPath(safeReturnPath([search.then].flat()[0])).path
  const typed = await typedDraft(search)
  const form = { typed: typed?.act === 'sign-up' ? typed : null, newKey: newFormKey(), then, lang, words }
  const key = form.typed?.key ?? form.newKey
  if (provider) {
    return (
      <div className="mx-auto max-w-[26rem]">
        <h1 className="mb-6 text-finding">{people.signUp.viaTitle}</h1>
        {pending?.via !== provider.id
          ? <p><a href={pathIn(lang, '/sign-in')}>{people.signUp.viaExpired}</a></p>
          : <>
              <p className="mb-6">{people.signUp.viaText(providerName(provider, people))}</p>
              <SignUpForm
                {...form} via={provider.id} back={`/sign-up?via=${provider.id}`}
                suggestedName={usable(pending.suggestedName)} guard={null}
              />
            </>}
      </div>
    )
  }
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="mb-6 text-finding">{people.signUp.title}</h1>
      {policy !== 'provider' && <p className="mb-6">{offersMail() ? people.signUp.nothingElseByMail : people.signUp.nothingElse}</p>}
      {then !== '/' && <p className="hint mb-6">{people.signIn.thenBack}</p>}
      {policy === 'approval' && <p className="mb-6">{words.siteSettings.byApproval}</p>}
      {policy === 'provider'
        ? <p className="mb-6">{words.siteSettings.closed}</p>
        : <SignUpForm
            {...form} via={null} back={pathWithThen('/sign-up', then, 'zh')} suggestedName=""
            guard={await newGuard(key, form.typed?.problems ?? [], Date.now())}
          />}
      <p className="mt-6">
        {people.signUp.haveAccount}{' '}
        <a className="word-button text-accent" href={pathWithThen('/sign-in', then, lang)}>{people.signUp.toSignIn}</a>
      </p>
      <ProviderLinks providers={providers} then={then} lang={lang} words={people} />
    </div>
  )
}

/** What the provider calls somebody, if that could be a name here. */
function usable(suggested: string): string {
  const name = cleanName(suggested)
  return nameProblem(name) === null ? name : ''
}
