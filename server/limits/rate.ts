import { waitHeaders } from '../../domain/api/problem'
import { firstGroups } from '../../domain/network'

// How much one address may ask for. Files with a hash in their name are not counted.
const mostInASecond = 20
const mostInAMinute = 240
const policies = `${mostInASecond};w=1, ${mostInAMinute};w=60`

type Count = { second: number; inSecond: number; minute: number; inMinute: number }

/**
 * Counts what each address asks for, in this process alone: asking a store elsewhere would take longer than the answer.
 * What people *do* is counted elsewhere, and together (app/limits.ts).
 */
export class RequestRate {
  private counts = new Map<string, Count>()
  private minute = 0

  /** Counts one request at `now` (epoch milliseconds); answers the seconds to wait where it was one too many, else 0. */
  count(address: string, now: number): number {
    const [second, minute] = [Math.floor(now / 1_000), Math.floor(now / 60_000)]
    if (minute !== this.minute) {
      this.minute = minute
      // Whoever does not come back takes no room.
      this.counts = new Map()
    }
    const who = network(address)
    const it = this.counts.get(who) ?? { second, inSecond: 0, minute, inMinute: 0 }
    if (it.second !== second) Object.assign(it, { second, inSecond: 0 })
    it.inSecond++
    it.inMinute++
    this.counts.set(who, it)
    if (it.inMinute > mostInAMinute) return 60 - second % 60
    return it.inSecond > mostInASecond ? 1 : 0
  }
}

/** What somebody who has to wait so many seconds is told of the limit that he met (draft-ietf-httpapi-ratelimit-headers-03). */
export function limitHeaders(wait: number): [name: string, value: string][] {
  const met = wait > 1 ? mostInAMinute : mostInASecond
  return [['ratelimit-limit', `${met}, ${policies}`], ...waitHeaders(wait)]
}

// One household has 2^64 addresses of the new kind: it is known by the first four of eight groups.
export function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  return firstGroups(address, 4).join(':')
}
