import type { House } from './door'

// A site is not ready whose database is silent for so long, or whose pages are made by a thread that has not moved for so long.
const longestAnswer = 2_000
const longestLate = 20_000

export type Readiness = 'ready' | 'draining' | 'starting' | 'stuck' | 'database'

/** Whether somebody may be sent here now, and why not. Costs next to nothing, also while much else is asked. */
export async function readinessOf({ room, watch, isDraining }: House): Promise<Readiness> {
  if (isDraining()) return 'draining'
  if (!room.isThere()) return 'starting'
  if (room.lateness() > longestLate) return 'stuck'
  // Asked of the database by this thread where it can: a question to Next would wait behind all who wait for pages.
  return await (watch ? watch.answersWithin(longestAnswer) : nextAnswers(room)) ? 'ready' : 'database'
}

async function nextAnswers(room: House['room']): Promise<boolean> {
  const signal = AbortSignal.timeout(longestAnswer)
  const told = await room.ask({ method: 'GET', url: '/-/ready', headers: { host: 'localhost' }, signal }).catch(() => null)
  told?.resume()
  return told?.statusCode === 204
}
