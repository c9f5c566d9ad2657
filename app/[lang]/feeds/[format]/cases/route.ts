import { sayFilter } from '@/components/cases/filter-words'
import { nameIn } from '@/components/moderation/tag-words'
import { writeSearch } from '@/domain/case/filter'
import { feedParameters } from '@/domain/feeds/parameters'
import { lastUpdate } from '@/domain/feeds/feed'
import { listCases } from '@/db/cases/list'
import { tagNamed } from '@/db/moderation/tags'
import { Refused } from '../../../../api/v1/refused'
import { caseEntries } from '../../../../feeds/case-entries'
import { entriesPerPage, feedRoute } from '../../../../feeds/feed-route'

/** Every case, or those that the list shows when it is asked the same. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = feedRoute(feedParameters.cases, async question => {
  const { database, filter, asked: { sort, after }, lang, words } = question
  // Where a page ended is told differently by each sort.
  if (after && (sort === 'newest') === after.includes('-')) {
    throw new Refused('unreadable_value', [{ parameter: 'after', code: 'wrong_form' }])
  }
  const { cases, next } = await listCases(database, { filter, sort, after, limit: entriesPerPage })
  const tag = filter.tag === undefined ? null : await tagNamed(database, filter.tag)
  const entries = await caseEntries(cases, question)
  return {
    title: words.feeds.cases(sayFilter(filter, tag && nameIn(lang, tag), words)),
    subtitle: words.cases.intro,
    page: `/cases${writeSearch(filter, { sort: sort === 'newest' ? undefined : sort })}`,
    entries, next, updated: lastUpdate(entries),
  }
})
