import type { Scope } from '@/domain/people/api-token'
import { read, write } from '@/db/connection'
import { bearerOf, isFirstUseToday, noteTokenUse, type Bearer } from '@/db/people/api-tokens'
import { Refused } from './refused'

/** Whether a token was brought to the API, good or not. Another way of saying who one is, such as a proxy's password, is none. */
export function bringsToken({ headers, url }: Request): boolean {
  return /^bearer\b/i.test(headers.get('authorization') ?? '') && new URL(url).pathname.startsWith('/api/')
}

/**
 * Whose program is asking, by its token alone: a cookie says nothing here, so no page of anybody's can make a browser do
 * it. Throws `Refused` where nobody is known, or may not do this.
 */
export async function bearerIn(request: Request, scope: Scope, now: number): Promise<Bearer> {
  if (!bringsToken(request)) throw new Refused('token_missing', [], challenge())
  const token = /^bearer +(\S+)$/i.exec(request.headers.get('authorization')!.trim())?.[1]
  const bearer = token === undefined ? null : await bearerOf(await read(), token, now)
  if (!bearer) throw new Refused('token_invalid', [], challenge('invalid_token'))
  if (bearer.member.suspended) throw new Refused('suspended')
  if (!bearer.scopes.includes(scope)) throw new Refused('scope_missing', [], challenge('insufficient_scope', scope))
  if (isFirstUseToday(bearer, now)) await write(tx => noteTokenUse(tx, bearer.tokenId, now))
  return bearer
}

// RFC 6750, section 3.
function challenge(error?: string, scope?: Scope): Record<string, string> {
  return { 'www-authenticate': `Bearer realm="guoshen"${error ? `, error="${error}"` : ''}${scope ? `, scope="${scope}"` : ''}` }
}
