import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import { sharedCounts } from './shared-counts'

/** So many uses within so many seconds. The name keeps apart what is counted. */
export type Limit = { name: string; points: number; seconds: number }

/** Counts one use by `who`; answers the milliseconds to wait when that was one too many, else 0. */
export async function countUse(limit: Limit, who: string): Promise<number> {
  const counter = await counterFor(limit)
  return counter.consume(who).then(() => 0, (refusal: { msBeforeNext: number }) => refusal.msBeforeNext)
}

/** Takes back one use that came to nothing. */
export async function takeBackUse(limit: Limit, who: string): Promise<void> {
  await (await counterFor(limit)).reward(who)
}

/** How many uses by `who` are counted at this moment. */
export async function usesOf(limit: Limit, who: string): Promise<number> {
  return (await (await counterFor(limit)).get(who))?.consumedPoints ?? 0
}

/** Lets `who` wait for so many seconds, whatever he has used. */
export async function bar(limit: Limit, who: string, seconds: number): Promise<void> {
  await (await counterFor(limit)).block(who, seconds)
}

/** The milliseconds that `who` still has to wait; 0 where nobody bars him. Counts nothing. */
export async function barredFor(limit: Limit, who: string): Promise<number> {
  const used = await (await counterFor(limit)).get(who)
  return used && used.consumedPoints > limit.points ? Math.max(0, used.msBeforeNext) : 0
}

type Counter = RateLimiterMemory | RateLimiterRedis

// Next bundles this module several times in one process; all count in one place.
const shared = globalThis as typeof globalThis & { guoshenCounters?: Map<string, Promise<Counter>> }
const counters = (shared.guoshenCounters ??= new Map())

function counterFor(limit: Limit): Promise<Counter> {
  const key = `${limit.name}/${limit.seconds}`
  const counter = counters.get(key) ?? makeCounter(limit, `guoshen:${key}`)
  counters.set(key, counter)
  return counter
}

async function makeCounter({ points, seconds }: Limit, keyPrefix: string): Promise<Counter> {
  const here = new RateLimiterMemory({ points, duration: seconds, keyPrefix })
  const storeClient = await sharedCounts()
  if (storeClient === null) return here
  // A forum whose Redis is away goes on: each instance then counts for itself until it is back.
  return new RateLimiterRedis({
    points, duration: seconds, keyPrefix, storeClient, rejectIfRedisNotReady: true, insuranceLimiter: here,
  })
}
