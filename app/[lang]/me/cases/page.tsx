import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CaseList } from '@/components/cases/case-list'
import { read } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../../page-words'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { cases, about } = languageOf(await params).words
  return { title: cases.myCases, description: about.myCases, robots: { index: false } }
}

/** One's own cases, withdrawn and hidden ones too. */
export default async function MyCasesPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/me/cases'))
  const after = [(await searchParams).after].flat()[0]
  const states = ['live', 'hidden', 'merged', 'withdrawn'] as const
  const page = await listCases(await read(), { authorId: reader.id, states: [...states], after })
  return (
    <>
      <h1 className="finding mb-4">{words.cases.myCases}</h1>
      {page.cases.length === 0
        ? <p>{words.cases.myCasesNone} <a href={pathIn(lang, '/cases/new')}>{words.site.report}</a></p>
        : <CaseList id="cases" cases={page.cases} lang={lang} words={words} />}
      {page.next && <a className="button mt-6" href={pathIn(lang, `/me/cases?after=${page.next}`)} data-more="cases">{words.site.more}</a>}
    </>
  )
}
