import type { Metadata } from 'next'
import { PasskeySignIn } from '@/components/people/passkey-sign-in'
import { SecondStepForm } from '@/components/people/two-step/second-step-form'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { signInOptions } from '../../../passkey'
import { secondStepPage, waitingHere } from '../../../second-step'
import { newFormKey, typedDraft } from '../../../typed-draft'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { twoStep, about } = languageOf(await params).words
  return { title: twoStep.atSignIn.title, description: about.secondStep, robots: { index: false } }
}

/** Asks whoever has just done the first step for the second. */
export default async function SecondStep({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const [waiting, typed] = await Promise.all([waitingHere(Date.now()), typedDraft(await searchParams)])
  const { atSignIn } = words.twoStep
  return (
    <div className="mx-auto max-w-[26rem]">
      <h1 className="mb-6 text-finding">{atSignIn.title}</h1>
      <p className="mb-6">{waiting ? atSignIn.text : atSignIn.expired}</p>
      {waiting?.passwordHash != null && <p className="mb-6">{atSignIn.recovering}</p>}
      {waiting && <SecondStepForm typed={typed?.act === 'second-step' ? typed : null} newKey={newFormKey} back={secondStepPage} lang={lang} words={words} />}
      {waiting && (
        <PasskeySignIn
          options={signInOptions(Date.now())} problems={typed?.act === 'sign-in-by-passkey' ? typed.problems : []} newKey={newFormKey()}
          then={waiting.wanted} back={secondStepPage} lang={lang} words={words}
        />
      )}
      <p className="mt-6"><a className="lone" href={pathIn(lang, '/sign-in')}>{atSignIn.toSignIn}</a></p>
    </div>
  )
}
