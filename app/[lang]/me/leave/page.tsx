import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { LeavingForm } from '@/components/people/leaving-form'
import { read } from '@/db/connection'
import { personById } from '@/db/people/people'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { leaving } = languageOf(await params).words.people
  return { title: leaving.title, description: leaving.text, robots: { index: false } }
}

/** Closing one's account: what goes, what may stay, and that it is for good. */
export default async function Leave({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/leave'))
  const [person, typed] = await Promise.all([personById(await read(), reader.id), typedDraft(await searchParams)])
  const { leaving } = words.people
  return (
    <div className="max-w-prose">
      <h1 className="text-finding">{leaving.title}</h1>
      <p className="mt-3">{leaving.text}</p>
      <p className="hint mt-2">{leaving.takeFirst}</p>
      <LeavingForm
        typed={typed?.act === 'leave-for-good' ? typed : null} hasPassword={person?.passwordHash != null} name={reader.name}
        newKey={newFormKey()} lang={lang} words={words}
      />
    </div>
  )
}
