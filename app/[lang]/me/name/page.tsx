import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { NameForm } from '@/components/people/name-form'
import { FormerNames } from '@/components/people/former-names'
import { readCurrent } from '@/db/connection'
import { daysToWait, formerNames } from '@/db/people/names'
import { permit } from '@/domain/permission'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { proofAsked } from '../../../prove'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { renaming } = languageOf(await params).words
  return { title: renaming.title, description: renaming.about, robots: { index: false } }
}

export default async function OwnName({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/name'))
  const search = await searchParams
  const [database, now] = [await readCurrent(), Date.now()]
  const [former, days, proof, typed] = await Promise.all([
    formerNames(database, reader.id), daysToWait(database, reader.id, now), proofAsked(reader, now), typedDraft(search),
  ])
  const { renaming: say, twoStep } = words
  return (
    <div className="max-w-prose">
      <h1 className="mb-2 text-finding">{say.title}</h1>
      {search.done && <p role="status" className="mb-4 border-l-4 border-approved py-1 pl-4">{say.done}</p>}
      <p>{say.now} <bdi className="font-semibold">{reader.name}</bdi></p>
      <FormerNames former={former} words={words} />
      <ul className="mt-4 list-disc pl-6">{say.rules.map(rule => <li key={rule}>{rule}</li>)}</ul>
      {'refused' in permit('change_name', reader, null) ? <p className="mt-6">{say.resting}</p>
        : days > 0 ? <p className="mt-6">{say.wait(days)}</p>
          : proof === 'sign_in' ? <p className="mt-6">{twoStep.proofSignIn}</p>
            : <NameForm typed={typed?.act === 'change-name' ? typed : null} proof={proof} name={reader.name} newKey={newFormKey()} lang={lang} words={words} />}
    </div>
  )
}
