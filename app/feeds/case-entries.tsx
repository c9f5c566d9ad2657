import { CaseContent } from '@/components/feeds/case-content'
import { nameIn } from '@/components/moderation/tag-words'
import { titleOf } from '@/components/cases/title'
import type { Shape } from '@/domain/api/parameters'
import { tagUri, withWholeLinks, type FeedEntry } from '@/domain/feeds/feed'
import { callsFor } from '@/components/thread/calls-for'
import type { StoredCase } from '@/db/cases/rows'
import { tagsOf } from '@/db/moderation/tags'
import { withNames } from '@/db/people/mentions'
import { namesOf } from '@/db/people/people'
import { pathIn } from '@/messages/languages'
import { wholeAddress } from '../pictures/source'
import type { FeedQuestion } from './feed-route'
import { markupOf } from './markup'

type Asked = Pick<FeedQuestion<Shape>, 'database' | 'lang' | 'words' | 'siteUrl'>

/** Cases as entries: who told it, its tags, and the whole of it to read. */
export async function caseEntries(stored: readonly StoredCase[], { database, lang, words, siteUrl }: Asked): Promise<FeedEntry[]> {
  const [names, tags] = [
    await namesOf(database, stored.map(({ row }) => row.authorId)), await tagsOf(database, stored.map(({ row }) => row.id)),
  ]
  const said = await withNames(database, stored.map(({ row }) => row.html))
  return Promise.all(stored.map(async ({ row, case: it }, at) => {
    const path = `/cases/${row.id}`
    const author = names.get(row.authorId)
    return {
      id: tagUri(siteUrl, pathIn(lang, path)),
      url: wholeAddress(lang, path),
      title: titleOf(it, words),
      html: withWholeLinks(await markupOf(<CaseContent case={it} outcome={row.outcome} html={callsFor(lang, said[at]!)} words={words} />), siteUrl),
      authors: author === undefined ? [] : [{ name: author, url: wholeAddress(lang, `/people/${encodeURIComponent(author)}`) }],
      tags: (tags.get(row.id) ?? []).map(tag => ({ term: tag.slug, label: nameIn(lang, tag) })),
      published: row.createdAt,
      updated: Math.max(row.createdAt, row.editedAt ?? 0),
    }
  }))
}
