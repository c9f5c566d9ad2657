import type { Ending, Process, Stage } from '../codes'
import type { Interval, Minute } from './interval'

/**
 * How a spell ended. 0 it is pending; 1 its good end (a call, an approval, a resubmission, a filing); 2 a refusal, or
 * what came instead; 3 withdrawn or moved to another subject; 4 approved without its name.
 */
export type Cause = 0 | 1 | 2 | 3 | 4

/**
 * `from_submitted`, `from_started`: no payment told, counted from the step before. `call_missed`: the call came and was
 * missed. `call_not_told`: a decision with no call told, in a round too thinly told to say that there was none.
 */
export const spellFlags = ['from_submitted', 'from_started', 'call_missed', 'call_not_told'] as const
export type SpellFlag = (typeof spellFlags)[number]

/** One stage of one round of one case. Times are minutes; null where nothing is known. */
export type Spell = {
  process: Process
  stage: Stage
  order: number
  round: number
  cause: Cause
  startEarliest: Minute | null
  startLatest: Minute | null
  /** The end, or where the case was last confirmed when cause is 0. */
  exitEarliest: Minute | null
  exitLatest: Minute | null
  /** The tightest `[least, most]` minutes that dates and remembered waits allow. */
  wait: Interval | null
  /** Calendar days from start to exit in Asia/Shanghai, where only one count is possible. */
  days: number | null
  /** `YYYY-MM`, where the start lies in one month. */
  startMonth: string | null
  flags: SpellFlag[]
}

/** The whole case from first payment to its end, for the outcome chart. */
export type OutcomeSpell = Omit<Spell, 'stage'> & { ending: Ending }
