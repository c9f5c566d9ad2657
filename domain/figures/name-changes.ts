import { nameChanges, type Process, type Stage } from '../codes'
import { method } from '../statistics/method'
import type { OutcomeShare } from '../statistics/outcomes'
import type { StageSpell } from '../statistics/scale'
import { hiddenGroups, isEarly, suppressionOf, type Suppression } from '../statistics/suppression'
import { outcomesWithin } from '../statistics/within'
import { headline, type CohortNote } from './cohort'
import { firstRepair, saysChange, type Course } from './course'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'

/** Where the next word on a name is waited for: a filing's name is looked at by the platform. */
export const nameVerdictStage: Record<Process, Stage> = {
  certification: 'decision', renewal: 'decision', rename: 'decision', code_review: 'decision', filing: 'platform',
}

/** Long enough for nearly every next verdict, and as old as a settled month is. */
export const nextVerdictDays = 30

/** The causes of `decision` and `platform`, in their order. */
export const nextNameVerdicts = ['passed', 'refused', 'left', 'without_name'] as const

/**
 * Those who made one change: what the next verdict was within `days` of handing in again. The shares make 1 with `waiting`;
 * null where held back. `unended` had no verdict when last heard of.
 */
export type NameChangeLine = {
  change: string
  n: number
  accounts: number
  unended: number | null
  suppressed: Suppression | null
  verdicts: OutcomeShare[] | null
  waiting: OutcomeShare | null
}

/**
 * What people changed after their name was refused for the first time, and whether it passed next (API names). `n` cases say
 * what they changed and when they handed it in again; `unsaid` handed in again and do not say what they changed. The form asks
 * for the change once, so `again` of the n were refused for their name again and may mean a later one.
 */
export type NameChangesFigure = CohortNote & {
  method: string
  filter: FigureFilter
  days: number
  verdicts: readonly string[]
  n: number
  accounts: number
  again: number
  unsaid: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  all: Omit<NameChangeLine, 'change'> | null
  changes: NameChangeLine[]
  cases: number[]
}

/** `spells` are those of the filter's `nameVerdictStage`; `now` in minutes since the epoch. */
export function nameChangesFigureOf(
  filter: FigureFilter, courses: readonly Course[], spells: readonly StageSpell[], now: number,
): NameChangesFigure {
  const { handedInAgain, told, timed } = timedChanges(courses, spells)
  const { figure, note } = headline(nameVerdictStage[filter.process], timed, now, cohort => {
    const line = lineOf(cohort)
    return { cohort, line, accounts: line.accounts }
  })
  const { cohort, line, accounts } = figure
  const overall = outcomesWithin(nextNameVerdicts.length, cohort, nextVerdictDays)
  const suppressed = suppressionOf(accounts, overall.n - (overall.unended ?? overall.n))
  return {
    method,
    filter,
    ...note,
    days: nextVerdictDays,
    verdicts: nextNameVerdicts,
    n: overall.n,
    accounts,
    again: cohort.filter(({ isAgain }) => isAgain).length,
    unsaid: handedInAgain.length - told.length,
    left_out: told.length - timed.length + overall.leftOut,
    capped: overall.capped,
    suppressed,
    early: isEarly(overall.n),
    all: suppressed === 'few_accounts' ? null : line,
    changes: suppressed === 'few_accounts' ? [] : linesOf(cohort),
    cases: casesToRead(suppressed, told.map(({ course }) => course)),
  }
}

/** Who handed in again after a refused name; those who say what they changed; and of them the waits that followed. */
export function timedChanges(courses: readonly Course[], spells: readonly StageSpell[]) {
  const spellOf = new Map(spells.map(spell => [keyOf(spell), spell]))
  const handedInAgain = courses.flatMap(course => {
    const repair = firstRepair(course, ({ aboutName }) => aboutName)
    return repair?.next ? [{ course, next: repair.next }] : []
  })
  const told = handedInAgain.filter(({ course }) => saysChange(course))
  const timed = told.flatMap(({ course, next }) => {
    const spell = spellOf.get(keyOf({ ...next, caseId: course.caseId }))
    return spell ? [{ ...spell, change: course.facts.name_change!, isAgain: next.result === 'refused' && next.aboutName }] : []
  })
  return { handedInAgain, told, timed }
}

type Change = StageSpell & { change: string }

const keyOf = ({ caseId, order, round }: { caseId: number; order: number; round: number }) => `${caseId}.${order}.${round}`

function lineOf(spells: readonly StageSpell[]): Omit<NameChangeLine, 'change'> {
  const { n, accounts, unended, suppressed, causes, waiting } = outcomesWithin(nextNameVerdicts.length, spells, nextVerdictDays)
  return { n, accounts, unended, suppressed, verdicts: causes, waiting }
}

function linesOf(spells: readonly Change[]): NameChangeLine[] {
  const cells = nameChanges.map(change => ({ change, spells: spells.filter(it => it.change === change) }))
    .filter(cell => cell.spells.length > 0)
  const hidden = hiddenGroups(cells, cell => cell.spells)
  return cells.map(cell => {
    const line = { change: cell.change, ...lineOf(cell.spells) }
    if (!hidden.includes(cell) || line.suppressed === 'few_accounts') return line
    return { ...line, unended: null, suppressed: 'complement', verdicts: null, waiting: null }
  })
}
