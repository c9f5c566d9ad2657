import { createHmac, timingSafeEqual } from 'node:crypto'

// Codes of an authenticator: RFC 6238 over RFC 4226, with SHA-1, six digits and steps of thirty seconds, which is what
// every authenticator knows.

const digits = 6
const stepMs = 30_000
/** A clock may be this many steps off, either way. RFC 6238 §5.2. */
const drift = 1

/** Bytes of a secret: as many as SHA-1 gives. RFC 4226 §4, requirement 6. */
export const secretLength = 20

/** The time step of an instant (epoch milliseconds). */
export function stepAt(now: number): number {
  return Math.floor(now / stepMs)
}

/** The code of one step: six digits, or more for comparing with the RFC’s own tables. */
export function codeOf(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const number = mac.readUInt32BE(mac[mac.length - 1]! & 15) & 0x7fff_ffff
  return String(number % 10 ** length).padStart(length, '0')
}

/**
 * The step whose code was typed, if it is near now and later than `after`, the last one taken; else null. RFC 6238 §5.2:
 * a code is taken once. Full-width digits and spaces between them are read as what was meant.
 */
export function stepOfCode(secret: Uint8Array, typed: string, { now, after }: { now: number; after: number }): number | null {
  const code = typed.normalize('NFKC').replace(/\s/g, '')
  if (!/^[0-9]{6}$/.test(code)) return null
  const here = stepAt(now)
  const near = Array.from({ length: 2 * drift + 1 }, (_, at) => here - drift + at)
  // All are compared, so that the time it takes tells nothing.
  const same = near.filter(step => timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code)))
  return same.find(step => step > after) ?? null
}

/** A secret as people and authenticators write it: RFC 4648 base32 without padding. */
export function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, byte => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? []).map(five => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** What a QR code tells an authenticator (Key Uri Format): where, who, and the secret. */
export function authenticatorAddress(secret: Uint8Array, { site, name }: { site: string; name: string }): string {
  const label = `${encodeURIComponent(site)}:${encodeURIComponent(name)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(site)}`
}
