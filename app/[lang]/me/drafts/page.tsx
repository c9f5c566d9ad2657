import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { KeptDraft } from '@/components/form/kept-draft'
import { TimeOf } from '@/components/say/time-of'
import { valueOf, type Fields } from '@/domain/fields'
import { read } from '@/db/connection'
import { draftsOf, type Draft } from '@/db/desk/drafts'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { cases, about } = languageOf(await params).words
  return { title: cases.myDrafts, description: about.myDrafts, robots: { index: false } }
}

/** Everything that was typed and not yet published, each with the way back to its form. */
export default async function MyDraftsPage({ params }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/drafts'))
  const drafts = await draftsOf(await read(), `p:${reader.id}`)
  const { cases } = words
  return (
    <>
      <h1 className="finding mb-4">{cases.myDrafts}</h1>
      {drafts.length === 0 && <p className="text-soft">{cases.myDraftsNone}</p>}
      <ul className="max-w-prose">
        {drafts.map(draft => (
          <KeptDraft
            key={draft.key} draft={draft.key} href={pathIn(lang, formOf(draft))} said={{ open: cases.openDraft, drop: cases.dropDraft }}
            formKey={newFormKey()} lang={lang} back="/me/drafts"
          >
            <span className="min-w-0 grow">
              <strong>{cases.draftOf[draft.act] ?? cases.draftOther}</strong> <TimeOf at={draft.updatedAt} />
              <bdi className="block truncate text-small text-soft">{gistOf(draft.body)}</bdi>
            </span>
          </KeptDraft>
        ))}
      </ul>
    </>
  )
}

function formOf({ back, key }: Draft): string {
  const [path = '/', query] = back.split('#')[0]!.split('?')
  const params = new URLSearchParams(query)
  params.set('draft', key)
  return `${path}?${params}`
}

function gistOf(body: Fields): string {
  return (valueOf(body, 'title') || valueOf(body, 'words') || valueOf(body, 'because')).slice(0, 80)
}
