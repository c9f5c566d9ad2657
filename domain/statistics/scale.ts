import { type Attributed, capPerAccount } from './cap'
import { countRows, type Observation, type Row } from './counts'
import { kaplanMeier } from './kaplan-meier'
import { quantile } from './quantiles'
import {
  mostDaysForMinutes, preciseAtMost, preciseFraction, preciseMinutes, preciseShareForMinutes, roughMinutes,
} from './thresholds'

export type Scale = 'minute' | 'day'

/** Minutes in a day. */
const day = 1440

/**
 * One spell of one stage, a structural subset of the case's own `Spell` with the person and case it came from.
 * `wait` is the tightest [shortest, longest] in minutes and `days` the exact number of calendar days between the two
 * ends; null where unknown. `cause` 0 is pending, its wait and days run to when it was last heard of.
 */
export type StageSpell = Attributed & {
  cause: number, wait: readonly [number, number] | null, days: number | null,
}

/** What tells how long a spell was. */
export type Length = Pick<StageSpell, 'cause' | 'wait' | 'days'>

/** The spells of one figure: `n + leftOut + capped` is all there were. */
export type Counted<S> = { scale: Scale, spells: S[], leftOut: number, capped: number }

/**
 * Chooses the scale and the spells that count on it. Minutes where half ended by the next day and at least 80 % of the
 * spells known on either scale are known to the minute; else calendar days.
 * For that choice alone a wait known to the minute on an unknown day counts as its whole days.
 */
export function countSpells<S extends StageSpell>(spells: readonly S[]): Counted<S> {
  return countOn(scaleFor(spells), spells)
}

/** The spells that count on one scale; the others are left out (known too roughly) or capped. */
export function countOn<S extends StageSpell>(scale: Scale, spells: readonly S[]): Counted<S> {
  const known = spells.filter(spell => timeOn(scale, spell) !== null)
  const counted = capPerAccount(known)
  return {
    scale, spells: counted, leftOut: spells.length - known.length, capped: known.length - counted.length,
  }
}

/** Length on a scale: the middle of a wait known to the minute, or the calendar days; null if known too roughly. */
export function timeOn(scale: Scale, spell: Length): number | null {
  if (scale === 'day') return spell.days
  if (!spell.wait) return null
  const [shortest, longest] = spell.wait
  if (longest - shortest > Math.max(preciseMinutes, Math.min(preciseAtMost, longest * preciseFraction))) return null
  return (shortest + longest) / 2
}

/**
 * When a spell leaves the risk set. On the day scale somebody last heard of during day d may have had an answer later that
 * day, so he was seen to wait through day d - 1 only; null where that is no day at all (he counts in n, and has no exposure).
 * Leaving him in for all of day d understates what ends on it, by 2 points at day 1 of simulated cases and by 9 where nobody
 * comes back (docs/decisions/0006). The same reasoning as for somebody who asks on day d (method 1, 2.6).
 */
export function exitOn(scale: Scale, spell: Length): number | null {
  const length = timeOn(scale, spell)
  if (length === null || scale === 'minute' || spell.cause > 0) return length
  return length > 0 ? length - 1 : null
}

/** Counted spells as observations; `time` may place them otherwise than `timeOn`, null drops the spell. */
export function observe<S extends StageSpell>(spells: readonly S[], time: (spell: S) => number | null): Observation[] {
  return spells.flatMap(spell => {
    const length = time(spell)
    return length === null ? [] : { time: length, cause: spell.cause }
  })
}

/** Known to the minute, and yet only within more than ten. */
export function isRough({ wait }: StageSpell): boolean {
  return wait !== null && wait[1] - wait[0] > roughMinutes
}

/**
 * Minutes where half ended by the next day and at least 80 % of the `known` spells are `precise`, known to the minute; else
 * calendar days. `inDays` are the rows of all known spells in whole days.
 */
export function chooseScale(known: number, precise: number, inDays: readonly Row[]): Scale {
  if (precise < preciseShareForMinutes * known) return 'day'
  const median = quantile(kaplanMeier(inDays), 0.5).value
  return median !== null && median <= mostDaysForMinutes ? 'minute' : 'day'
}

function scaleFor(spells: readonly StageSpell[]): Scale {
  const known = capPerAccount(spells.filter(spell => spell.days !== null || timeOn('minute', spell) !== null))
  const precise = known.filter(spell => timeOn('minute', spell) !== null)
  const inDays = observe(known, spell => spell.days ?? Math.floor(timeOn('minute', spell)! / day))
  return chooseScale(known.length, precise.length, countRows(inDays))
}
