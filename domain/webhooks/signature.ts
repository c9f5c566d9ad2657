import { createHmac, timingSafeEqual } from 'node:crypto'

// As Standard Webhooks has it (standardwebhooks.com, version 1): whoever has a library for that needs none of ours.

/** A secret as its owner is shown it; its key is the bytes after the mark. */
export function secretOf(bytes: Uint8Array): string {
  return `whsec_${Buffer.from(bytes).toString('base64')}`
}

/** How many random bytes make a secret: as many as the hash has. */
export const secretBytes = 32

type Message = { id: string; /** Whole seconds since 1970. */ at: number; body: string }

/** What `webhook-signature` says: one `v1,…` of each secret, so that a new one can be put in without losing anything. */
export function signatureOf(message: Message, secrets: readonly string[]): string {
  return secrets.map(secret => `v1,${macOf(message, secret).toString('base64')}`).join(' ')
}

/** Whether a message was signed with this secret; for receivers, and for tests. */
export function isSignedBy(message: Message, signature: string, secret: string): boolean {
  const mac = macOf(message, secret)
  return signature.split(' ').some(one => {
    const given = one.startsWith('v1,') ? Buffer.from(one.slice(3), 'base64') : null
    return given !== null && given.length === mac.length && timingSafeEqual(given, mac)
  })
}

function macOf({ id, at, body }: Message, secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return createHmac('sha256', key).update(`${id}.${at}.${body}`).digest()
}
