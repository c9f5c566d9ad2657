import type { LookupAddress } from 'node:dns'
import { lookup, Resolver } from 'node:dns/promises'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from '../../domain/network'

/** Why something did not come to its receiver, as a code of messages.webhooks.failures. */
export class NotSent extends Error {}

/** All addresses that a name stands for. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/**
 * Where to connect for this name: its addresses, each of which was looked at. A connection is made to one of these and the
 * name is not asked for again, so that it cannot mean another machine by then. One private address among public ones is
 * enough to refuse them all.
 */
export async function addressesOf(hostname: string, { anywhere, resolve }: { anywhere: boolean; resolve: Resolve }): Promise<LookupAddress[]> {
  const plain = hostname.replace(/^\[|\]$/g, '')
  const literal = isIP(plain)
  const addresses = literal ? [{ address: plain, family: literal }] : await resolve(plain)
  if (addresses.length === 0) throw new NotSent('name')
  if (!anywhere && !addresses.every(({ address }) => isPublicAddress(address))) throw new NotSent('private')
  return addresses
}

/** A `lookup` for node:net that answers these addresses, whatever it is asked. */
export function pinnedTo(addresses: LookupAddress[]): LookupFunction {
  return (_, { all }, answer) => {
    if (all) answer(null, addresses)
    else answer(null, addresses[0]!.address, addresses[0]!.family)
  }
}

/** Asks the name servers, and not the files of this machine; nobody else's look-up waits for it. */
export const askNameServers: Resolve = async hostname => {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  const [four, six] = await Promise.all([
    resolver.resolve4(hostname).catch(() => []), resolver.resolve6(hostname).catch(() => []),
  ])
  return [...four.map(address => ({ address, family: 4 })), ...six.map(address => ({ address, family: 6 }))]
}

/** Asks as any program of this machine does: names of one's own network are known to that alone. */
export const askThisMachine: Resolve = hostname => lookup(hostname, { all: true }).catch(() => [])
