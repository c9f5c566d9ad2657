import type { Telling } from '../case/told'
import type { Outcome } from '../codes'
import { boxesOf } from '../statistics/boxes'
import { capCases } from '../statistics/cap'
import { poolShares, type Pooling } from '../statistics/pooling'
import { sharesOf, type Share } from '../statistics/shares'
import { areFewPeople, countAccounts } from '../statistics/suppression'

/**
 * A counted case's facts, the events that tell of its name and proofs, and whose report it is. `month` is that of its
 * first dated event, null where unknown.
 */
export type ToldCase = Telling & { caseId: number; account: string; month: string | null; outcome: Outcome }

/** The cases that count, at most 3 of one account and month as with spells; `capped` is how many do not. */
export function capTold(told: readonly ToldCase[]): { counted: ToldCase[]; capped: number } {
  const counted = capCases(told)
  return { counted, capped: told.length - counted.length }
}

/** The share of these cases of which something is true. */
export function shareOf(code: string, told: readonly ToldCase[], isTrue: (it: ToldCase) => boolean): Share {
  return sharesOf([countOf(code, told, isTrue)])[0]!
}

/**
 * One line per code that any of these cases has, in the codes' order: among the cases with that code, the share of which
 * something is true. A case with several codes stands in several lines.
 * @param held codes of lines that may not be shown, whatever their size
 */
export function sharesBy(
  codes: readonly string[], told: readonly ToldCase[], codesOf: (it: ToldCase) => readonly string[],
  isTrue: (it: ToldCase) => boolean, held?: ReadonlySet<string>,
): Share[] {
  const boxes = boxesOf(told, codesOf)
  const having = (code: string) => boxes.get(code) ?? []
  const counts = codes.map(code => countOf(code, having(code), isTrue)).filter(({ n }) => n > 0)
  return sharesOf(counts, lines => areFewPeople(...lines.map(({ code }) => having(code))), held)
}

/** Among these cases the share with each code, in the codes' order; codes that none has are left out. */
export function sharesWith(
  codes: readonly string[], told: readonly ToldCase[], codesOf: (it: ToldCase) => readonly string[],
): Share[] {
  return sharesOf(codes.map(code => countOf(code, told, it => codesOf(it).includes(code))).filter(({ x }) => x > 0))
}

/** The lines that have a share, pulled towards their average for a ranking; "not sure" is no group. */
export function rankingOf(lines: readonly Share[]): Pooling | null {
  return poolShares(lines.flatMap(({ code, x, n, share }) => (x === null || share === null || code === 'unknown' ? [] : [{ code, x, n }])))
}

function countOf(code: string, told: readonly ToldCase[], isTrue: (it: ToldCase) => boolean) {
  return { code, x: told.filter(isTrue).length, n: told.length, accounts: countAccounts(told) }
}
