import type { Fields } from '../fields'
import { mostEvents } from './event'
import { dayOf, minuteOf, timeOf } from './interval'

// The steps of the form are rows of fields `events.N.…`. Adding, moving and removing one is arithmetic on those names, done on the
// server so that it works without JavaScript.

// A short case has three steps; more is one button away.
const blankRows = 3

/** The row numbers to show, in order: all that came with the form, and enough blank ones to begin with. */
export function rowsOf(fields: Fields): number[] {
  const rows = presentRows(fields)
  for (let next = (rows.at(-1) ?? -1) + 1; rows.length < blankRows; next++) rows.push(next)
  return rows
}

export type Arranged = { fields: Fields; /** The element id to come back to. */ anchor: string }

/** Does what a pressed button says: `add`, `up.N`, `down.N`, `remove.N`; anything else changes nothing. */
export function arrange(fields: Fields, press: string): Arranged {
  const { press: _, ...kept } = fields
  const [verb, digits] = press.split('.')
  const rows = rowsOf(kept)
  const at = rows.indexOf(Number(digits))
  if (verb === 'add') return addRow(kept, rows)
  if (at === -1) return { fields: kept, anchor: '' }
  if (verb === 'remove') return { fields: renumber(kept, rows.filter((_, index) => index !== at)), anchor: 'events' }
  const other = at + (verb === 'up' ? -1 : 1)
  if ((verb !== 'up' && verb !== 'down') || other < 0 || other >= rows.length) return { fields: kept, anchor: '' }
  const moved = [...rows]
  ;[moved[at], moved[other]] = [rows[other]!, rows[at]!]
  return { fields: renumber(kept, moved), anchor: `step-${other}` }
}

/**
 * "There is no answer as of now", ticked beside the steps, is one more step: still waiting, this minute. `row` says where it
 * was put, so that a problem with it can be shown beside the tick; null where it was not ticked. `now` in epoch milliseconds.
 */
export function withWaitingNow(fields: Fields, now: number): { fields: Fields; row: number | null } {
  if (!fields[waitingNow]?.[0]) return { fields, row: null }
  const row = (presentRows(fields).at(-1) ?? -1) + 1
  const minute = minuteOf(now)
  const step = { type: 'still_waiting', when_kind: 'minute', when_date: dayOf(minute), when_time: timeOf(minute) }
  const added = Object.entries(step).map(([field, value]) => [`events.${row}.${field}`, [value]])
  return { fields: { ...fields, ...Object.fromEntries(added) }, row }
}

/** The name of that tick. */
export const waitingNow = 'waiting_now'

function addRow(fields: Fields, rows: number[]): Arranged {
  const numbered = renumber(fields, rows)
  if (rows.length >= mostEvents) return { fields: numbered, anchor: 'events' }
  return { fields: { ...numbered, [`events.${rows.length}.when_kind`]: [''] }, anchor: `step-${rows.length}` }
}

function presentRows(fields: Fields): number[] {
  const rows = Object.keys(fields).flatMap(name => /^events\.(\d{1,3})\./.exec(name)?.[1] ?? [])
  return [...new Set(rows.map(Number))].sort((a, b) => a - b)
}

/** The same fields with the rows in the given order, numbered from 0. */
function renumber(fields: Fields, rows: number[]): Fields {
  const place = new Map(rows.map((row, index) => [row, index]))
  const renamed = Object.entries(fields).flatMap(([name, values]) => {
    const parts = /^events\.(\d{1,3})\.(.+)$/.exec(name)
    if (!parts) return [[name, values] as const]
    const index = place.get(Number(parts[1]))
    return index === undefined ? [] : [[`events.${index}.${parts[2]}`, values] as const]
  })
  const blank: [string, string[]][] = rows.map((_, index) => [`events.${index}.when_kind`, ['']])
  return { ...Object.fromEntries(blank), ...Object.fromEntries(renamed) }
}
