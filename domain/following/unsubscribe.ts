import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * What stands in the link that ends somebody's letters: whose they are, and that we wrote it. It opens nothing else, holds
 * as long as `secret` does, and may be used any number of times.
 */
export function unsubscribeToken(personId: number, secret: string): string {
  return `${personId}.${seal(personId, secret)}`
}

/** Whose letters this link ends; null where it is none of ours. */
export function readUnsubscribeToken(token: string, secret: string): number | null {
  const [, id, sealed] = /^([1-9]\d{0,9})\.([\w-]{27})$/.exec(token) ?? []
  if (id === undefined || sealed === undefined) return null
  return timingSafeEqual(Buffer.from(sealed), Buffer.from(seal(Number(id), secret))) ? Number(id) : null
}

function seal(personId: number, secret: string): string {
  return createHmac('sha256', secret).update(`unsubscribe ${personId}`).digest().subarray(0, 20).toString('base64url')
}
