/** What can be found in a comment. Each is measured by itself (docs/thread-import.md). */
export const foundFields = [
  'process', 'subject', 'kind', 'program_age', 'province', 'entry', 'passed_elsewhere', 'fee_yuan', 'orders_paid', 'proof',
  'reason', 'sent_back', 'name_verdict', 'name_change', 'outcome', 'wait', 'date', 'restricted',
] as const
export type FoundField = (typeof foundFields)[number]

/**
 * One fact and the words that say it, as offsets into the comment. `value` is the code of the case; a wait is
 * `event/least/most` in minutes, a date `event/first day/last day`.
 */
export type Found = { field: FoundField; value: string; from: number; to: number }

// By themselves these say what a comment is about and nothing that happened.
const settings: readonly FoundField[] = ['process', 'subject', 'kind', 'program_age', 'province']

/** Whether anything happened, beyond what it was about. */
export function saysFacts(found: readonly Found[]): boolean {
  return found.some(({ field }) => !settings.includes(field))
}
