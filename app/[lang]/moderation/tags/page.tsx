import type { Metadata } from 'next'
import { isModerator } from '@/domain/permission'
import { SynonymsForm } from '@/components/moderation/synonyms-form'
import { TagBook } from '@/components/moderation/tag-book'
import { TagForm } from '@/components/moderation/tag-form'
import { read } from '@/db/connection'
import { tagBook } from '@/db/moderation/tags'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { newFormKey, typedDraft } from '../../../typed-draft'
import { audience } from '../../../viewer'

const path = '/moderation/tags'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { tags } = languageOf(await params).words.log
  return { title: tags.title, description: tags.description }
}

/** What every tag means, for everyone; the forms that keep them, for moderators. */
export default async function Tags({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const groups = await tagBook(await read())
  const keeper = isModerator(await audience())
  const form = { lang, words, back: path, newKey: newFormKey, typed: await typedDraft(await searchParams), groups }
  return (
    <>
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation')}>{words.log.title}</a></p>
      <h1 className="finding">{words.log.tags.title}</h1>
      <p className="mt-3 max-w-prose">{words.log.tags.intro}</p>
      {keeper && (
        <div className="mt-6 border-y border-hair"><TagForm {...form} tag={null} group={groups[0]?.slug ?? ''} /></div>
      )}
      <TagBook
        groups={groups} lang={lang} words={words.log}
        below={keeper ? (tag, group) => (
          <div className="flex flex-wrap gap-x-6">
            <TagForm {...form} tag={tag} group={group.slug} />
            <SynonymsForm {...form} tag={tag} />
          </div>
        ) : undefined}
      />
    </>
  )
}
