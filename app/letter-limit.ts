import { randomBytes } from 'node:crypto'
import { mailAddressKey } from '@/domain/people/mail-address'
import type { Viewer } from '@/domain/people/viewer'
import { seal, unseal } from '@/db/people/sealed'
import { useUp } from './limits'
import { cookieName, cookieOptions } from './own-cookie'
import { cookies } from './request'

// Nobody's letter-box is filled from here, and nobody keeps its owner from his letters: whoever asks for them at a browser
// where he has been signed in has an allowance of that browser's own, which strangers cannot use up, nor anybody else who was
// signed in once elsewhere.

const lifetimeSeconds = 180 * 86_400
const use = 'known-browser'
// People who share a computer.
const mostKnown = 4

/** Remembers, sealed, in this browser that this person has been signed in here. Only where cookies can be set. */
export async function rememberPerson(personId: number): Promise<void> {
  const known = await knownHere()
  // Kept for as long as there is one: whoever signs in as himself again and again has no more for others.
  const browser = known?.browser ?? randomBytes(16).toString('base64url')
  const people = [personId, ...(known?.people ?? []).filter(id => id !== personId)].slice(0, mostKnown)
  ;(await cookies()).set(cookieName('known'), seal([browser, ...people].join(' '), use), { ...cookieOptions(), maxAge: lifetimeSeconds })
}

/** Counts one letter that a stranger asks for; `ownerId`: whose address it is, if anybody's. Answers the seconds to wait, or null. */
export async function askForLetter(address: string, from: string, ownerId: number | null): Promise<number | null> {
  const to = mailAddressKey(address)
  const known = await knownHere()
  if (ownerId !== null && known?.people.includes(ownerId)) {
    const wait = await useUp('letter', `known:${known.browser} ${to}`) ?? await useUp('letter_known', to)
    if (wait === null) return null
  }
  // Counted alike whether anybody has the address or not, so that no answer tells.
  return await useUp('letter', `${from} ${to}`) ?? await useUp('letter_asker', from) ?? useUp('letter_address', `asked ${to}`)
}

/** The same for the letter that confirms an address: strangers who ask for links use none of these up. */
export async function askForConfirmation(address: string, { id }: Extract<Viewer, { kind: 'member' }>): Promise<number | null> {
  const [to, from] = [mailAddressKey(address), `p:${id}`]
  return await useUp('letter', `${from} ${to}`) ?? await useUp('letter_asker', from) ?? useUp('letter_address', `confirmed ${to}`)
}

async function knownHere(): Promise<{ browser: string; people: number[] } | null> {
  const sealed = (await cookies()).get(cookieName('known'))?.value
  const [browser, ...people] = (sealed && unseal(sealed, use))?.split(' ') ?? []
  return browser ? { browser, people: people.map(Number) } : null
}
