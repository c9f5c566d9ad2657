import { sessionDevice } from '@/domain/people/session'
import { isUniqueViolation, write, type Transaction } from '@/db/connection'
import { closeSignIn, openSignIn, openSignInOf } from '@/db/people/open-sign-ins'
import { endSession, memberOfToken, startSession } from '@/db/people/sessions'
import { isTwoStepOn } from '@/db/people/two-step'
import type { ActAnswer, GuestContext } from './act'
import { enterWith, forgetPendingIdentity } from './auth'
import { rememberPerson } from './letter-limit'
import { recover } from './recover'
import { forgetToken, holdToken, secondStepPage } from './second-step'

type Entered = { token: string; personId: number; asksForTwoSteps: boolean }

/**
 * After the first step, for whoever `who` answers: a new session in place of the one this browser had (ASVS 7.2.4), or the
 * question for the second step. Null when `who` answers nobody. `passwordHash`: the first step was a letter about a
 * forgotten password, and this one shall hold; where a second step is asked for, not before that is done.
 */
export async function enter(
  context: GuestContext, to: string, who: (tx: Transaction) => Promise<number | null>, passwordHash: string | null = null,
): Promise<ActAnswer | null> {
  const begun = write(async tx => {
    const personId = await who(tx)
    if (personId === null) return null
    if (await isTwoStepOn(tx, personId)) return { waits: await openSignIn(tx, { personId, wanted: to, passwordHash, now: context.now }) }
    if (passwordHash !== null) await recover(tx, personId, { ...context, passwordHash })
    return begin(tx, context, personId, false)
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
    if (open.passwordHash !== null) await recover(tx, open.personId, { ...context, passwordHash: open.passwordHash })
    return { ...await begin(tx, context, open.personId, true), wanted: open.wanted }
  })
  if (!done) return null
  await forgetToken()
  return goIn(done, done.wanted)
}

/**
 * With what counts as both steps; `take` uses it up in the same transaction. Null when it cannot. `waiting`: the token of a
 * sign-in that waits in this browser, which is done with it where it is the same person's.
 */
export async function enterByPasskey(
  context: GuestContext, to: string, { personId, id }: { personId: number; id: number },
  { waiting, take }: { waiting: string | null; take: (tx: Transaction) => Promise<boolean> },
): Promise<ActAnswer | null> {
  const done = await write(async tx => {
    if (!await take(tx)) return null
    const open = waiting === null ? null : await openSignInOf(tx, waiting, context.now)
    if (open?.personId === personId && await closeSignIn(tx, waiting!) && open.passwordHash !== null) {
      await recover(tx, personId, { ...context, passwordHash: open.passwordHash, passkey: id })
    }
    return begin(tx, context, personId, true)
  })
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
  return { token, personId, asksForTwoSteps: begun?.member.waitingRole !== undefined }
}

// Whoever has been given a role that asks for two steps is led there first.
async function goIn({ token, personId, asksForTwoSteps }: Entered, to: string): Promise<ActAnswer> {
  await enterWith(token)
  await rememberPerson(personId)
  return { to: asksForTwoSteps ? `/me/two-step?${new URLSearchParams({ then: to })}` : to }
}
