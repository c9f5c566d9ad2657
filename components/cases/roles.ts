import type { EventType, Outcome } from '@/domain/codes'

/** What an outcome or event means to the eye; each has a colour, a shape and a word. */
export type Role = 'approved' | 'refused' | 'waiting' | 'left' | 'plain'

const ofOutcome: Record<Outcome, Role> = {
  approved: 'approved', filed: 'approved', approved_without_name: 'waiting', failed: 'refused', timed_out: 'refused',
  filing_refused: 'refused', withdrawn: 'left', moved_subject: 'left', waiting: 'waiting', unknown: 'left',
}

const good: EventType[] = ['approved', 'filed', 'name_passed', 'qualification_passed', 'platform_passed', 'sms_done', 'restored', 'renamed']
const bad: EventType[] = [
  'sent_back', 'name_refused', 'failed', 'timed_out', 'platform_refused', 'bureau_refused', 'sms_expired', 'restricted',
  'expired', 'call_missed',
]

export function roleOfOutcome(outcome: Outcome): Role {
  return ofOutcome[outcome]
}

export function roleOfEvent(type: EventType): Role {
  if (good.includes(type)) return 'approved'
  if (bad.includes(type)) return 'refused'
  if (type === 'still_waiting') return 'waiting'
  return type === 'withdrawn' || type === 'moved_subject' ? 'left' : 'plain'
}

/** Class names must stand whole in the source for Tailwind to find them. */
export const inkOf: Record<Role, string> = {
  approved: 'text-approved', refused: 'text-refused', waiting: 'text-waiting', left: 'text-left', plain: 'text-ink',
}
