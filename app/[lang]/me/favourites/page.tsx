import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CaseList } from '@/components/cases/case-list'
import { read } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { thread, about } = languageOf(await params).words
  return { title: thread.favourites.title, description: about.favourites, robots: { index: false } }
}

/** The cases a reader keeps, the newest first. */
export default async function FavouritesPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/favourites'))
  const after = [(await searchParams).after].flat()[0]
  const page = await listCases(await read(), { favouriteOf: reader.id, after })
  const { favourites } = words.thread
  return (
    <>
      <h1 className="finding mb-4">{favourites.title}</h1>
      {page.cases.length === 0
        ? <p>{favourites.none} <a href={pathIn(lang, '/cases')}>{words.cases.all}</a></p>
        : <CaseList id="cases" cases={page.cases} lang={lang} words={words} />}
      {page.next && (
        <a className="button mt-6" href={pathIn(lang, `/me/favourites?after=${page.next}`)} data-more="cases">
          {words.site.more}
        </a>
      )}
    </>
  )
}
