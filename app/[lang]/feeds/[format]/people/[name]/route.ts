import { feedParameters } from '@/domain/feeds/parameters'
import { lastUpdate } from '@/domain/feeds/feed'
import { listCases } from '@/db/cases/list'
import { caseEntries } from '../../../../../feeds/case-entries'
import { entriesPerPage, feedRoute } from '../../../../../feeds/feed-route'
import { pageOf, personIn } from '../../../../people/[name]/person-in'

/** The cases that somebody shares, by his name. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = feedRoute(feedParameters.person, async question => {
  const { database, place, asked: { after }, words } = question
  const person = await personIn({ name: place.name ?? '' })
  if (!person) return null
  const { cases, next } = await listCases(database, { authorId: person.id, after, limit: entriesPerPage })
  const entries = await caseEntries(cases, question)
  return {
    title: words.profile.feed(person.name),
    subtitle: words.about.person(person.name),
    page: pageOf(person),
    entries, next, updated: lastUpdate(entries, person.createdAt),
  }
})
