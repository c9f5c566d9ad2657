import { intervalOfDay, intervalOfMinute, minutesPerDay, type Interval, type Minute } from '../case/interval'
import { processes, waitUnits, type Process, type Stage, type WaitUnit } from '../codes'
import { waitedSince, type Waited } from './estimate'
import { readFigureFilter, readStage, stagesOf, writeFigureSearch, type FigureFilter } from './filter'

/** Where somebody stands: the review and its stage, as one choice of a form and of its address. */
export const places = processes.flatMap(process => stagesOf[process].map(stage => ({ process, stage, name: `${process}.${stage}` })))

/** What a wait can be said in besides a count: since when. */
export type TypedWait = { waited: string; unit: WaitUnit; since: string }

/** What is wrong with a wait, and in which field: no number or no time, a wait beyond what is known, a start still to come. */
export type WaitFault = { field: 'waited' | 'since'; what: 'unreadable' | 'too_long' | 'ahead' }

/** What is asked in an address. `waited` is null where there is a `fault`; `isAsked` is false for a bare page. */
export type ReadEstimate = {
  isAsked: boolean; filter: FigureFilter; stage: Stage; waited: Waited | null; fault: WaitFault | null; typed: TypedWait; misread: boolean
}

/** Minutes of a unit, and the longest wait that the figures know of. */
const unitMinutes: Record<WaitUnit, number> = { minute: 1, hour: 60, day: minutesPerDay }
const longest = 728 * minutesPerDay

type Search = Record<string, string | string[] | undefined>

/**
 * Reads the question of an address: `step=PROCESS.STAGE` as the form says it, or `process` and `stage`; `waited` and `unit`, or
 * `since` in Shanghai, which goes before. No wait at all is one that has just begun. `now` in minutes since the epoch.
 */
export function readEstimate(search: Search, now: Minute): ReadEstimate {
  const step = first(search.step)
  const place = places.find(({ name }) => name === step)
  const { filter, misread } = readFigureFilter({ ...search, ...(place && { process: place.process, stage: place.stage }) })
  const stage = place?.stage ?? readStage(search, filter.process)
  const asked = first(search.stage)
  const typed: TypedWait = {
    waited: first(search.waited), since: first(search.since), unit: waitUnits.find(unit => unit === first(search.unit)) ?? 'hour',
  }
  const unknownUnit = first(search.unit) !== '' && typed.unit !== first(search.unit)
  const wait = unknownUnit ? unreadable : readWait(typed, now)
  return {
    isAsked: place !== undefined || asked !== '' || typed.waited !== '' || typed.since !== '',
    filter, stage, typed, ...('fault' in wait ? { waited: null, fault: wait.fault } : { waited: wait, fault: null }),
    misread: misread || (step !== '' && !place) || (asked !== '' && !place && asked !== stage),
  }
}

/** The address part of a question. */
export function writeEstimate(filter: FigureFilter, stage: Stage, { waited, unit, since }: TypedWait): string {
  const { process, ...rest } = filter
  const narrower = new URLSearchParams(writeFigureSearch({ ...rest, process: 'certification' }))
  const wait: Record<string, string> = since ? { since } : waited ? { waited, unit } : {}
  return `?${new URLSearchParams({ step: `${process}.${stage}`, ...wait, ...Object.fromEntries(narrower) })}`
}

/** A wait as it is typed by nobody, and the same for all who mean the same: in minutes, or since when. What is unreadable stays as it is. */
export function plainWait({ waited = '', unit = 'hour', since = '' }: Partial<TypedWait>): Partial<TypedWait> {
  if (since !== '') {
    const [, day, time] = startPattern.exec(since.trim()) ?? []
    return { since: day ? day + (time ? `T${time.padStart(5, '0')}` : '') : since }
  }
  const minutes = minutesIn(waited, unit)
  return minutes === null ? { waited, unit } : { waited: String(minutes), unit: 'minute' }
}

/** A wait of so many minutes as one would say it: 90 minutes, 3 hours, 5 days. */
export function typedFor({ minutes, days }: Waited): TypedWait {
  if (minutes < 120) return { waited: String(minutes), unit: 'minute', since: '' }
  if (minutes < 2 * minutesPerDay) return { waited: String(Math.floor(minutes / 60)), unit: 'hour', since: '' }
  return { waited: String(days), unit: 'day', since: '' }
}

/** The step that usually follows, for whoever is let through; after a verdict, for whoever is sent back. */
export function nextStage(stage: Stage, process: Process): Stage | null {
  const next = followers[stage]
  return next && stagesOf[process].includes(next) ? next : null
}

const followers: Partial<Record<Stage, Stage>> = {
  first_call: 'call_decision', call_decision: 'fix', decision: 'fix', fix: 'decision', platform: 'sms', sms: 'bureau',
}

function readWait({ waited, unit, since }: TypedWait, now: Minute): Waited | { fault: WaitFault } {
  if (since !== '') return readSince(since, now)
  const minutes = minutesIn(waited, unit)
  if (minutes === null) return unreadable
  return minutes > longest ? { fault: { field: 'waited', what: 'too_long' } } : waitedSince([now - minutes, now - minutes], now)
}

function minutesIn(waited: string, unit: WaitUnit): number | null {
  const typed = waited.normalize('NFKC').trim().replace(',', '.')
  return /^(\d+(\.\d{1,2})?)?$/.test(typed) ? Math.round(Number(typed) * unitMinutes[unit]) : null
}

const unreadable: { fault: WaitFault } = { fault: { field: 'waited', what: 'unreadable' } }

function readSince(since: string, now: Minute): Waited | { fault: WaitFault } {
  const start = readStart(since)
  if (!start) return { fault: { field: 'since', what: 'unreadable' } }
  if (start[0] > now) return { fault: { field: 'since', what: 'ahead' } }
  return now - start[0] > longest ? { fault: { field: 'since', what: 'too_long' } } : waitedSince(start, now)
}

/** `2026-11-24T09:30`, or the day alone. */
const startPattern = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}))?$/

function readStart(since: string): Interval | null {
  const [, day, time] = startPattern.exec(since.trim()) ?? []
  if (!day) return null
  return time ? intervalOfMinute(day, time) : intervalOfDay(day)
}

const first = (value: string | string[] | undefined) => [value].flat()[0]?.trim() ?? ''
