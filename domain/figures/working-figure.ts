import { calendarDays, workingDay, workingWait, type Dated } from '../calendar/working-time'
import type { Stage } from '../codes'
import type { StageSpell } from '../statistics/scale'
import { preciseFraction, preciseMinutes } from '../statistics/thresholds'
import { ofCohort, type Cohort } from './cohort'
import { durationsFigureOf, type DurationsFigure, type WorkingNote } from './durations'
import type { FigureFilter } from './filter'

export const clocks = ['calendar', 'working'] as const
export type Clock = (typeof clocks)[number]

/** A spell with the instants between which it began and ended. */
export type DatedSpell = StageSpell & Dated

// Half a working day, as half a day is for the other clock: what is dated by days only stays out at any length.
const preciseAtMost = workingDay / 2

/** The figure of one stage in working minutes: the same reckoning on waits read off the other clock. */
export function workingFigureOf(
  filter: FigureFilter, stage: Stage, spells: readonly DatedSpell[], now: number, cohort: Cohort = 'settled',
): DurationsFigure & { working: WorkingNote } {
  const placed = spells.map(placedWithoutDates)
  const figure = durationsFigureOf(filter, stage, placed, now, { cohort, scale: 'minute' })
  const counted = ofCohort(placed, figure.cohort, stage, now)
  return { ...figure, scale: 'working_minute', working: noteOf(counted) }
}

/** A spell whose wait is in working minutes, null where its dates do not tell it well enough; `place` says why. */
export function onWorkingClock<S extends DatedSpell>(spell: S): S & { place: 'known' | 'rough' | 'undated' | 'outside' } {
  const wait = workingWait(spell, spell.wait)
  if (wait === 'undated' || wait === 'outside') return { ...spell, wait: null, days: null, place: wait }
  const [least, most] = wait
  const isKnown = most - least <= Math.max(preciseMinutes, Math.min(preciseAtMost, most * preciseFraction))
  return { ...spell, wait: isKnown ? wait : null, days: null, place: isKnown ? 'known' : 'rough' }
}

/** Without the dates it was read off: of a million spells they are a hundred megabytes. */
function placedWithoutDates(spell: DatedSpell): StageSpell & { place: string } {
  const { stage, account, caseId, order, round, cause, startMonth, wait, days, place } = onWorkingClock(spell)
  return { stage, account, caseId, order, round, cause, startMonth, wait, days, place }
}

export function noteOf(placed: readonly { place?: string }[]): WorkingNote {
  const count = (place: string) => placed.filter(it => it.place === place).length
  return { from: calendarDays[0], to: calendarDays[1], day: workingDay, undated: count('undated'), outside: count('outside') }
}
