/** News that a program reads again and again: an Atom feed (RFC 4287) or a JSON Feed 1.1, by the same contents. */
export type Feed = {
  /** The same for every page of it and for as long as the site has its name. */
  id: string
  title: string
  subtitle: string
  /** The `lang` of all its words. */
  language: string
  /** Whole addresses: of the page that shows the same, of this document, of its first and its next page. */
  page: string
  self: string
  first: string
  next: string | null
  icon: string
  /** Who says what nobody signed. */
  by: Author
  /** There is nothing before this document: what is gone from it has been taken back (RFC 5005 §2). */
  complete: boolean
  /** Epoch milliseconds of the last change of what it holds. */
  updated: number
  entries: FeedEntry[]
}

type Author = { name: string; url: string }

export type FeedEntry = {
  id: string
  url: string
  title: string
  /** Made by us and safe to show; its links are whole addresses. */
  html: string
  /** Empty where nobody is named. */
  authors: Author[]
  tags: { term: string; label: string }[]
  /** Epoch milliseconds. */
  published: number
  updated: number
  /** What a reply answers (RFC 4685). */
  answers?: { id: string; url: string }
}

/**
 * A name for ever (RFC 4151) for what has this path on this site. No address: those change with the scheme and the port,
 * and everything would be new to every reader.
 */
export function tagUri(siteUrl: string, path: string): string {
  // What no name of a host holds comes from an IPv6 address.
  const host = new URL(siteUrl).hostname.replace(/[^\w.-]+/g, '-')
  return `tag:${host},2026:${path}`
}

/** When the newest of these changed; `otherwise` where there are none. */
export function lastUpdate(entries: readonly Pick<FeedEntry, 'updated'>[], otherwise = 0): number {
  return entries.reduce((last, { updated }) => Math.max(last, updated), otherwise)
}

/** The HTML with links to pages of this site made whole. Only for HTML of ours, in which no text holds a bare quote. */
export function withWholeLinks(html: string, siteUrl: string): string {
  return html.replace(/ href="\/(?!\/)/g, ` href="${siteUrl}/`)
}
