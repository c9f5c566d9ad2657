import type { Redis } from 'ioredis'

/** The Redis of REDIS_URL, in which several instances count together; null where each counts for itself. */
export async function sharedCounts(): Promise<Redis | null> {
  const url = process.env.REDIS_URL
  if (!url) return null
  return (shared.guoshenRedis ??= connect(url))
}

// Once a process, however often Next bundles this module.
const shared = globalThis as typeof globalThis & { guoshenRedis?: Promise<Redis> }

async function connect(url: string): Promise<Redis> {
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, {
    // A limit is asked for while somebody waits for his page: half a second, then we count here.
    commandTimeout: 500,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: attempt => Math.min(attempt * 100, 2_000),
  })
  let away = false
  redis.on('error', error => {
    if (!away) console.error(`Redis is away, limits count in this instance alone: ${error.message || error}`)
    away = true
  })
  redis.on('ready', () => {
    if (away) console.log('Redis is back, limits are shared again.')
    away = false
  })
  await firstAnswer(redis)
  return redis
}

// Whoever comes first waits until the connection stands, so that a start does not forget what was counted.
function firstAnswer(redis: Redis): Promise<void> {
  return new Promise(resolve => {
    for (const event of ['ready', 'error'] as const) redis.once(event, () => resolve())
  })
}
