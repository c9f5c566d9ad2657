import { titleOf } from '@/components/cases/title'
import { feedParameters } from '@/domain/feeds/parameters'
import { lastUpdate, tagUri, withWholeLinks, type FeedEntry } from '@/domain/feeds/feed'
import { isId } from '@/domain/ids'
import { callsFor } from '@/components/thread/calls-for'
import { mergedInto } from '@/db/cases/merges'
import { caseById } from '@/db/cases/rows'
import { latestReplies } from '@/db/threads/latest-replies'
import { pathIn } from '@/messages/languages'
import { entriesPerPage, feedRoute } from '../../../../../feeds/feed-route'
import { wholeAddress } from '../../../../../pictures/source'

/** What is said under a case, the newest first. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = feedRoute(feedParameters.thread, async question => {
  const { database, place, asked: { after }, lang, words, siteUrl } = question
  const stored = isId(place.id ?? '') ? await caseById(database, Number(place.id)) : null
  const into = stored?.row.state === 'merged' ? await mergedInto(database, stored.row.id) : null
  if (into !== null) return { movedTo: `/cases/${into}` }
  if (stored?.row.state !== 'live') return null
  const { row, case: it } = stored
  const named = (id: number) => ({ id: tagUri(siteUrl, pathIn(lang, `/replies/${id}`)), url: wholeAddress(lang, `/replies/${id}`) })
  const { replies, next } = await latestReplies(database, { caseId: row.id, after, limit: entriesPerPage })
  const theCase = { id: tagUri(siteUrl, pathIn(lang, `/cases/${row.id}`)), url: wholeAddress(lang, `/cases/${row.id}`) }
  const entries = replies.map(({ id, author, html, replyToId, createdAt, editedAt }): FeedEntry => ({
    ...named(id),
    title: words.thread.replyOf(author ?? words.thread.nobody),
    html: withWholeLinks(callsFor(lang, html), siteUrl),
    authors: author === null ? [] : [{ name: author, url: wholeAddress(lang, `/people/${encodeURIComponent(author)}`) }],
    tags: [],
    published: createdAt,
    updated: Math.max(createdAt, editedAt ?? 0),
    answers: replyToId === null ? theCase : named(replyToId),
  }))
  return {
    title: titleOf(it, words),
    subtitle: words.feeds.thread(row.id),
    page: `/cases/${row.id}`,
    entries, next, updated: lastUpdate(entries, Math.max(row.createdAt, row.editedAt ?? 0)),
  }
})
