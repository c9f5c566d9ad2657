import { cases, spells } from '../schema'

/** What the engine asks of every spell, with the case it is of; `waitFrom` makes a wait of two of them. */
export const spellColumns = {
  stage: spells.stage, account: cases.account, caseId: cases.id, order: spells.orderNo, round: spells.round, cause: spells.cause,
  leastWait: spells.leastWait, mostWait: spells.mostWait, days: spells.days, startMonth: spells.startMonth,
}

/** The tightest [shortest, longest] minutes; null where they are not known. */
export function waitFrom({ leastWait, mostWait }: { leastWait: number | null; mostWait: number | null }): [number, number] | null {
  return leastWait === null || mostWait === null ? null : [leastWait, mostWait]
}
