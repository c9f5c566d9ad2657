import type { EvidenceTier, EventType, Process } from '../codes'
import type { CaseEvent } from './event'
import { endOf } from './outcome'

/**
 * 1 where a whole passage is told: its beginning, the steps nobody passes without, its end, and at least one date.
 * The timeline is consistent, or the case would have been refused. Tier 2 is a moderator's to give.
 */
export function tierOf(events: readonly CaseEvent[], process: Process): EvidenceTier {
  const end = endOf(events, process)
  if (!end || !events.some(event => event.at)) return 0
  const told = new Set(events.map(event => event.type))
  const needed = passed.has(end.outcome) ? steps[process] : steps[process].slice(0, 1)
  return needed.every(type => told.has(type)) ? 1 : 0
}

const passed = new Set(['approved', 'approved_without_name', 'filed'])

// The first is where a passage begins; who failed or left before the others cannot tell them.
const steps: Record<Process, readonly EventType[]> = {
  certification: ['submitted', 'paid'],
  renewal: ['submitted', 'paid'],
  filing: ['submitted', 'platform_passed', 'bureau_received'],
  rename: ['submitted'],
  code_review: ['submitted'],
}
