import { failedPage, isFailed } from './failed-page'

/**
 * A page as Next wrote it, made into what is sent: every page of the built site passes here, whole, once. What Next
 * writes so that its own scripts can take the page over is left out, since no page needs them: the scripts, the second
 * copy of the page inside them, and the marks between its parts. Our script and data for machines stay.
 *
 * It reads tags as React writes them. Whatever people typed stands there without a "<" or a quotation mark of its own,
 * and so cannot look like one of them. The time it takes grows with the page's length and with nothing else.
 * `address` is what was asked for.
 */
export function finishPage(html: string, address: string): string {
  return isFailed(html) ? failedPage(address) : withoutScripts(html).replace(marks, '')
}

const marks = new RegExp([
  // The place where data of the head could have come later.
  '<div hidden=""><!--\\$--><!--/\\$--></div>',
  // Between two texts, and around what is there already.
  '<!--(?: |/?\\$)-->',
  '<link rel="preload" as="script"[^<>]*>',
  // In which order Next's scripts would put style sheets.
  ' data-precedence="next"',
].join('|'), 'g')

function withoutScripts(html: string): string {
  const kept: string[] = []
  let at = 0
  for (let start = html.indexOf('<script'); start !== -1; start = html.indexOf('<script', at)) {
    const close = html.indexOf(closing, start)
    if (close === -1) throw new Error('The page ends within a script.')
    const end = close + closing.length
    kept.push(html.slice(at, isKept(html.slice(start, html.indexOf('>', start) + 1)) ? end : start))
    at = end
  }
  kept.push(html.slice(at))
  return kept.join('')
}

const closing = '</script>'

function isKept(tag: string): boolean {
  return tag.startsWith('<script src="/_next/static/page') || tag.startsWith('<script type="application/ld+json"')
}
