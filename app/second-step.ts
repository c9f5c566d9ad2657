import { cookies } from 'next/headers'
import { readCurrent } from '@/db/connection'
import { openSignInOf, secondStepLifetime, type OpenSignIn } from '@/db/people/open-sign-ins'
import { cookieName, cookieOptions } from './own-cookie'

// Between the two steps of a sign-in: the first is done, and this browser alone holds the token under which the database
// remembers whose it was.

const name = () => cookieName('second-step')

/** The page that asks for the second step, as Chinese has it. */
export const secondStepPage = '/sign-in/second-step'

/** Gives this browser the token of a sign-in that has just been opened. Only where cookies can be set. */
export async function holdToken(token: string): Promise<void> {
  ;(await cookies()).set(name(), token, { ...cookieOptions(), maxAge: secondStepLifetime / 1000 })
}

/** The sign-in that waits for its second step in this browser, with its token. */
export async function waitingHere(now: number): Promise<(OpenSignIn & { token: string }) | null> {
  const token = (await cookies()).get(name())?.value
  const open = token ? await openSignInOf(await readCurrent(), token, now) : null
  return open && { ...open, token: token! }
}

export async function forgetToken(): Promise<void> {
  ;(await cookies()).set(name(), '', { ...cookieOptions(), maxAge: 0 })
}
