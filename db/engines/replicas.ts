import type { Pool } from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Milliseconds that a replica may be behind the primary and still be read. Nobody sees anything older, so this is also
 * how soon everybody sees what another has written. A replica that is further behind is left out until it is not.
 */
export const mostBehind = 250
const lookEvery = 80
/** What cannot be asked within this many milliseconds is not there. */
const patience = 1_000

export type Replicas = {
  /** A replica that has all that was acknowledged `mostBehind` ago, each in its turn; null when there is none. */
  next: () => Pool | null
  /** This one has failed a query: it is left out until it has answered again. */
  leaveOut: (pool: Pool) => void
  close: () => Promise<void>
}

type Replica = { pool: Pool; url: string; currentAt: number | null; away: boolean }
/** The primary's log was at least here when it was asked at `at`. */
type Milestone = { place: bigint; at: number }

/**
 * Keeps looking how far the primary's write-ahead log has come and how much of it each replica has replayed. Where a
 * server has no such places (CockroachDB, Aurora's readers), a replica counts as current while it answers.
 */
export function watchReplicas(primary: Pool, pools: { pool: Pool; url: string }[]): Replicas {
  const replicas: Replica[] = pools.map(it => ({ ...it, currentAt: null, away: true }))
  let milestones: Milestone[] = []
  let ended = false
  let turn = 0

  // Each at its own pace: one that hangs keeps nobody from looking at the others.
  const keep = async (look: (at: number) => Promise<void>) => {
    while (!ended) {
      await look(performance.now())
      await sleep(lookEvery)
    }
  }
  const watching = [
    keep(async at => {
      const place = await placeOf(primary, 'pg_current_wal_flush_lsn')
      if (typeof place === 'bigint') milestones = [{ place, at }, ...milestones].slice(0, 100)
    }),
    ...replicas.map(replica => keep(async at => {
      replica.currentAt = currentSince(await placeOf(replica.pool, 'pg_last_wal_replay_lsn'), milestones, at)
      tellOnce(replica)
    })),
  ]

  return {
    next: () => {
      const now = performance.now()
      const current = replicas.filter(({ currentAt }) => currentAt !== null && now - currentAt <= mostBehind)
      return current[turn++ % current.length]?.pool ?? null
    },
    leaveOut: pool => {
      for (const replica of replicas) if (replica.pool === pool) replica.currentAt = null
    },
    close: async () => {
      ended = true
      await Promise.all(watching)
      await Promise.all(replicas.map(({ pool }) => pool.end()))
    },
  }
}

/** The moment (performance.now) all of whose acknowledged writes a replica has; null when that is not known. */
function currentSince(place: Place, milestones: Milestone[], now: number): number | null {
  if (place === 'no places') return now
  if (place === null) return null
  return milestones.find(milestone => milestone.place <= place)?.at ?? null
}

/** Null: it did not answer, or is no replica (any more). */
type Place = bigint | 'no places' | null

async function placeOf(pool: Pool, whose: 'pg_current_wal_flush_lsn' | 'pg_last_wal_replay_lsn'): Promise<Place> {
  try {
    const asked = pool.query<{ place: string | null }>(`select ${whose}()::text as place`)
    const answer = await Promise.race([asked, sleep(patience, null, { ref: false })])
    asked.catch(() => undefined)
    return answer?.rows[0]?.place ? parsePlace(answer.rows[0].place) : null
  } catch (error) {
    // Undefined function; feature not supported.
    return ['42883', '0A000'].includes((error as { code?: string }).code ?? '') ? 'no places' : null
  }
}

/** A place in the log, `16/B374D848`, is two halves of 64 bits. */
function parsePlace(text: string): bigint {
  const [high, low] = text.split('/').map(half => BigInt(`0x${half}`)) as [bigint, bigint]
  return (high << 32n) | low
}

function tellOnce(replica: Replica): void {
  const away = replica.currentAt === null || performance.now() - replica.currentAt > patience
  if (away === replica.away) return
  replica.away = away
  console.log(`The replica ${new URL(replica.url).host} is ${away ? 'away or behind, and left out.' : 'current, and read from.'}`)
}
