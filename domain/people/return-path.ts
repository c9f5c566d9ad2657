/**
 * Where to go after signing in: the path when it stays on this site, else the front page. The answer always begins
 * with exactly one slash and can be put into a Location header as it is.
 */
export function safeReturnPath(text: string | null | undefined): string {
  if (!text || text.length > 2_000 || !/^\/(?![/\\])/.test(text)) return '/'
  // A browser drops tabs and line ends and reads \ as /; whoever needs them is up to something.
  if (/[\u0000-\u0020\u007F-\u00A0\u2028\u2029\\]/.test(text) || !text.isWellFormed()) return '/'
  if (!URL.canParse(text, here)) return '/'
  const url = new URL(text, here)
  if (url.origin !== here || url.pathname.startsWith('//')) return '/'
  // /do answers posts only, and /api is not for people.
  if (/^\/(?:en\/)?(?:do|api)(?:\/|$)/i.test(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}

const here = 'http://site.invalid'
