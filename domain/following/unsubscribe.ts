import { createHmac, timingSafeEqual } from 'node:crypto'
import { mailAddressKey } from '../people/mail-address'

/** Whose letters, and to which of his addresses: a link in a letter to another ends nothing. */
type Letters = { personId: number; address: string }

/**
 * What stands in the link that ends somebody's letters: whose they are, and that we wrote it to this address. It opens
 * nothing else, holds as long as `secret` and the address do, and may be used any number of times.
 */
export function unsubscribeToken(letters: Letters, secret: string): string {
  return `${letters.personId}.${seal(letters, secret)}`
}

/** Whose letters this link says it ends; null where it is none of ours. Whether it does says `isUnsubscribeToken`. */
export function personOfUnsubscribeToken(token: string): number | null {
  const id = form.exec(token)?.[1]
  return id === undefined ? null : Number(id)
}

/** Whether we wrote this link in a letter to this address of his. */
export function isUnsubscribeToken(token: string, letters: Letters, secret: string): boolean {
  const [, id, sealed] = form.exec(token) ?? []
  return Number(id) === letters.personId && timingSafeEqual(Buffer.from(sealed!), Buffer.from(seal(letters, secret)))
}

const form = /^([1-9]\d{0,9})\.([\w-]{27})$/

function seal({ personId, address }: Letters, secret: string): string {
  return createHmac('sha256', secret).update(`unsubscribe ${personId} ${mailAddressKey(address)}`).digest().subarray(0, 20).toString('base64url')
}
