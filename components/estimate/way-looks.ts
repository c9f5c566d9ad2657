import type { Ending } from '@/domain/codes'
import type { WayToEnd } from '@/domain/figures/estimate'

/** Which of the endings' looks a way to end a stage has: good, otherwise answered, refused, left. */
export const lookOf: Record<WayToEnd, Exclude<Ending, 'waiting'>> = {
  called: 'approved', approved: 'approved', resubmitted: 'approved', passed: 'approved', verified: 'approved', filed: 'filed',
  approved_without_name: 'approved_without_name', no_call: 'filing_refused', refused: 'failed', expired: 'failed', ended: 'failed',
  left: 'left',
}
