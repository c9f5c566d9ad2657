import type { Feed } from './feed'

export const mediaOfJsonFeed = 'application/feed+json'

/** The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function writeJsonFeed(feed: Feed): string {
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.subtitle && { description: feed.subtitle }),
    home_page_url: feed.page,
    feed_url: feed.self,
    ...(feed.next !== null && { next_url: feed.next }),
    icon: feed.icon,
    language: feed.language,
    authors: [feed.by],
    items: feed.entries.map(({ authors, tags, ...entry }) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.html,
      date_published: new Date(entry.published).toISOString(),
      date_modified: new Date(entry.updated).toISOString(),
      ...(authors.length > 0 && { authors }),
      ...(tags.length > 0 && { tags: tags.map(({ label }) => label) }),
    })),
  })}\n`
}
