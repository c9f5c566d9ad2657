import { z } from 'zod'
import { parseForm, placeProblems, reportForm } from '@/domain/case/form'
import { arrange, waitingNow, withWaitingNow } from '@/domain/case/form-rows'
import { likeIn, saysAgain } from '@/domain/case/me-too'
import type { Problem } from '@/domain/case/problem'
import { tapTimes } from '@/domain/case/tap'
import { eventTypes } from '@/domain/codes'
import { fromSchema, valueOf, type Fields, type Parsed } from '@/domain/fields'
import { isId } from '@/domain/ids'
import { permit } from '@/domain/permission'
import { caseById } from '@/db/cases/rows'
import { reviseCase, withdrawCase } from '@/db/cases/revise'
import { dropDraft as drop } from '@/db/desk/drafts'
import { forecastCase } from '@/db/figures/forecasts'
import { lookAtCase } from '@/db/moderation/words/look'
import { wordsFor } from '@/messages/words'
import { guestAct, memberAct } from '../act'
import { caseInWords } from './case-text'
import { maskedPart, publishCase } from './publish-case'
import { tellStep } from './tell-step'

const caseNumber = z.string().refine(isId, 'not_a_number').transform(Number)

export const reportCase = memberAct({ draft: asTyped, limit: 'report' }, async (tx, fields, context) => {
  const { fields: told, row } = withWaitingNow(fields, context.now)
  const meToo = { like: likeIn(fields), again: saysAgain(fields), place: (problems: Problem[]) => placeProblems(problems, parseForm(told).rows) }
  const answer = await publishCase(tx, reportForm(told, context.now), context, meToo)
  return 'problems' in answer ? { problems: answer.problems.map(problem => besideTick(problem, row)) } : answer
})

export const editCase = memberAct({ draft: asTyped, limit: 'edit' }, async (tx, fields, { author, now, lang }) => {
  const number = valueOf(fields, 'case')
  const stored = isId(number) ? await caseById(tx, Number(number)) : null
  if (!stored) return { missing: true }
  const permission = permit('edit_case', author, stored.row)
  if ('refused' in permission) return permission
  if (Number(valueOf(fields, 'version')) !== stored.row.version) {
    const words = wordsFor(lang)
    return { conflict: { yours: caseInWords(parseForm(fields).draft, words), theirs: caseInWords(stored.case, words) } }
  }
  const reported = reportForm(fields, now, stored.case)
  if (!reported.ok) return { problems: reported.problems }
  const looked = await lookAtCase(tx, reported.case, { author, now, former: stored.case })
  if ('problems' in looked) return { problems: placeProblems(looked.problems, parseForm(fields).rows) }
  const revised = await reviseCase(tx, permission.permitted, { stored, revised: looked.it, now, heldBack: looked.heldBack })
  const waits = revised && looked.heldBack
  return { to: `/cases/${stored.row.id}?done=${waits ? 'waits' : 'saved'}${maskedPart(reported, looked.covered)}` }
})

const stepDraft = z.object({ case: caseNumber, type: z.enum(eventTypes, 'not_in_list'), when: z.enum(tapTimes, 'not_in_list') })

/** "Still waiting" and "I have my answer": one tap on one's own open case. */
export const confirmCase = memberAct({ draft: fromSchema(stepDraft), limit: 'confirm' }, (tx, draft, { author, now }) => (
  tellStep(tx, author, { ...draft, now })
))

/** "How much longer?" about one's own open case: the forecast is written down, so that it can be held against what comes. */
export const askEstimate = memberAct({ draft: fromSchema(z.object({ case: caseNumber })), limit: 'confirm' }, async (tx, draft, { author, now }) => {
  const stored = await caseById(tx, draft.case)
  if (!stored) return { missing: true }
  const permission = permit('ask_estimate', author, stored.row)
  if ('refused' in permission) return permission
  return { to: `/estimate?case=${stored.row.id}`, afterwards: () => forecastCase(stored.row.id, now) }
})

export const withdraw = memberAct({ draft: fromSchema(z.object({ case: caseNumber })) }, async (tx, draft, { author, now }) => {
  const stored = await caseById(tx, draft.case)
  if (!stored) return { missing: true }
  const permission = permit('withdraw_case', author, stored.row)
  if ('refused' in permission) return permission
  await withdrawCase(tx, permission.permitted, { stored, now })
  return { to: `/cases/${stored.row.id}` }
})

/** Adds, moves or removes a step of the form, or only keeps what is typed. Nothing is published. */
export const arrangeCase = guestAct({ draft: asTyped, limit: 'draft' }, async fields => {
  const { fields: arranged, anchor } = arrange(fields, valueOf(fields, 'press'))
  return { again: anchor, fields: arranged }
})

/** Keeps any form as it stands: what the browser sends now and then while somebody types. */
export const keepDraft = guestAct({ draft: asTyped, limit: 'draft' }, async fields => ({ again: '', fields }))

const draftKey = z.object({ draft: z.string().regex(/^[\w-]{16,64}$/, 'not_in_list') })

export const dropDraft = memberAct({ draft: fromSchema(draftKey) }, async (tx, { draft }, { author }) => {
  await drop(tx, draft, [`p:${author.id}`])
  return { to: '/me/drafts' }
})

function besideTick(problem: Problem, row: number | null): Problem {
  return row !== null && problem.path.startsWith(`events.${row}.`) ? { ...problem, path: waitingNow } : problem
}

/** The form is read where `now` and the former case are known. */
function asTyped(fields: Fields): Parsed<Fields> {
  return { ok: true, value: fields }
}
