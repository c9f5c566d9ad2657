import { createHash } from 'node:crypto'
import type { Settings } from '../../domain/settings'

/** What every answer says about how it may be used, but its content security policy. */
export function securityHeaders(settings: Settings): Record<string, string> {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  }
  // Promised only by a site that is reached over TLS, or nobody could open it any more.
  if (settings.SITE_URL.startsWith('https:')) {
    headers['strict-transport-security'] = 'max-age=63072000; includeSubDomains'
  }
  return headers
}

/** Whether an address is that of a picture, which other pages may show: /charts/durations.svg, /en/cards/home.png. */
export function isPicture(address: string | undefined): boolean {
  return /^(\/en)?\/(charts|cards)\/[a-z0-9-]+\.(svg|png)(\?|$)/.test(address ?? '')
}

/** A picture holds nothing of whoever asks, so every page may show it; opened by itself it may load and run nothing. */
export const pictureHeaders: Record<string, string> = {
  'content-security-policy': `default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cross-origin-resource-policy': 'cross-origin',
}

/**
 * What a page may load and run: our own files, and of inline scripts those whose hash is named here. In development Next
 * writes scripts and styles into its pages as it goes.
 */
export function contentSecurityPolicy(settings: Settings, { hashes = [], dev = false }: { hashes?: string[]; dev?: boolean } = {}): string {
  return [
    `default-src 'self'`,
    `script-src ${["'self'", ...hashes, ...(dev ? ["'unsafe-inline'", "'unsafe-eval'"] : [])].join(' ')}`,
    `style-src 'self'${dev ? ` 'unsafe-inline'` : ''}`,
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    `img-src 'self' data:`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action ${["'self'", ...providerOrigins(settings)].join(' ')}`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** The hashes, as a policy names them, of the scripts that stand in a page itself. Data for machines is no script. */
export function scriptHashes(html: string): string[] {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)([^>]*)>([^]*?)<\/script>/g)]
    .filter(([, tag = '']) => !/\stype="(?!module"|text\/javascript")/.test(tag))
  return [...new Set(inline.map(([, , text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))]
}

// Signing in there begins with a form of ours, and Chromium holds the redirect that follows to form-action as well.
function providerOrigins(settings: Settings): string[] {
  const origins: string[] = []
  if (settings.AUTH_GITHUB_ID) origins.push('https://github.com')
  if (settings.AUTH_WECHAT_ID) origins.push('https://open.weixin.qq.com')
  if (settings.AUTH_OIDC_ISSUER) origins.push(new URL(settings.AUTH_OIDC_ISSUER).origin)
  return origins
}
