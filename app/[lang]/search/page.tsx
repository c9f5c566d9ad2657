import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { titleOf } from '@/components/cases/title'
import { SearchForm } from '@/components/thread/search-form'
import { SearchResults, type SearchResult } from '@/components/thread/search-results'
import { isId } from '@/domain/ids'
import { cleanLine } from '@/domain/text/clean'
import { firstGraphemes } from '@/domain/text/graphemes'
import { plainWords } from '@/domain/text/markdown'
import { markFound, windowAround } from '@/domain/text/marked'
import { read } from '@/db/connection'
import { casesByIds } from '@/db/cases/rows'
import { searchTextOf } from '@/db/cases/store'
import { searchWords, type FoundPage } from '@/db/search/search'
import { pathIn } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { useUp } from '../../limits'
import { addressOf } from '../../origin'
import { leaveNote } from '../../page-notes'
import { languageOf, type PageProps } from '../../page-words'
import type { SearchParams } from '../../typed-draft'
import { viewer } from '../../viewer'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { thread: { search }, about } = languageOf(await params).words
  const query = queryOf(await searchParams)
  const [title, description] = query === ''
    ? [search.title, about.search]
    : [search.titleFor(query), about.searchFor(query)]
  return { title, description, robots: { index: false } }
}

/** What was said, in cases and replies, that holds all the words asked for. */
export default async function SearchPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { search } = words.thread
  const asked = await searchParams
  const query = queryOf(asked)
  const wait = query === '' ? null : await limit()
  if (wait) return <Frame {...{ lang, words, query }}><p role="status">{search.slower(wait)}</p></Frame>
  if (query === '') return <Frame {...{ lang, words, query }} />

  const after = typeof asked.after === 'string' && isId(asked.after) ? Number(asked.after) : null
  const page = await searchWords(await read(), query, { after })
  if (page.terms === 0) return <Frame {...{ lang, words, query }}><p role="status">{search.nothingAsked}</p></Frame>
  const results = await resultsOf(page, query, words)
  const next = page.next && pathIn(lang, `/search?${new URLSearchParams({ q: query, after: String(page.next) })}`)
  return (
    <Frame {...{ lang, words, query }}>
      <div role="status">
        {results.length > 0
          ? <p className="weight">{search.found(results.length)}</p>
          : !next && <><p><bdi>{search.none(query)}</bdi></p><p className="hint">{search.noneHint}</p></>}
      </div>
      {results.length === 0 && !next && (
        <p className="mt-4"><a className="button" href={pathIn(lang, '/cases')}>{search.browse}</a></p>
      )}
      <SearchResults results={results} lang={lang} words={words.thread} />
      {next && <p className="mt-4"><a className="button" data-more="results" href={next}>{search.more}</a></p>}
    </Frame>
  )
}

type FrameProps = { query: string; children?: ReactNode } & ReturnType<typeof languageOf>

function Frame({ lang, words, query, children }: FrameProps) {
  const { search } = words.thread
  return (
    <>
      <h1 className="finding mb-4"><bdi>{query === '' ? search.title : search.titleFor(query)}</bdi></h1>
      <SearchForm query={query} lang={lang} words={search} />
      {children && <div className="mt-6">{children}</div>}
    </>
  )
}

// As much of a text as tells whether it is the one that was meant.
const excerptLength = 120

async function resultsOf({ found }: FoundPage, query: string, words: Words): Promise<SearchResult[]> {
  const ids = [...new Set(found.map(it => it.caseId))]
  const stored = new Map((await casesByIds(await read(), ids)).map(it => [it.row.id, it.case]))
  return found.map(({ words: said, ...it }) => {
    const about = stored.get(it.caseId)!
    const text = it.replyId === null ? plainWords(searchTextOf(about)) : plainWords(said)
    return { ...it, title: titleOf(about, words), pieces: markFound(windowAround(text, query, excerptLength), query) }
  })
}

function queryOf(search: SearchParams): string {
  return typeof search.q === 'string' ? firstGraphemes(cleanLine(search.q.slice(0, 1_000)), 200) : ''
}

async function limit(): Promise<number | null> {
  const reader = await viewer()
  const request = new Request('http://site.invalid', { headers: await headers() })
  const wait = await (reader.kind === 'member' ? useUp('search', `p:${reader.id}`) : useUp('search_guest', addressOf(request)))
  if (wait) await leaveNote({ status: 429, wait })
  return wait
}
