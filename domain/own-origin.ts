/** What a browser says of where a form comes from: headers as they came, undefined or null where missing. */
export type Sender = { origin: string | null | undefined; fetchSite: string | null | undefined; host: string | null | undefined }

/**
 * True when a form was sent from one of our own pages. Every browser in use says where a POST comes from, so
 * a missing Origin is refused like a foreign one; so are `null` and our own sub-domains. `site` is our address.
 */
export function isFromOwnPage({ origin, fetchSite, host }: Sender, site: string): boolean {
  if (!origin || origin === 'null' || !URL.canParse(origin)) return false
  if (fetchSite && fetchSite !== 'same-origin') return false
  if (origin === new URL(site).origin) return true
  // Reached by another name than SITE_URL, say the machine's address on the local network.
  return new URL(origin).host === host
}
