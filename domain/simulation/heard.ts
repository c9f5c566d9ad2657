import { reportCase } from '../case/report'
import type { Case } from '../case/case'
import type { Problem } from '../case/problem'
import type { SimulatedCase } from './simulate'

/** The case as the site holds it in the end: first told at its own time, then told anew; problems where refused. */
export function heard({ draft, reportedAt, later }: Pick<SimulatedCase, 'draft' | 'reportedAt' | 'later'>):
{ ok: true, case: Case } | { ok: false, problems: Problem[] } {
  const first = reportCase(draft, reportedAt)
  return first.ok && later ? reportCase(later.draft, later.at, first.case) : first
}
