import { freshSignIn } from '@/domain/people/leaving'
import type { Member } from '@/domain/people/viewer'
import { readCurrent } from '@/db/connection'
import { verifyPassword } from '@/db/people/password-hash'
import { personById } from '@/db/people/people'
import { sessionsOf } from '@/db/people/sessions'
import type { ActAnswer, MemberContext } from './act'
import { useUp } from './limits'

// ASVS 7.5.1: before what keeps an account safe is changed, its owner says once more who he is: by having signed in a
// moment ago, or by his password.

/** What is asked of somebody before such a change: nothing, his password, or, where he has none, to sign in again. */
export type Proof = 'none' | 'password' | 'sign_in'

export async function proofAsked({ id, sessionId }: Member, now: number): Promise<Proof> {
  const database = await readCurrent()
  const session = (await sessionsOf(database, id, now)).find(it => it.id === sessionId)
  if (session && now - session.createdAt <= freshSignIn) return 'none'
  const person = await personById(database, id)
  return person?.passwordHash == null ? 'sign_in' : 'password'
}

/** For the `proof` of a deed whose form asks for a password; guesses are counted as those of a sign-in are. */
export async function passwordProof(field: 'password' | 'current_password', typed: string, context: MemberContext): Promise<ActAnswer | null> {
  const wait = await useUp('sign_in', context.address)
  if (wait) return { refused: { limited: wait } }
  const problem = await proofProblem(context.author, typed, context.now)
  return problem && { problems: [{ path: field, code: problem }] }
}

/** What is wrong with the proof, as a problem's code; null when he is who he says he is. */
export async function proofProblem(
  member: Member, password: string, now: number,
): Promise<'current_password_wrong' | 'sign_in_stale' | null> {
  const asked = await proofAsked(member, now)
  if (asked === 'none') return null
  if (asked === 'sign_in') return 'sign_in_stale'
  const person = await personById(await readCurrent(), member.id)
  return await verifyPassword(person?.passwordHash ?? null, password) ? null : 'current_password_wrong'
}
