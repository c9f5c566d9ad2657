import { LogContent } from '@/components/feeds/log-content'
import { feedParameters } from '@/domain/feeds/parameters'
import { lastUpdate, tagUri, withWholeLinks, type FeedEntry } from '@/domain/feeds/feed'
import { logPage } from '@/db/moderation/log-page'
import { pathIn } from '@/messages/languages'
import { entriesPerPage, feedRoute } from '../../../../feeds/feed-route'
import { markupOf } from '../../../../feeds/markup'
import { wholeAddress } from '../../../../pictures/source'

/** The public log, whole or what the page shows of it when it is asked the same. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = feedRoute(feedParameters.log, async question => {
  const { database, asked: { act, case: caseId, after }, lang, words, siteUrl } = question
  const narrowed = new URLSearchParams({ ...(act && { act }), ...(caseId && { case: caseId }) })
  const { entries: lines, next } = await logPage(database, {
    act, after, limit: entriesPerPage, ...(caseId !== undefined && { caseId: Number(caseId) }),
  })
  const entries = await Promise.all(lines.map(async (line): Promise<FeedEntry> => ({
    id: tagUri(siteUrl, pathIn(lang, `/moderation/${line.id}`)),
    // Counted from the line after it, so that it is the first of the page, however old.
    url: wholeAddress(lang, `/moderation?after=${line.id + 1}#line-${line.id}`),
    title: words.log.acts[line.act],
    html: withWholeLinks(await markupOf(<LogContent entry={line} lang={lang} words={words} />), siteUrl),
    authors: line.actor === null ? [] : [{ name: line.actor, url: wholeAddress(lang, `/people/${encodeURIComponent(line.actor)}`) }],
    tags: [{ term: line.act, label: words.log.acts[line.act] }],
    published: line.at,
    updated: line.at,
  })))
  return {
    title: words.log.title, subtitle: words.log.description, page: `/moderation${narrowed.size > 0 ? `?${narrowed}` : ''}`,
    entries, next, updated: lastUpdate(entries),
  }
})
