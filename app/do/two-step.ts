import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { readRecoveryCode } from '@/domain/people/recovery-codes'
import { safeReturnPath } from '@/domain/people/return-path'
import { stepOfCode } from '@/domain/people/totp'
import { readCurrent, write, type Transaction } from '@/db/connection'
import {
  confirmTwoStep, dropTwoStepPlan, hashCodes, placeOfRecoveryCode, planTwoStep, takeCode, takeRecoveryCode, turnOffTwoStep, twoStepPlan,
} from '@/db/people/two-step'
import { readPath } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { guestAct, type GuestContext } from '../act'
import { enterFully } from '../enter'
import { giveBack, useUp } from '../limits'
import { unproved } from '../prove'
import { waitingHere } from '../second-step'

// All of these are one's own door: suspended people may use them too.

const nothing = () => ({ ok: true as const, value: null })
const own = '/me/two-step'
const then = z.string().transform(text => readPath(safeReturnPath(text)).path)

/** Fields: one_time_code of the authenticator, or one_time_recovery. The sign-in that waits in this browser is done. */
export const secondStep = guestAct({
  draft: fromSchema(z.object({ one_time_code: z.string(), one_time_recovery: z.string() })),
  limit: 'sign_in',
}, async (draft, context) => {
  const waiting = await waitingHere(context.now)
  if (!waiting) return { problems: [{ path: 'one_time_code', code: 'second_step_expired' }] }
  const typed = draft.one_time_recovery || draft.one_time_code
  if (draft.one_time_recovery && !readRecoveryCode(typed)) return { problems: [{ path: 'one_time_recovery', code: 'recovery_code_wrong' }] }
  const proof = await secondProof(waiting.personId, typed, context)
  if ('limited' in proof) return { refused: proof }
  const entered = await enterFully(context, waiting.token, proof.take)
  if (entered) await proof.wasRight()
  return entered ?? { problems: [{ path: draft.one_time_recovery ? 'one_time_recovery' : 'one_time_code', code: proof.problem }] }
})

/** Fields: password, unless he has just signed in; then. Makes a secret and codes, or new codes, to be confirmed. */
export const planTwoSteps = guestAct({
  draft: fromSchema(z.object({ password: z.string(), then })), limit: 'sign_in',
}, async (draft, context) => {
  const { viewer, now } = context
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const refused = await unproved('password', draft.password, viewer, context)
  if (refused) return refused
  await write(tx => planTwoStep(tx, viewer.id, now))
  return { to: draft.then === '/' ? own : `${own}?${new URLSearchParams({ then: draft.then })}` }
})

/** Fields: one_time_code (only where the secret is a new one), then. */
export const confirmTwoSteps = guestAct({
  draft: fromSchema(z.object({ one_time_code: z.string(), then })), limit: 'sign_in',
}, async (draft, { viewer, now }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const plan = await twoStepPlan(await readCurrent(), viewer.id, now)
  // Pressed twice, or too late: the page says how it stands.
  if (!plan) return { to: own }
  const step = plan.secret ? stepOfCode(plan.secret, draft.one_time_code, { now, after: 0 }) : 0
  if (step === null) return { problems: [{ path: 'one_time_code', code: 'two_step_code_wrong' }] }
  const hashes = await hashCodes(plan)
  const done = await write(tx => confirmTwoStep(tx, { personId: viewer.id, sessionId: viewer.sessionId, plan, hashes, step, now }))
  if (!done) return { to: own }
  return { to: `${own}?${new URLSearchParams({ done: plan.secret ? 'on' : 'codes', ...draft.then !== '/' && { then: draft.then } })}` }
})

/** No fields: the plan is dropped, and what held before goes on to hold. */
export const dropTwoStep = guestAct({ draft: nothing }, async (_, { viewer }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  await write(tx => dropTwoStepPlan(tx, viewer.id))
  return { to: own }
})

/** No fields. The recovery codes of the plan, as a file of text; once it is confirmed nobody can read them again. */
export const takeRecoveryCodes = guestAct({ draft: nothing }, async (_, { viewer, now, lang }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const plan = await twoStepPlan(await readCurrent(), viewer.id, now)
  if (!plan) return { missing: true }
  const { fileHead } = wordsFor(lang).twoStep
  return {
    sends: new Response(`${fileHead(viewer.name)}\n\n${plan.codes.join('\n')}\n`, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="guoshen-recovery-codes.txt"',
        'cache-control': 'no-store',
      },
    }),
  }
})

/** Fields: current_password, unless he has just signed in; one_time_code, which may be a recovery code. */
export const turnOffTwoSteps = guestAct({
  draft: fromSchema(z.object({ current_password: z.string(), one_time_code: z.string() })), limit: 'sign_in',
}, async (draft, context) => {
  const { viewer, now } = context
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const refused = await unproved('current_password', draft.current_password, viewer, context)
  if (refused) return refused
  const proof = await secondProof(viewer.id, draft.one_time_code, context)
  if ('limited' in proof) return { refused: proof }
  const done = await write(async tx => {
    if (!await proof.take(tx, viewer.id)) return false
    await turnOffTwoStep(tx, viewer.id, now)
    return true
  })
  if (!done) return { problems: [{ path: 'one_time_code', code: proof.problem }] }
  await proof.wasRight()
  return { to: `${own}?done=off` }
})

type SecondProof = {
  /** Uses it up; false when it is wrong or was used. */
  take: (tx: Transaction, personId: number) => Promise<boolean>
  wasRight: () => Promise<void>
  problem: 'two_step_code_wrong' | 'recovery_code_wrong'
}

/**
 * Six digits can be guessed, so each person's are counted; his recovery codes cannot, and are not: whoever tries to guess
 * at somebody's digits does not keep him out.
 */
async function secondProof(
  personId: number, typed: string, { now }: GuestContext,
): Promise<SecondProof | { limited: number }> {
  if (readRecoveryCode(typed)) {
    const place = await placeOfRecoveryCode(await readCurrent(), personId, typed)
    return {
      take: async (tx, id) => place !== null && takeRecoveryCode(tx, id, place, now),
      wasRight: async () => {},
      problem: 'recovery_code_wrong',
    }
  }
  const who = `p:${personId}`
  const wait = await useUp('second_step', who)
  if (wait) return { limited: wait }
  return {
    take: (tx, id) => takeCode(tx, id, typed, now),
    wasRight: () => giveBack('second_step', who),
    problem: 'two_step_code_wrong',
  }
}
