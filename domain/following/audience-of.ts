import type { Happening } from '../outbox/happening'
import type { FollowSubject } from './subjects'

/** What is told of a case: its followers hear what became of it, others that it is there. */
export type Told = 'news' | 'new_case' | 'new_reply'

/** Whose followers are told of what happened, in this order. Nobody is told the same twice. */
export const audienceOf: Record<Happening['what'], { subject: FollowSubject; told: Told }[]> = {
  case_reported: [{ subject: 'person', told: 'new_case' }, { subject: 'filter', told: 'new_case' }],
  // It may fit a filter now that it did not fit before.
  case_revised: [{ subject: 'case', told: 'news' }, { subject: 'filter', told: 'new_case' }],
  reply_added: [{ subject: 'case', told: 'news' }, { subject: 'person', told: 'new_reply' }],
  case_tagged: [{ subject: 'tag', told: 'new_case' }, { subject: 'filter', told: 'new_case' }],
  case_hidden: [{ subject: 'case', told: 'news' }],
  // What was hidden from the first is new to those who were not told of it.
  case_restored: [
    { subject: 'case', told: 'news' }, { subject: 'person', told: 'new_case' }, { subject: 'tag', told: 'new_case' },
    { subject: 'filter', told: 'new_case' },
  ],
}
