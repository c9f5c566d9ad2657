import { countRows } from './counts'
import { isBeyond, kaplanMeier, pointAt } from './kaplan-meier'
import { beforeAll, stack, type OutcomeShare } from './outcomes'
import { countOn, exitOn, observe, type StageSpell } from './scale'
import { countAccounts, isEarly, type Suppression, suppressionOf } from './suppression'
import { fewestAtRisk } from './thresholds'

/**
 * What had become of cases by the end of one day after their start: a share per cause and those still waiting, together 1
 * (null where it may not be said). `waiting` counts those without an end when last heard of, `known` the cases whose
 * state on that day is known: ended, or followed that long.
 */
export type WithinFigure = {
  n: number
  accounts: number
  known: number
  unended: number | null
  leftOut: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  causes: OutcomeShare[] | null
  waiting: OutcomeShare | null
}

/**
 * The stack of `outcomesOf` read off at one day, for groups of cases that are compared at the same age. Where fewer than 5
 * cases are known on that day it is not said: the few who were followed would speak for all.
 * @param causes how many causes there are
 * @param day calendar days since the start
 */
export function outcomesWithin(causes: number, spells: readonly StageSpell[], day: number): WithinFigure {
  const counted = countOn('day', spells)
  const n = counted.spells.length
  const accounts = countAccounts(counted.spells)
  const ended = counted.spells.filter(({ cause }) => cause > 0).length
  const known = counted.spells.filter(spell => spell.cause > 0 || (exitOn('day', spell) ?? -1) >= day).length
  const suppressed = suppressionOf(accounts, ended)
  const figure = {
    n, accounts, known, unended: suppressed === 'few_accounts' ? null : n - ended, leftOut: counted.leftOut,
    capped: counted.capped, suppressed, early: isEarly(n),
  }
  const seen = observe(counted.spells, spell => exitOn('day', spell))
  const rows = countRows(seen, causes)
  const survival = kaplanMeier(rows)
  if (suppressed || known < fewestAtRisk || isBeyond(survival, day)) return { ...figure, causes: null, waiting: null }
  return { ...figure, ...pick(pointAt(stack(rows, survival, seen.length), day) ?? beforeAll(causes, seen.length)) }
}

const pick = ({ causes, waiting }: Pick<WithinFigure, 'causes' | 'waiting'>) => ({ causes, waiting })
