import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { CaseFilterForm } from '@/components/cases/case-filter'
import { sayFilter } from '@/components/cases/filter-words'
import { CaseList } from '@/components/cases/case-list'
import { SortLinks } from '@/components/cases/sort-links'
import { FeedLinks } from '@/components/feeds/feed-links'
import { FollowForm } from '@/components/following/follow-form'
import { nameIn } from '@/components/moderation/tag-words'
import { readFilter, readSort, writeSearch, type CaseFilter, type CaseSort } from '@/domain/case/filter'
import { read, type Reader } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { namedTags, tagNamed, tagsOf } from '@/db/moderation/tags'
import { pathIn } from '@/messages/languages'
import { feedsInHead } from '../../feeds/head'
import { followedBy } from '../../followed'
import { languageOf, type PageProps } from '../../page-words'
import { newFormKey, type SearchParams } from '../../typed-draft'
import { audience } from '../../viewer'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const { filter } = readFilter(search)
  const feeds = feedsInHead(lang, feedOf(filter, readSort(search)), words.feeds.cases(sayFilter(filter, null, words)))
  return { title: words.cases.title, description: words.about.cases, ...feeds }
}

export default async function CasesPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const { filter, unknown } = readFilter(search)
  const sort = readSort(search)
  const database = await read()
  const after = [search.after].flat()[0]
  const meant = await tagMeant(database, search)
  if (meant) redirect(pathIn(lang, `/cases${writeSearch({ ...filter, tag: meant }, { sort: sort === 'newest' ? undefined : sort })}`))
  const [page, tags] = await Promise.all([listCases(database, { filter, sort, after }), namedTags(database, lang)])
  const tagged = await tagsOf(database, page.cases.map(({ row }) => row.id))
  const tagNames = new Map([...tagged].map(([id, list]) => [id, list.map(tag => nameIn(lang, tag))]))
  const target = unknown.length === 0 ? writeSearch(filter).slice(1) : ''
  const next = page.next && pathIn(lang, `/cases${writeSearch(filter, { sort: sort === 'newest' ? undefined : sort, after: page.next })}`)
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1 className="finding">{words.cases.title}</h1>
        <a className="button button-main" href={pathIn(lang, '/cases/new')}>{words.site.report}</a>
      </div>
      <p className="weight mt-1">{words.cases.intro}</p>
      {unknown.length > 0 && <p role="status" className="error mt-4">{words.cases.filterUnknown}</p>}
      <div className="mt-6 grid gap-x-12 gap-y-4 md:grid-cols-[13.5rem_minmax(0,1fr)]">
        <CaseFilterForm {...{ lang, words, filter, sort, tags }} />
        <div>
          <SortLinks {...{ lang, words, filter, sort }} />
          {target && (
            <FollowForm
              subject="filter" target={target} followed={await followedBy(database, await audience(), 'filter', target)}
              lang={lang} words={words.following} back={`/cases?${target}`} newKey={newFormKey}
            />
          )}
          {page.cases.length === 0
            ? <p className="mt-6"><strong>{words.cases.none}</strong> <span className="text-soft">{words.cases.noneHint}</span></p>
            : <CaseList id="cases" cases={page.cases} lang={lang} words={words} tags={tagNames} />}
          {next && <a className="button mt-6" href={next} data-more="cases" rel="next">{words.site.more}</a>}
          <FeedLinks path={feedOf(filter, sort)} lang={lang} words={words.feeds} />
        </div>
      </div>
    </>
  )
}

/** The feed of what this list shows. */
function feedOf(filter: CaseFilter, sort: CaseSort): string {
  return `/cases${writeSearch(filter, { sort: sort === 'newest' ? undefined : sort })}`
}

/** The slug of the tag that a synonym or a name in the address means; null for a slug, or where nothing is meant. */
async function tagMeant(database: Reader, search: SearchParams): Promise<string | null> {
  const word = [search.tag].flat()[0]?.trim()
  const tag = word ? await tagNamed(database, word) : null
  return tag && tag.slug !== word ? tag.slug : null
}
