import { isFromOwnPage } from '@/domain/own-origin'
import type { Posted } from './request'
import { settings } from './settings'

/** True when a form was sent from one of our own pages. */
export function isOwnOrigin({ headers }: Posted): boolean {
  const sender = { origin: headers.get('origin'), fetchSite: headers.get('sec-fetch-site'), host: headers.get('host') }
  return isFromOwnPage(sender, settings().SITE_URL)
}

/** The address a request came from, as our server says it (server/headers/own-headers.ts). */
export function addressOf(request: Pick<Posted, 'headers'>): string {
  return request.headers.get('x-guoshen-address') ?? 'unknown'
}
