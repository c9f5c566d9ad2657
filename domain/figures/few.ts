import type { Suppression } from '../statistics/suppression'

// Enough to read one by one; whoever wants more has the list of cases.
export const mostListed = 12

/** The cases to read one by one where too few people told to say anything of them together; else none. */
export function casesToRead(suppressed: Suppression | null, told: readonly { caseId: number }[]): number[] {
  if (suppressed !== 'few_accounts') return []
  return [...new Set(told.map(({ caseId }) => caseId))].sort((a, b) => a - b).slice(0, mostListed)
}
