import type { Metadata } from 'next'
import { CaseList } from '@/components/cases/case-list'
import { FeedLinks } from '@/components/feeds/feed-links'
import { listCases } from '@/db/cases/list'
import { read } from '@/db/connection'
import { pathIn } from '@/messages/languages'
import { feedsInHead } from '../../../feeds/head'
import { missing, missingHead } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { pageOf, personAt, personIn } from './person-in'
import { PersonTop } from './person-top'

type Props = PageProps<{ name: string }>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, ...rest } = await params
  const person = await personIn({ name })
  if (!person) return missingHead()
  const { lang, words: { about, profile } } = languageOf(rest)
  return {
    title: person.name, description: about.person(person.name), robots: { index: false },
    ...feedsInHead(lang, pageOf(person), profile.feed(person.name)),
  }
}

/** Somebody by name: since when, and the cases he shares in public. */
export default async function PersonPage({ params, searchParams }: Props) {
  const { name, ...rest } = await params
  const { lang, words } = languageOf(rest)
  const person = await personAt({ name }, { lang })
  if (!person) return missing()
  const shared = await listCases(await read(), { authorId: person.id, after: [(await searchParams).after].flat()[0] })
  const path = pageOf(person)
  return (
    <div className="max-w-[48rem]">
      <PersonTop {...{ person, lang, words }} shows="cases" />
      {shared.cases.length === 0
        ? <p className="mt-4 text-soft">{words.profile.nothingShared}</p>
        : <CaseList id="cases" cases={shared.cases} lang={lang} words={words} />}
      {shared.next && (
        <a className="button mt-6" href={pathIn(lang, `${path}?after=${shared.next}`)} data-more="cases" rel="next">{words.site.more}</a>
      )}
      <FeedLinks path={path} lang={lang} words={words.feeds} />
    </div>
  )
}
