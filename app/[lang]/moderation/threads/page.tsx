import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { KeptDraft } from '@/components/form/kept-draft'
import { returnedTo } from '@/components/moderation/returned'
import { PasteForm } from '@/components/old-threads/paste-form'
import { TimeOf } from '@/components/say/time-of'
import { permit } from '@/domain/permission'
import { read } from '@/db/connection'
import { threadPagePath, threadPagesOf } from '@/db/desk/thread-pages'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { oldThreads } = languageOf(await params).words
  return { title: oldThreads.title, description: oldThreads.description, robots: { index: false } }
}

const path = '/moderation/threads'

/** For moderators: paste a saved page of an old forum, or go on with one. */
export default async function OldThreadsPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${path}`))
  if ('refused' in permit('import_thread', reader, null)) return missing()
  const [pages, typed] = await Promise.all([threadPagesOf(await read(), reader.id), typedDraft(await searchParams)])
  const { oldThreads } = words
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation')}>{words.log.title}</a></p>
      <h1 className="finding">{oldThreads.title}</h1>
      <div className="words mb-8 mt-3 max-w-prose">{oldThreads.intro.map(paragraph => <p key={paragraph}>{paragraph}</p>)}</div>
      <PasteForm returned={returnedTo(typed, ['read-thread'])} lang={lang} words={words} newKey={newFormKey} back={path} />
      {pages.length > 0 && (
        <section className="mt-12" aria-labelledby="at-hand">
          <h2 id="at-hand" className="mb-3 text-lead">{oldThreads.mine}</h2>
          <ul className="max-w-prose">
            {pages.map(page => (
              <KeptDraft
                key={page.key} draft={page.key} href={pathIn(lang, threadPagePath(page.key))} said={oldThreads}
                formKey={newFormKey()} lang={lang} back={path}
              >
                <span className="min-w-0 grow"><bdi>{page.because}</bdi> · <TimeOf at={page.updatedAt} /></span>
              </KeptDraft>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
