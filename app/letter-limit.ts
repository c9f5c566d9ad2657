import { cookies } from 'next/headers'
import { mailAddressKey } from '@/domain/people/mail-address'
import type { Viewer } from '@/domain/people/viewer'
import { seal, unseal } from '@/db/people/sealed'
import { useUp } from './limits'
import { cookieName, cookieOptions } from './own-cookie'

// Nobody's letter-box is filled from here, and nobody keeps its owner from his letters: whoever asks for them at a browser
// where he has been signed in has an allowance of his own, which strangers cannot use up.

const lifetimeSeconds = 180 * 86_400
// People who share a computer.
const mostKnown = 4

/** Remembers, sealed, in this browser that this person has been signed in here. Only where cookies can be set. */
export async function rememberPerson(personId: number): Promise<void> {
  const known = [personId, ...(await peopleKnownHere()).filter(id => id !== personId)].slice(0, mostKnown)
  ;(await cookies()).set(cookieName('known'), seal(known.join(' '), 'known-people'), { ...cookieOptions(), maxAge: lifetimeSeconds })
}

/** Counts one letter that a stranger asks for; `ownerId`: whose address it is, if anybody's. Answers the seconds to wait, or null. */
export async function askForLetter(address: string, from: string, ownerId: number | null): Promise<number | null> {
  const to = mailAddressKey(address)
  if (ownerId !== null && (await peopleKnownHere()).includes(ownerId)) return useUp('letter', `known:${ownerId} ${to}`)
  // Counted alike whether anybody has the address or not, so that no answer tells.
  return await useUp('letter', `${from} ${to}`) ?? await useUp('letter_asker', from) ?? useUp('letter_address', `asked ${to}`)
}

/** The same for the letter that confirms an address: strangers who ask for links use none of these up. */
export async function askForConfirmation(address: string, { id }: Extract<Viewer, { kind: 'member' }>): Promise<number | null> {
  const [to, from] = [mailAddressKey(address), `p:${id}`]
  return await useUp('letter', `${from} ${to}`) ?? await useUp('letter_asker', from) ?? useUp('letter_address', `confirmed ${to}`)
}

async function peopleKnownHere(): Promise<number[]> {
  const sealed = (await cookies()).get(cookieName('known'))?.value
  const known = sealed ? unseal(sealed, 'known-people') : null
  return known ? known.split(' ').map(Number) : []
}
