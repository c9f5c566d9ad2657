import type { Random } from '../../../domain/simulation/random'

/** A reply before it has an id: which earlier reply of its thread it answers (null: the case), when, and by whom. */
export type PlannedReply = { answers: number | null; at: number; authorId: number }

const hour = 3_600_000
const day = 24 * hour
/** A thread is mostly over within some weeks, however much is said in it. */
const lasts = 30 * day
/** Longer than a path has levels, so that the longest threads also hold two people who do not stop. */
const quarrel = 90

/**
 * How many replies each of these cases has, `replies` in all: none under a quarter of them, two or three under most, dozens
 * under a few; `longest` of them have as many as `length` each.
 */
export function threadSizes(cases: number, replies: number, random: Random): Uint32Array {
  const sizes = new Uint32Array(cases)
  const weights = Float64Array.from({ length: cases }, () => (random.chance(0.72) ? random.around(3, 1.1) : 0))
  // One thread of ten thousand in half a million replies; smaller sites have smaller ones.
  const [longest, length] = [Math.max(1, Math.round(replies / 500_000)), Math.min(10_000, Math.floor(replies / 5))]
  for (let n = 0; n < longest; n++) sizes[Math.floor((n + 0.5) * cases / longest)] = length
  const left = replies - longest * length
  const sum = weights.reduce((a, b) => a + b, 0)
  let given = 0
  let due = 0
  weights.forEach((weight, n) => {
    due += weight / sum * left
    const now = Math.round(due) - given
    sizes[n]! += now
    given += now
  })
  return sizes
}

/** A thread under a case told at `told` by `authorId`, everything at or before `now`; in the order in which it is said. */
export function planThread(
  size: number, { told, authorId, now }: { told: number; authorId: number | null; now: number }, people: number, random: Random,
): PlannedReply[] {
  const replies: PlannedReply[] = []
  const pace = Math.min(30 * hour, lasts / Math.max(1, size))
  const quarrelFrom = size > 1000 ? Math.floor(size / 2) : Infinity
  const two = [random.whole(1, people), random.whole(1, people)] as const
  for (let n = 0, at = told; n < size; n++) {
    at = Math.min(now, at + 1000 + Math.ceil(random.exponential(pace)))
    const quarrels = n > quarrelFrom && n <= quarrelFrom + quarrel
    const answers = n === 0 ? null : quarrels ? n - 1 : answered(n, random)
    const author = quarrels ? two[n % 2]! : answers !== null && authorId !== null && random.chance(0.4) ? authorId : random.whole(1, people)
    replies.push({ answers, at, authorId: author })
  }
  return replies
}

function answered(n: number, random: Random): number | null {
  if (random.chance(0.4)) return null
  return random.chance(0.55) ? n - 1 : random.whole(0, n - 1)
}
