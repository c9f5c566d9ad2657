import { addStep, answersOf, type TapTime } from '@/domain/case/tap'
import type { EventType } from '@/domain/codes'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { reviseCase } from '@/db/cases/revise'
import { caseById } from '@/db/cases/rows'
import { settleQuestions } from '@/db/check-ins/wishes'
import type { Transaction } from '@/db/connection'
import { forecastCase } from '@/db/figures/forecasts'
import type { ActAnswer } from '../act'

type Step = { case: number; type: EventType; when: TapTime; now: number }

/** "Still waiting" and "I have my answer" by one tap on one's own open case, wherever the tap comes from. */
export async function tellStep(tx: Transaction, author: Member, { case: id, type, when, now }: Step): Promise<ActAnswer> {
  const stored = await caseById(tx, id)
  if (!stored) return { missing: true }
  const permission = permit('confirm_case', author, stored.row)
  if ('refused' in permission) return permission
  const { process } = stored.case.facts
  if (type !== 'still_waiting' && !answersOf(process).includes(type)) return { missing: true }
  const reported = addStep(stored.case, type, when, now)
  if (!reported.ok) return { problems: reported.problems.map(problem => ({ ...problem, path: 'confirm' })) }
  await reviseCase(tx, permission.permitted, { stored, revised: reported.case, now })
  await settleQuestions(tx, { personId: author.id, caseId: id, now })
  return { to: `/cases/${id}?done=confirmed`, afterwards: () => forecastCase(id, now) }
}
