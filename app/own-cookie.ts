import { settings } from './settings'

export function isSecure(): boolean {
  return settings().SITE_URL.startsWith('https:')
}

/** What our cookie for this use is called. __Host- binds it to this very host; browsers allow that with https only. */
export function cookieName(use: string): string {
  return `${isSecure() ? '__Host-' : ''}guoshen-${use}`
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, secure: isSecure(), path: '/' }
}
