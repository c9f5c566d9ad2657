import { CaseContent } from '@/components/feeds/case-content'
import { nameIn } from '@/components/moderation/tag-words'
import { titleOf } from '@/components/cases/title'
import type { Shape } from '@/domain/api/parameters'
import { tagUri, withWholeLinks, type FeedEntry } from '@/domain/feeds/feed'
import type { StoredCase } from '@/db/cases/rows'
import { tagsOf } from '@/db/moderation/tags'
import { namesOf } from '@/db/people/people'
import { pathIn } from '@/messages/languages'
import { addressOf } from '../pictures/source'
import type { FeedQuestion } from './feed-route'
import { markupOf } from './markup'

type Asked = Pick<FeedQuestion<Shape>, 'database' | 'lang' | 'words' | 'siteUrl'>

/** Cases as entries: who told it, its tags, and the whole of it to read. */
export async function caseEntries(stored: readonly StoredCase[], { database, lang, words, siteUrl }: Asked): Promise<FeedEntry[]> {
  const [names, tags] = [
    await namesOf(database, stored.map(({ row }) => row.authorId)), await tagsOf(database, stored.map(({ row }) => row.id)),
  ]
  return Promise.all(stored.map(async ({ row, case: it }) => {
    const path = `/cases/${row.id}`
    const author = names.get(row.authorId)
    return {
      id: tagUri(siteUrl, pathIn(lang, path)),
      url: addressOf(lang, path),
      title: titleOf(it, words),
      html: withWholeLinks(await markupOf(<CaseContent case={it} outcome={row.outcome} html={row.html} words={words} />), siteUrl),
      authors: author === undefined ? [] : [{ name: author, url: addressOf(lang, `/people/${encodeURIComponent(author)}`) }],
      tags: (tags.get(row.id) ?? []).map(tag => ({ term: tag.slug, label: nameIn(lang, tag) })),
      published: row.createdAt,
      updated: Math.max(row.createdAt, row.editedAt ?? 0),
    }
  }))
}
