import { createHash, randomBytes } from 'node:crypto'

/**
 * On a page that our server remembers everybody finds the same keys in the forms, marked as open (server/pages/open-keys.ts).
 */
export function isOpenKey(key: string): boolean {
  return key.startsWith('open-')
}

/**
 * A key of one's own for what is done under an open one: it counts per person or browser, and per deed. So the same text
 * sent twice is done once, and another text from the same page is done too.
 * @param who owner of drafts, or null for a browser that we have not met: then nobody else can have the key either
 */
export function ownKey(open: string, who: string | null, deed: string): string {
  return `own-${createHash('sha256').update(JSON.stringify([open, who ?? randomBytes(16).toString('hex'), deed])).digest('base64url')}`
}
