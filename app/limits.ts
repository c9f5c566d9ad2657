import { countUse, takeBackUse } from '@/db/limits/counter'
import { settings } from './settings'

// How often one person, or one address where nobody is signed in, may do a thing. Limits count what is
// published, never drafts. Each list is held together; the longest wait is the one that is said.
const rules = {
  // A password of anybody's from one address; what is tried on one account, app/sign-in-delay.ts.
  password: [{ points: 5, seconds: 60 }],
  sign_in: [{ points: 10, seconds: 60 }],
  // Of a million codes three are right at a time: thirty tries a day find one in thirty years.
  second_step: [{ points: 5, seconds: 300 }, { points: 30, seconds: 86_400 }],
  // app/letter-limit.ts: of one asker to one address; of one asker to all; of all strangers to one address; of all browsers
  // where its owner has been signed in, for which one alone is not enough.
  letter: [{ points: 3, seconds: 3600 }, { points: 10, seconds: 86_400 }],
  letter_asker: [{ points: 6, seconds: 3600 }, { points: 20, seconds: 86_400 }],
  letter_address: [{ points: 6, seconds: 3600 }, { points: 15, seconds: 86_400 }],
  letter_known: [{ points: 30, seconds: 86_400 }],
  sign_up: [{ points: 3, seconds: 3600 }],
  // Of those who answer a question in place of the work, from one network (domain/network.ts): a program can learn to answer.
  sign_up_asked: [{ points: 3, seconds: 86_400 }],
  // Wrong answers to it.
  sign_up_answer: [{ points: 10, seconds: 3600 }],
  report: [{ points: 1, seconds: 15 }, { points: 20, seconds: 86_400 }],
  reply: [{ points: 1, seconds: 5 }, { points: 100, seconds: 86_400 }],
  // Whoever has just come (app/newcomer-limit.ts).
  report_newcomer: [{ points: 1, seconds: 120 }, { points: 3, seconds: 86_400 }],
  reply_newcomer: [{ points: 1, seconds: 30 }, { points: 10, seconds: 86_400 }],
  edit: [{ points: 30, seconds: 86_400 }],
  vote: [{ points: 60, seconds: 86_400 }],
  flag: [{ points: 10, seconds: 86_400 }],
  // A worried person may press "still waiting" often; it moves one date and nothing else.
  confirm: [{ points: 30, seconds: 3600 }],
  draft: [{ points: 60, seconds: 60 }],
  token: [{ points: 10, seconds: 86_400 }],
  // New ones, new secrets and tests of one’s webhooks: each test is a request to somewhere.
  webhook: [{ points: 20, seconds: 3600 }],
  // A kept figure holds its rows for ever, and nobody reads more than a few at once.
  keep_figure: [{ points: 10, seconds: 60 }, { points: 60, seconds: 86_400 }],
  // It reads all of somebody's life, and nobody has another by the evening.
  export: [{ points: 1, seconds: 86_400 }],
  search: [{ points: 30, seconds: 60 }],
  search_guest: [{ points: 15, seconds: 60 }],
} as const satisfies Record<string, readonly Rule[]>

export type LimitName = keyof typeof rules

// Without it the six digits of the second step are no step: no setting takes it away.
const alwaysHeld: readonly LimitName[] = ['second_step']

const isHeld = (name: LimitName) => settings().RATE_LIMITS || alwaysHeld.includes(name)

/** Counts one use; answers the seconds to wait (whole, ≥ 1) when that was one too many, else null. */
export async function useUp(name: LimitName, who: string): Promise<number | null> {
  if (!isHeld(name)) return null
  const waits = await Promise.all(rules[name].map(rule => countUse({ name, ...rule }, who)))
  const longest = Math.max(...waits)
  return longest > 0 ? Math.max(1, Math.ceil(longest / 1000)) : null
}

/** Takes back one use that came to nothing. */
export async function giveBack(name: LimitName, who: string): Promise<void> {
  if (!isHeld(name)) return
  await Promise.all(rules[name].map(rule => takeBackUse({ name, ...rule }, who)))
}

type Rule = { points: number; seconds: number }
