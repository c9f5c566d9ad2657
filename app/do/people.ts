import { z } from 'zod'
import type { Problem } from '@/domain/case/problem'
import { fromSchema } from '@/domain/fields'
import { isId } from '@/domain/ids'
import { becauseSchema } from '@/domain/moderation/because'
import { networkOf } from '@/domain/network'
import { permit } from '@/domain/permission'
import { nameSchema } from '@/domain/people/name'
import { passwordProblem } from '@/domain/people/password'
import { safeReturnPath } from '@/domain/people/return-path'
import { roles } from '@/domain/people/viewer'
import { read, readCurrent, write } from '@/db/connection'
import { revokeTokens } from '@/db/people/api-tokens'
import { askForAdmission } from '@/db/people/admissions'
import { claimFirstAdmin } from '@/db/people/first-admin'
import { addIdentity } from '@/db/people/identities'
import { findPersonByAnyName } from '@/db/people/names'
import { hashPassword, verifyPassword } from '@/db/people/password-hash'
import { rememberOrigin } from '@/db/moderation/batches/origins'
import { lookAtName, showName } from '@/db/moderation/words/look'
import { takeChallenge } from '@/db/people/passkeys'
import { createPerson, findPersonByName, personById, setPasswordHash } from '@/db/people/people'
import { setRole as giveRole } from '@/db/people/roles'
import { endOtherSessions, endSession, memberOfSession } from '@/db/people/sessions'
import { siteSetting } from '@/db/site-settings'
import { readPath } from '@/messages/languages'
import { adminAct, guestAct, memberAct, moderatorAct, type ActAnswer, type GuestContext } from '../act'
import { leave, pendingIdentity } from '../auth'
import { enter } from '../enter'
import { useUp } from '../limits'
import { wrongPassword } from '../prove'
import { accountOf, noteWrongPassword, signInWait } from '../sign-in-delay'
import { formLifetime, passGuard } from '../sign-up-guard'

const then = z.string().transform(text => readPath(safeReturnPath(text)).path)
const id = z.string().refine(isId, 'name_missing').transform(Number)

/** Fields: name, password, then. */
export const signIn = guestAct({
  draft: fromSchema(z.object({ name: z.string(), password: z.string(), then })),
  limit: 'password',
}, async (draft, context) => {
  const person = await findPersonByAnyName(await read(), draft.name.slice(0, 400))
  const account = accountOf(person, draft.name)
  const wait = await signInWait(account, context.address)
  if (wait) return { refused: { limited: wait } }
  const right = await verifyPassword(person?.passwordHash ?? null, draft.password)
  // One answer for "no such name" and "wrong password": who is here is nobody's business.
  if (!person || !right) {
    await noteWrongPassword(account, context.address)
    return { problems: [{ path: 'password', code: 'sign_in_wrong' }] }
  }
  return await enter(context, draft.then, async () => person.id) ?? nameTaken
})

/**
 * Fields: name, password (not with `via`), then, via: the provider that has just confirmed somebody; without, website, opened,
 * altcha and minutes (app/sign-up-guard.ts).
 */
export const signUp = guestAct({
  draft: fromSchema(z.object({
    name: nameSchema, password: z.string(), then, via: z.string(),
    website: z.string(), opened: z.string(), altcha: z.string(), minutes: z.string(),
  })),
}, async (draft, context) => {
  if (!draft.via && await siteSetting(await read(), 'sign_up') === 'provider') return { problems: [{ path: 'name', code: 'sign_up_by_provider' }] }
  const identity = draft.via ? await pendingIdentity() : null
  if (draft.via && identity?.via !== draft.via) return { problems: [{ path: 'name', code: 'confirmation_expired' }] }
  const problem = identity ? null : passwordProblem(draft.password, draft.name)
  if (problem) return { problems: [{ path: 'password', code: problem }] }
  const same = await findPersonByName(await read(), draft.name)
  if (same) return identity ? nameTaken : enterAgain(same, draft, context)
  const named = await lookAtName(await read(), draft.name)
  if ('problems' in named) return named
  const passed = identity ? null : await passGuard(draft, context)
  if (passed && !('opened' in passed)) return passed
  const wait = await useUp('sign_up', context.address)
    ?? (passed?.asked ? await useUp('sign_up_asked', networkOf(context.address)) : null)
  if (wait) return { refused: { limited: wait } }
  const passwordHash = identity ? null : await hashPassword(draft.password)
  const to = identity ? readPath(safeReturnPath(identity.then)).path : draft.then
  let isSpent = false
  const answer = await enter(context, to, async tx => {
    isSpent = passed !== null && !await takeChallenge(tx, passed.opened, context.now, formLifetime)
    if (isSpent) return null
    const personId = await createPerson(tx, { name: draft.name, passwordHash, now: context.now })
    if (personId === null) return null
    await askForAdmission(tx, personId, context.now)
    await showName(tx, personId, named.waits, context.now)
    await rememberOrigin(tx, { subject: 'person', subjectId: personId, address: context.address, now: context.now })
    if (!identity) return personId
    await addIdentity(tx, { issuer: identity.issuer, subject: identity.subject, personId, now: context.now })
    return personId
  })
  if (answer !== null || identity) return answer ?? nameTaken
  const first = await findPersonByName(await readCurrent(), draft.name)
  if (!first && isSpent) return { problems: [{ path: 'name', code: 'sign_up_expired' }] }
  return first ? enterAgain(first, draft, context) : nameTaken
})

