import type { StageSpell } from '../../../domain/statistics/scale'

let lastCase = 0

/** A spell with honest defaults: its own account and case, a call 12 minutes after payment on the same day. */
export function spell(facts: Partial<StageSpell> = {}): StageSpell {
  const caseId = ++lastCase
  return {
    stage: 'first_call', account: `account ${caseId}`, caseId, order: 1, round: 1,
    startMonth: '2026-10', cause: 1, wait: [12, 12], days: 0, ...facts,
  }
}

/** Spells that took exactly these minutes, one account each. */
export function waits(minutes: number[], facts: Partial<StageSpell> = {}): StageSpell[] {
  return minutes.map(length => spell({ wait: [length, length], days: Math.floor(length / 1440), ...facts }))
}

/** Spells that took this many calendar days and whose minutes nobody knows, one account each. */
export function days(lengths: number[], facts: Partial<StageSpell> = {}): StageSpell[] {
  return lengths.map(length => spell({ wait: null, days: length, ...facts }))
}

/** n copies of one number. */
export function times(n: number, value: number): number[] {
  return new Array<number>(n).fill(value)
}
