import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { idSchema } from '@/domain/ids'
import { safeReturnPath } from '@/domain/people/return-path'
import { cleanLine } from '@/domain/text/clean'
import { readCurrent, write, type Transaction } from '@/db/connection'
import { dropPasskey, keepPasskey, notePasskeyUse, passkeyBy, takeChallenge } from '@/db/people/passkeys'
import { readPath } from '@/messages/languages'
import { guestAct } from '../act'
import { enterByPasskey } from '../enter'
import { credentialOf, readNewPasskey, readPasskeyUse } from '../passkey'
import { unproved } from '../prove'
import { waitingHere } from '../second-step'

const own = '/me/passkeys'
const answer = z.string().max(30_000, 'passkey_failed')

/** Fields: one_time_passkey, the device's answer as JSON; then. A passkey is both steps: the device, and whose finger or PIN it is. */
export const signInByPasskey = guestAct({
  draft: fromSchema(z.object({ one_time_passkey: answer, then: z.string().transform(text => readPath(safeReturnPath(text)).path) })),
  limit: 'sign_in',
}, async ({ one_time_passkey: text, then }, context) => {
  const passkey = await passkeyBy(await readCurrent(), credentialOf(text) ?? '')
  const use = passkey && await readPasskeyUse(text, passkey, context.now)
  const take = async (tx: Transaction) => (
    await takeChallenge(tx, use!.challenge, context.now) && notePasskeyUse(tx, passkey!, use!.counted, context.now)
  )
  const waiting = use && await waitingHere(context.now)
  const entered = use && await enterByPasskey(context, then, passkey, { waiting: waiting?.token ?? null, take })
  return entered ?? { problems: [{ path: 'one_time_passkey', code: 'passkey_failed' }] }
})

/** Fields: one_time_passkey, the device's answer as JSON; name; password, unless he has just signed in. */
export const addPasskey = guestAct({
  draft: fromSchema(z.object({
    one_time_passkey: answer, password: z.string(),
    name: z.string().transform(cleanLine).pipe(z.string().min(1, 'passkey_name').max(40, 'passkey_name')),
  })),
  limit: 'sign_in',
}, async (draft, context) => {
  const { viewer, now } = context
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const refused = await unproved('password', draft.password, viewer, context)
  if (refused) return refused
  const made = await readNewPasskey(draft.one_time_passkey, viewer.id, now)
  const kept = made !== null && await write(async tx => {
    const { challenge, ...key } = made
    return await takeChallenge(tx, challenge, now) && keepPasskey(tx, { personId: viewer.id, name: draft.name, ...key }, now)
  })
  return kept ? { to: `${own}?done=added` } : { problems: [{ path: 'name', code: 'passkey_failed' }] }
})

/** Fields: passkey (id); current_password, unless he has just signed in. */
export const removePasskey = guestAct({
  draft: fromSchema(z.object({ passkey: idSchema, current_password: z.string() })), limit: 'sign_in',
}, async (draft, context) => {
  const { viewer, now } = context
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const refused = await unproved('current_password', draft.current_password, viewer, context)
  if (refused) return refused
  const gone = await write(tx => dropPasskey(tx, viewer.id, draft.passkey, now))
  return gone ? { to: `${own}?done=removed` } : { missing: true }
})
