import { endOf } from '../case/outcome'
import { nameChanges, reasons } from '../codes'
import { method } from '../statistics/method'
import { countAccounts, hiddenGroups, isEarly, suppressionOf, type Suppression } from '../statistics/suppression'
import { fewestEvents } from '../statistics/thresholds'
import { headline, type CohortNote } from './cohort'
import { capCourses, firstRepair, saysChange, type Course, type Repair } from './course'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'
import { settledLike } from './outcomes'

/** What was done about a refusal: a change of name, a proof, something that nobody says, or nothing was handed in again. */
export const repairs = [...nameChanges.filter(code => code !== 'unknown'), 'proof', 'unsaid', 'not_again', 'various'] as const
export type RepairCode = Exclude<(typeof nameChanges)[number], 'unknown'> | 'proof' | 'unsaid' | 'not_again' | 'various'

/** A refusal's reason, or the other reasons together. */
export const repairReasons = [...reasons.filter(code => code !== 'unknown'), 'various'] as const

/** What came of it: the next verdict, or how the case ended without one. `refused` may be handed in again, `failed` not. */
export const nextVerdicts = ['passed', 'without_name', 'refused', 'failed', 'left', 'waiting'] as const
export type NextVerdict = (typeof nextVerdicts)[number]

export type RepairPath = { reason: string; change: string; next: string; n: number; accounts: number }

/**
 * From the first refusal of a case to its next verdict (API names): `n` cases whose reasons are told, and each way that at
 * least 5 people went. What fewer went is joined: their reasons as `various`, and where that is too few, what was done as well;
 * left out, the picture would tell of passes alone, since refusals scatter over more ways. A refusal of several reasons stands
 * in a path for each, so `gone` may be more than n; `other` of those are on ways that are still not shown. `left_out` do not say why they were refused, or not what came next.
 */
export type RepairsFigure = CohortNote & {
  method: string
  filter: FigureFilter
  n: number
  accounts: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  gone: number
  other: number
  paths: RepairPath[]
  cases: number[]
}

/** `now` in minutes since the epoch decides which months have settled. */
export function repairsFigureOf(filter: FigureFilter, courses: readonly Course[], now: number): RepairsFigure {
  const { refused, told } = firstRefusals(courses)
  const { figure, note } = headline(settledLike[filter.process], told, now, cohort => {
    const { counted, capped } = capCourses(cohort)
    return { counted, capped, accounts: countAccounts(counted) }
  })
  const { counted, capped, accounts } = figure
  const suppressed = suppressionOf(accounts, fewestEvents)
  const gone = counted.reduce((sum, { ways }) => sum + ways.length, 0)
  const paths = suppressed ? [] : pathsOf(counted)
  return {
    method,
    filter,
    ...note,
    n: counted.length,
    accounts,
    left_out: refused.length - told.length,
    capped,
    suppressed,
    early: isEarly(counted.length),
    gone,
    other: gone - paths.reduce((sum, { n }) => sum + n, 0),
    paths,
    cases: casesToRead(suppressed, counted),
  }
}

/** The cases with their first refusal; those of them that tell why, and what came next, with the ways they went. */
export function firstRefusals(courses: readonly Course[]) {
  const refused = courses.flatMap(course => {
    const repair = firstRepair(course)
    return repair ? [{ ...course, repair, startMonth: course.month }] : []
  })
  const told = refused.flatMap(it => {
    const ways = waysOf(it, it.repair)
    return ways.length > 0 ? [{ ...it, ways }] : []
  })
  return { refused, told }
}

type Way = Pick<RepairPath, 'reason' | 'change' | 'next'>
type Gone = Course & { ways: Way[] }

function waysOf(course: Course, repair: Repair): Way[] {
  const next = nextOf(course, repair)
  if (!next) return []
  const change = changeOf(course, repair)
  return repair.refused.reasons.filter(reason => reason !== 'unknown').map(reason => ({ reason, change, next }))
}

function changeOf(course: Course, { refused, next }: Repair): RepairCode {
  if (!next) return 'not_again'
  if (refused.aboutName && saysChange(course)) return course.facts.name_change as RepairCode
  return next.supplied || refused.supplied ? 'proof' : 'unsaid'
}

/** Undefined where it is not told. */
function nextOf({ events, facts }: Course, { next }: Repair): NextVerdict | undefined {
  if (next) return next.result === 'untold' ? undefined : next.result
  const end = endOf(events, facts.process)?.outcome
  if (end === undefined) return 'waiting'
  if (end === 'withdrawn' || end === 'moved_subject') return 'left'
  return end === 'failed' || end === 'timed_out' || end === 'filing_refused' ? 'failed' : 'passed'
}

function pathsOf(counted: readonly Gone[]): RepairPath[] {
  const single = cellsOf(counted.flatMap(gone => gone.ways.map(way => ({ way, gone }))))
  const byReason = joinFew(single, way => ({ ...way, reason: 'various' }))
  const all = joinFew(byReason, way => ({ ...way, reason: 'various', change: 'various' }))
  const hidden = hiddenGroups(all, cell => cell.map(({ gone }) => gone))
  return all.filter(cell => !hidden.includes(cell))
    .map(cell => ({ ...cell[0]!.way, n: cell.length, accounts: peopleBehind([cell]) }))
    .sort((a, b) => b.n - a.n)
}

type Step = { way: Way; gone: Gone }

const peopleBehind = (cells: readonly (readonly Step[])[]) => countAccounts(cells.flat().map(({ gone }) => gone))

/** The ways gone, in a fixed order. */
function cellsOf(steps: readonly Step[]): Step[][] {
  const cells = new Map<string, Step[]>()
  for (const step of steps) {
    const key = JSON.stringify([step.way.reason, step.way.change, step.way.next])
    cells.set(key, [...cells.get(key) ?? [], step])
  }
  return [...cells.values()].sort(([a], [b]) => placeOf(a!.way) - placeOf(b!.way))
}

/** Ways that fewer than 5 people went, joined to wider ones. */
function joinFew(cells: readonly Step[][], wider: (way: Way) => Way): Step[][] {
  const isFew = (cell: readonly Step[]) => suppressionOf(peopleBehind([cell]), fewestEvents) === 'few_accounts'
  return cellsOf(cells.flatMap(cell => (isFew(cell) ? cell.map(({ way, gone }) => ({ way: wider(way), gone })) : cell)))
}

function placeOf({ reason, change, next }: Way): number {
  const place = (codes: readonly string[], code: string) => codes.indexOf(code)
  return (place(repairReasons, reason) * repairs.length + place(repairs, change)) * nextVerdicts.length + place(nextVerdicts, next)
}
