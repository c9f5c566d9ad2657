import { cases, spells } from '../schema'

/** What the engine asks of every spell, with the case it is of; `waitFrom` makes a wait of two of them. */
export const spellColumns = {
  stage: spells.stage, account: cases.account, caseId: cases.id, order: spells.orderNo, round: spells.round, cause: spells.cause,
  leastWait: spells.leastWait, mostWait: spells.mostWait, days: spells.days, startMonth: spells.startMonth,
}

/** The tightest [shortest, longest] minutes; null where they are not known. */
export function waitFrom({ leastWait, mostWait }: { leastWait: number | null; mostWait: number | null }): readonly [number, number] | null {
  if (leastWait === null || mostWait === null) return null
  // Many wait alike, and of a million spells the lists alone would be sixty megabytes.
  const key = leastWait * 4_000_000 + mostWait - leastWait
  const before = waits.get(key)
  if (before && before[0] === leastWait && before[1] === mostWait) return before
  if (waits.size >= mostWaitsKept) waits.clear()
  const wait = [leastWait, mostWait] as const
  waits.set(key, wait)
  return wait
}

const waits = new Map<number, readonly [number, number]>()
const mostWaitsKept = 100_000
