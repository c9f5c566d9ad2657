import { attemptsOf } from '../case/attempts'
import { reasons } from '../codes'
import { capPerAccount } from '../statistics/cap'
import { method } from '../statistics/method'
import { sharesOf, type Share } from '../statistics/shares'
import { countAccounts, isEarly, suppressionOf, type Suppression } from '../statistics/suppression'
import { fewestEvents } from '../statistics/thresholds'
import type { Course } from './course'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'

/**
 * Why rounds were refused (API names): of `n` refused rounds whose reasons are told, of `case_count` cases, the share that
 * names each. A round may name several, so the lines add up to more than all. "No reason was given" is a line of its own;
 * where the writer does not say, the round is `left_out`.
 */
export type ReasonsFigure = {
  method: string
  filter: FigureFilter
  n: number
  case_count: number
  accounts: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  reasons: Share[]
  cases: number[]
}

/** All refused rounds, those whose reasons are told, and those of them that count. */
export function refusedRounds(courses: readonly Course[]) {
  const refused = courses.flatMap(it => attemptsOf(it.events, it.facts.process).filter(({ result }) => result === 'refused')
    .map(({ order, round, reasons }) =>
      ({ caseId: it.caseId, account: it.account, startMonth: it.month, stage: 'refused', order, round, reasons })))
  const told = refused.filter(({ reasons }) => reasons.some(reason => reason !== 'unknown'))
  return { refused, told, counted: capPerAccount(told) }
}

export function reasonsFigureOf(filter: FigureFilter, courses: readonly Course[]): ReasonsFigure {
  const { refused, told, counted } = refusedRounds(courses)
  const n = counted.length
  const accounts = countAccounts(counted)
  const suppressed = suppressionOf(accounts, fewestEvents)
  const lines = reasons.filter(code => code !== 'unknown')
    .map(code => ({ code, x: counted.filter(round => round.reasons.includes(code)).length, n, accounts }))
  return {
    method,
    filter,
    n,
    case_count: new Set(counted.map(({ caseId }) => caseId)).size,
    accounts,
    left_out: refused.length - told.length,
    capped: told.length - n,
    suppressed,
    early: isEarly(n),
    // Which reasons there are would itself tell what the few were told.
    reasons: suppressed === 'few_accounts' ? [] : sharesOf(lines.filter(({ x }) => x > 0)),
    cases: casesToRead(suppressed, counted),
  }
}
