import { LRUCache } from 'lru-cache'

// Under a kilobyte each.
const most = 10_000

type Opened = { token: string; endsAt: number }

/** What a sealed cookie may hold; `exp` in seconds since the epoch. */
export type Sealed = { sessionToken?: unknown; exp?: unknown } | null

/**
 * Which session's token a cookie holds. Opening one is the dearest arithmetic of a request, and its bytes always open to the
 * same; so that is done once a cookie. Whether the session lives is asked of the database each time (app/viewer.ts). What
 * cannot be opened is not kept in mind.
 */
export class OpenedCookies {
  private readonly opened = new LRUCache<string, Opened>({ max: most })

  constructor(private readonly open: (sealed: string, name: string) => Promise<Sealed>) {}

  /** The token that a cookie of this name holds at `now` (epoch milliseconds); null where it holds none. */
  async tokenIn(sealed: string, name: string, now: number): Promise<string | null> {
    const key = `${name}=${sealed}`
    const known = this.opened.get(key) ?? await this.openAnew(key, sealed, name)
    if (!known || known.endsAt <= now) return null
    return known.token
  }

  private async openAnew(key: string, sealed: string, name: string): Promise<Opened | null> {
    const { sessionToken: token, exp } = await this.open(sealed, name).catch(() => null) ?? {}
    if (typeof token !== 'string' || typeof exp !== 'number') return null
    const opened = { token, endsAt: exp * 1_000 }
    this.opened.set(key, opened)
    return opened
  }
}
