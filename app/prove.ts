import { freshSignIn } from '@/domain/people/leaving'
import type { Member } from '@/domain/people/viewer'
import { readCurrent } from '@/db/connection'
import { verifyPassword } from '@/db/people/password-hash'
import { personById } from '@/db/people/people'
import { sessionsOf } from '@/db/people/sessions'
import type { ActAnswer, ActContext, MemberContext } from './act'
import { useUp } from './limits'
import { accountOf, noteWrongPassword, signInWait } from './sign-in-delay'

// ASVS 7.5.1: before what keeps an account safe is changed, its owner says once more who he is: by having signed in a
// moment ago, or by his password. Whoever has got hold of his session guesses that no faster than at the door.

/** What is asked of somebody before such a change: nothing, his password, or, where he has none, to sign in again. */
export type Proof = 'none' | 'password' | 'sign_in'

export async function proofAsked({ id, sessionId }: Member, now: number): Promise<Proof> {
  const database = await readCurrent()
  const session = (await sessionsOf(database, id, now)).find(it => it.id === sessionId)
  if (session && now - session.createdAt <= freshSignIn) return 'none'
  const person = await personById(database, id)
  return person?.passwordHash == null ? 'sign_in' : 'password'
}

type Field = 'password' | 'current_password'

/** For the `proof` of a deed whose form asks for a password; guesses are counted as those of a sign-in are. */
export async function passwordProof(field: Field, typed: string, context: MemberContext): Promise<ActAnswer | null> {
  const wait = await useUp('sign_in', context.address)
  return wait ? { refused: { limited: wait } } : unproved(field, typed, context.author, context)
}

/** What to answer where the proof is none, with what is wrong at its `field`; null when he is who he says he is. */
export async function unproved(
  field: Field, typed: string, member: Member, { now, address }: Pick<ActContext, 'now' | 'address'>,
): Promise<ActAnswer | null> {
  const asked = await proofAsked(member, now)
  if (asked === 'none') return null
  return asked === 'password' ? wrongPassword(field, typed, member, address) : { problems: [{ path: field, code: 'sign_in_stale' }] }
}

/** The same where nothing but his password will do. Wrong ones are counted for the account, wherever they are typed. */
export async function wrongPassword(field: Field, typed: string, { id }: Pick<Member, 'id'>, address: string): Promise<ActAnswer | null> {
  const account = accountOf({ id })
  const wait = await signInWait(account, address)
  if (wait) return { refused: { limited: wait } }
  const person = await personById(await readCurrent(), id)
  if (await verifyPassword(person?.passwordHash ?? null, typed)) return null
  await noteWrongPassword(account, address)
  return { problems: [{ path: field, code: 'current_password_wrong' }] }
}
