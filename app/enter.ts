import { sessionDevice } from '@/domain/people/session'
import { isUniqueViolation, write, type Transaction } from '@/db/connection'
import { closeSignIn, openSignIn, openSignInOf } from '@/db/people/open-sign-ins'
import { endSession, memberOfToken, startSession } from '@/db/people/sessions'
import { isTwoStepOn } from '@/db/people/two-step'
import type { ActAnswer, GuestContext } from './act'
import { enterWith, forgetPendingIdentity } from './auth'
import { forgetToken, holdToken, secondStepPage } from './second-step'

type Entered = { token: string; asksForTwoSteps: boolean }

/**
 * After the first step, for whoever `who` answers: a new session in place of the one this browser had (ASVS 7.2.4), or the
 * question for the second step. Null when `who` answers nobody.
 */
export async function enter(
  context: GuestContext, to: string, who: (tx: Transaction) => Promise<number | null>,
): Promise<ActAnswer | null> {
  const begun = write(async tx => {
    const personId = await who(tx)
    if (personId === null) return null
    if (!await isTwoStepOn(tx, personId)) return begin(tx, context, personId, false)
    return { waits: await openSignIn(tx, { personId, wanted: to, now: context.now }) }
  })
  // PostgreSQL lets two look for a name before either takes it; then the uniqueness rule decides.
  const answer = await begun.catch((error: unknown) => {
    if (isUniqueViolation(error)) return null
    throw error
  })
  if (answer === null) return null
  await forgetPendingIdentity()
  if ('waits' in answer) {
    await holdToken(answer.waits)
    return { to: secondStepPage }
  }
  return goIn(answer, to)
}

/** After both steps: `take` uses up the second, in the same transaction. Null when it cannot, or somebody was quicker. */
export async function enterFully(
  context: GuestContext, token: string, take: (tx: Transaction, personId: number) => Promise<boolean>,
): Promise<ActAnswer | null> {
  const done = await write(async tx => {
    const open = await openSignInOf(tx, token, context.now)
    if (!open || !await take(tx, open.personId) || !await closeSignIn(tx, token)) return null
    return { ...await begin(tx, context, open.personId, true), wanted: open.wanted }
  })
  if (!done) return null
  await forgetToken()
  return goIn(done, done.wanted)
}

/** With what counts as both steps; `take` uses it up in the same transaction. Null when it cannot. */
export async function enterByPasskey(
  context: GuestContext, to: string, personId: number, take: (tx: Transaction) => Promise<boolean>,
): Promise<ActAnswer | null> {
  const done = await write(async tx => (await take(tx) ? begin(tx, context, personId, true) : null))
  if (!done) return null
  await forgetToken()
  return goIn(done, to)
}

async function begin(
  tx: Transaction, { viewer, now, userAgent }: GuestContext, personId: number, twoSteps: boolean,
): Promise<Entered> {
  if (viewer.kind === 'member') await endSession(tx, viewer.id, viewer.sessionId)
  const token = await startSession(tx, { personId, device: sessionDevice(userAgent), twoSteps, now })
  const begun = await memberOfToken(tx, token, now)
  return { token, asksForTwoSteps: begun?.member.waitingRole !== undefined }
}

// Whoever has been given a role that asks for two steps is led there first.
async function goIn({ token, asksForTwoSteps }: Entered, to: string): Promise<ActAnswer> {
  await enterWith(token)
  return { to: asksForTwoSteps ? `/me/two-step?${new URLSearchParams({ then: to })}` : to }
}
