import { nameIn } from '@/components/moderation/tag-words'
import { feedParameters } from '@/domain/feeds/parameters'
import { lastUpdate } from '@/domain/feeds/feed'
import { listCases } from '@/db/cases/list'
import { tagNamed } from '@/db/moderation/tags'
import { caseEntries } from '../../../../../feeds/case-entries'
import { entriesPerPage, feedRoute } from '../../../../../feeds/feed-route'

/** The cases under one tag, by its slug. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = feedRoute(feedParameters.tag, async question => {
  const { database, place, asked: { after }, lang, words } = question
  const tag = await tagNamed(database, place.tag ?? '')
  // A name or a synonym leads to the page, which knows the feed; a feed has one address.
  if (!tag || tag.slug !== place.tag) return null
  const { cases, next } = await listCases(database, { filter: { tag: tag.slug }, after, limit: entriesPerPage })
  const entries = await caseEntries(cases, question)
  return {
    title: words.log.tags.ofTag(nameIn(lang, tag)),
    subtitle: lang === 'zh' ? tag.descriptionZh : tag.descriptionEn,
    page: `/tags/${tag.slug}`,
    entries, next, updated: lastUpdate(entries),
  }
})
