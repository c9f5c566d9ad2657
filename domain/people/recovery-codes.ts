/** How many somebody has at a time. */
export const recoveryCodeCount = 10

// Crockford's base32: no letter is taken for a digit, and i, l and o are read as the digits they look like.
const signs = '0123456789abcdefghjkmnpqrstvwxyz'
const secretSigns = 10

/**
 * Ten codes such as `3-k7qw3-e9rtp`: which of the ten, then 50 bits of chance.
 * @param random gives this many bytes of chance
 */
export function newRecoveryCodes(random: (count: number) => Uint8Array): string[] {
  return Array.from({ length: recoveryCodeCount }, (_, place) => {
    const secret = Array.from(random(secretSigns), byte => signs[byte & 31]).join('')
    return `${place}-${secret.slice(0, 5)}-${secret.slice(5)}`
  })
}

/** Reads a code however it was written down: which of the ten, and what is compared with its hash. Null when it cannot be one. */
export function readRecoveryCode(typed: string): { place: number; secret: string } | null {
  const plain = typed.slice(0, 100).normalize('NFKC').toLowerCase().replace(/[\s\-‐-―−]/g, '')
    .replace(/[il]/g, '1').replace(/o/g, '0')
  if (plain.length !== secretSigns + 1 || !/^[0-9][0-9a-hjkmnp-tv-z]+$/.test(plain)) return null
  return { place: Number(plain[0]), secret: plain.slice(1) }
}
