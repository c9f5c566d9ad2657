import type { Feed, FeedEntry } from './feed'
import { element, escape } from './xml'

/** The feed as Atom 1.0 (RFC 4287), paged by RFC 5005, with answers by RFC 4685. */
export function writeAtom(feed: Feed): string {
  const { entries, next, first, self } = feed
  const head = [
    element('id', {}, escape(feed.id)),
    element('title', {}, escape(feed.title)),
    feed.subtitle ? element('subtitle', {}, escape(feed.subtitle)) : null,
    element('updated', {}, instant(feed.updated)),
    element('icon', {}, escape(feed.icon)),
    // Also the author of every entry that has none of its own (§4.2.1).
    author(feed.by),
    link('self', self, mediaOfAtom),
    link('alternate', feed.page, 'text/html'),
    ...(feed.complete ? [element('fh:complete')] : [link('first', first, mediaOfAtom)]),
    next === null ? null : link('next', next, mediaOfAtom),
  ]
  const names = {
    xmlns: 'http://www.w3.org/2005/Atom', 'xmlns:fh': 'http://purl.org/syndication/history/1.0',
    'xmlns:thr': 'http://purl.org/syndication/thread/1.0', 'xml:lang': feed.language,
  }
  return `<?xml version="1.0" encoding="utf-8"?>\n${element('feed', names, ...head, ...entries.map(writeEntry))}\n`
}

export const mediaOfAtom = 'application/atom+xml'

function writeEntry(entry: FeedEntry): string {
  const { answers } = entry
  return element('entry', {},
    element('id', {}, escape(entry.id)),
    element('title', {}, escape(entry.title)),
    element('published', {}, instant(entry.published)),
    element('updated', {}, instant(entry.updated)),
    link('alternate', entry.url, 'text/html'),
    ...entry.authors.map(author),
    ...entry.tags.map(({ term, label }) => element('category', { term, label })),
    answers ? element('thr:in-reply-to', { ref: answers.id, href: answers.url, type: 'text/html' }) : null,
    element('content', { type: 'html' }, escape(entry.html)),
  )
}

function author({ name, url }: Feed['by']): string {
  return element('author', {}, element('name', {}, escape(name)), element('uri', {}, escape(url)))
}

function link(rel: string, href: string, type: string): string {
  return element('link', { rel, type, href })
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
