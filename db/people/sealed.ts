import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

// What the site must be able to read again, and a copy of its database must not: AES-256-GCM under a key that is derived
// (HKDF, RFC 5869) from AUTH_SECRET, which is not in the database.

/**
 * Seals a text for one use, such as `two-step:12`: sealed for one person it does not open for another.
 * Throws where AUTH_SECRET is not set.
 */
export function seal(text: string, use: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(), nonce).setAAD(Buffer.from(use))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** Opens what `seal` sealed for this use; null when it was sealed for another, under another AUTH_SECRET, or changed. */
export function unseal(sealed: string, use: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  try {
    const decipher = createDecipheriv('aes-256-gcm', sealingKey(), bytes.subarray(0, 12), { authTagLength: 16 })
      .setAAD(Buffer.from(use)).setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

function sealingKey(): Buffer {
  const secret = process.env.AUTH_SECRET
  if (!secret) throw new Error('AUTH_SECRET is not set.')
  return Buffer.from(hkdfSync('sha256', secret, '', 'guoshen sealed values', 32))
}