/** No fields. The session ends in the database, so a copy of the cookie is worth nothing. */
export const signOut = guestAct({ draft: () => ({ ok: true, value: null }) }, async (_, { viewer }) => {
  if (viewer.kind === 'member') await write(tx => endSession(tx, viewer.id, viewer.sessionId))
  await leave()
  return { to: '/sign-in?gone=1' }
})

/** Fields: session (its id). Suspended people may: it is their own door. */
export const revokeSession = guestAct({ draft: fromSchema(z.object({ session: id })) }, async (draft, { viewer }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const ended = await write(tx => endSession(tx, viewer.id, draft.session))
  if (!ended) return { missing: true }
  if (draft.session !== viewer.sessionId) return { to: '/me/sessions?done=ended' }
  await leave()
  return { to: '/sign-in?gone=1' }
})

/** Fields: end_tokens ('on' or nothing). */
export const revokeOthers = guestAct({ draft: fromSchema(z.object({ end_tokens: z.string() })) }, async (draft, { viewer }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  await write(async tx => {
    await endOtherSessions(tx, viewer.id, viewer.sessionId)
    if (draft.end_tokens === 'on') await revokeTokens(tx, viewer.id)
  })
  return { to: '/me/sessions?done=endedOthers' }
})

/** Fields: current_password, new_password, end_others and end_tokens ('on' or nothing). ASVS 7.5.1 and 7.4.3. */
export const changePassword = guestAct({
  draft: fromSchema(z.object({ current_password: z.string(), new_password: z.string(), end_others: z.string(), end_tokens: z.string() })),
  limit: 'sign_in',
}, async (draft, { viewer, address }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const refused = await wrongPassword('current_password', draft.current_password, viewer, address)
  if (refused) return refused
  const problem = passwordProblem(draft.new_password, viewer.name)
  if (problem) return { problems: [{ path: 'new_password', code: problem }] }
  const passwordHash = await hashPassword(draft.new_password)
  await write(async tx => {
    await setPasswordHash(tx, viewer.id, passwordHash)
    if (draft.end_others === 'on') await endOtherSessions(tx, viewer.id, viewer.sessionId)
    if (draft.end_tokens === 'on') await revokeTokens(tx, viewer.id)
  })
  return { to: '/me/sessions?done=changed' }
})

/** Fields: token, as the start of the site printed it. */
export const firstAdmin = memberAct({
  draft: fromSchema(z.object({ token: z.string().max(200, 'token_wrong') })),
  limit: 'sign_in',
}, async (tx, draft, { author, now }) => {
  const claimed = await claimFirstAdmin(tx, { token: draft.token, personId: author.id, now })
  if (!claimed) return { problems: [{ path: 'token', code: 'token_wrong' }] }
  const administrator = await memberOfSession(tx, author.sessionId, now)
  return { to: administrator?.waitingRole ? '/me/two-step?then=%2Fadmin%2Fpeople' : '/admin/people' }
})

/** Fields: person (id), role, because. */
export const setRole = adminAct({
  draft: fromSchema(z.object({ person: id, role: z.enum(roles, 'not_in_list'), because: becauseSchema })),
}, async (tx, draft, { author, now }) => {
  const person = await personById(tx, draft.person)
  if (!person) return { missing: true }
  const permission = permit('set_role', author, person)
  if ('refused' in permission) return permission
  const { role, because: reason } = draft
  const given = await giveRole(tx, permission.permitted, { personId: person.id, role, reason, now })
  return given ? toPerson(person.name) : { problems: [{ path: 'role', code: 'role_unchanged' }] }
})

const nameTaken: { problems: Problem[] } = { problems: [{ path: 'name', code: 'name_taken' }] }

const toPerson = (name: string) => ({ to: `/admin/people?name=${encodeURIComponent(name)}&done=1` })

/** A sign-up sent twice: whoever knows the password of the account the first one made has made it. */
async function enterAgain(
  same: { id: number; passwordHash: string | null }, draft: { password: string; then: string }, context: GuestContext,
): Promise<ActAnswer> {
  const wait = await useUp('password', context.address) ?? await signInWait(accountOf(same), context.address)
  if (wait) return { refused: { limited: wait } }
  if (!await verifyPassword(same.passwordHash, draft.password)) {
    await noteWrongPassword(accountOf(same), context.address)
    return nameTaken
  }
  return await enter(context, draft.then, async () => same.id) ?? nameTaken
}
