import { networkOf } from '@/domain/network'
import { nameKey } from '@/domain/people/name'
import { bar, barredFor, countUse, usesOf, type Limit } from '@/db/limits/counter'
import { settings } from './settings'

// Who guesses one account's password is slowed down, from however many addresses, and never its owner: the delay grows with
// all wrong passwords of an hour, holds for the address that sent one, and is a minute at most. From anywhere else the next
// try is looked at (ASVS 6.1.1). Names that nobody has are counted alike, so that nobody hears which are taken.

const wrong: Limit = { name: 'sign_in_wrong', points: 1_000_000, seconds: 3600 }
const held: Limit = { name: 'sign_in_held', points: 0, seconds: 60 }
const free = 10
const longest = 60

/** What passwords are counted under: whoever is meant, by whichever of his names; a name that nobody has, for itself. */
export function accountOf(person: { id: number } | null, name = ''): string {
  return person ? `p:${person.id}` : `n:${nameKey(name.slice(0, 400))}`
}

/** The seconds to wait before another password is tried on this account from this address; null for none. */
export async function signInWait(account: string, address: string): Promise<number | null> {
  if (!settings().RATE_LIMITS) return null
  const wait = await barredFor(held, fromHere(account, address))
  return wait > 0 ? Math.max(1, Math.ceil(wait / 1000)) : null
}

/** Notes a wrong password: from the tenth of an hour on, the address it came from waits. */
export async function noteWrongPassword(account: string, address: string): Promise<void> {
  if (!settings().RATE_LIMITS) return
  await countUse(wrong, account)
  const seconds = delayAfter(await usesOf(wrong, account))
  if (seconds > 0) await bar(held, fromHere(account, address), seconds)
}

/** Seconds: none for the first nine, then 2, 4, 8 … up to a minute. */
function delayAfter(wrongs: number): number {
  return wrongs < free ? 0 : Math.min(longest, 2 ** (wrongs - free + 1))
}

// One household has many addresses of the new kind, and of the old kind, also where it is written inside of the new
// (::ffff:192.0.2.1), many households have one network.
const fromHere = (account: string, address: string) => `${isNewKind(address) ? networkOf(address) : address} ${account}`
const isNewKind = (address: string) => address.includes(':') && !address.includes('.')
