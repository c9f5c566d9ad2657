import type { Facts } from '../../../domain/case/facts'
import type { ToldCase } from '../../../domain/figures/told'

let lastCase = 0

/** A certification as told, by an account of its own, with honest defaults. */
export function told(facts: Partial<Facts> = {}, more: Partial<ToldCase> = {}): ToldCase {
  const caseId = ++lastCase
  return {
    caseId, account: `account ${caseId}`, month: '2026-10', outcome: 'approved', events: [],
    facts: {
      process: 'certification', subject: 'personal', program_age: 'new', kind: 'mini_program', category: 'tool',
      name_pattern: ['coined'], name_verdict: 'passed', proof_demanded: ['none'], ...facts,
    },
    ...more,
  }
}

/** n of the same, each by an account of its own. */
export function many(n: number, facts: Partial<Facts> = {}, more: Partial<ToldCase> = {}): ToldCase[] {
  return Array.from({ length: n }, () => told(facts, more))
}
