import { changesBetween } from '../../../domain/case/changes'
import type { Case } from '../../../domain/case/case'
import { reportCase } from '../../../domain/case/report'
import type { Source } from '../../../domain/codes'
import type { FieldChange } from '../../../domain/case/changes'
import type { Random } from '../../../domain/simulation/random'
import type { SimulatedCase } from '../../../domain/simulation/simulate'

/** A case as the site would have it: told, and told again where its author came back. */
export type ToldCase = {
  case: Case
  told: number
  again: { at: number; changes: FieldChange[] } | null
  /** Of an invention, which a moderator may find out. */
  invented: boolean
}

/** Goes the way of every report: through `reportCase`. One in twenty is collected from elsewhere and belongs to nobody. */
export function tellCase({ draft, reportedAt, later, truth }: SimulatedCase, ref: string, random: Random): ToldCase {
  const source: Source = random.chance(0.05) ? 'thread' : 'own'
  const first = reported(reportCase({ ...draft, ref, source }, reportedAt))
  const told = { told: reportedAt, invented: truth === null }
  if (later === null || source === 'thread') return { case: first, again: null, ...told }
  const second = reported(reportCase({ ...later.draft, ref, source }, later.at, first))
  return { case: second, again: { at: later.at, changes: changesBetween(first, second) }, ...told }
}

function reported(it: ReturnType<typeof reportCase>): Case {
  if (it.ok) return it.case
  throw new Error(`A simulated case could not be told: ${JSON.stringify(it.problems)}`)
}
