import { mostPerAccountStageMonth } from './thresholds'

/** What decides whether a spell counts: who told it, of which stage, and when it started (null: month unknown). */
export type Attributed = {
  stage: string, account: string, startMonth: string | null, caseId: number, order: number, round: number,
}

/**
 * At most 3 spells per account × stage × start month, the first by case id, fee order and round, so that one person can
 * move a figure only so far and the same ones count on every reading. Spells of an unknown month share one such month.
 */
export function capPerAccount<S extends Attributed>(spells: readonly S[]): S[] {
  const counted = new Map<string, number>()
  return [...spells]
    .sort((a, b) => a.caseId - b.caseId || a.order - b.order || a.round - b.round)
    .filter(({ account, stage, startMonth }) => {
      const cell = `${stage} ${startMonth} ${account}`
      const place = (counted.get(cell) ?? 0) + 1
      counted.set(cell, place)
      return place <= mostPerAccountStageMonth
    })
}
