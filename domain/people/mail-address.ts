import { z } from 'zod'

/**
 * An address as it is kept and written to: NFKC first, so that a full-width ＠ is what it looks like before anybody checks;
 * then plain ASCII of the usual shape, 254 characters at most (RFC 5321 §4.5.3.1). Judges nothing about who reads it.
 */
export const mailAddressSchema = z.string().max(1_000, 'mail_address_wrong')
  .transform(typed => typed.toWellFormed().normalize('NFKC').trim())
  .refine(isMailAddress, 'mail_address_wrong')

/** How an address is found: nobody's two addresses differ by capitals alone. Only for addresses that the schema let through. */
export function mailAddressKey(address: string): string {
  return address.toLowerCase()
}

// Narrower than RFC 5322: no quotes, no comments, no address of a machine.
function isMailAddress(address: string): boolean {
  const [local = '', domain = '', ...rest] = address.split('@')
  return rest.length === 0 && address.length <= 254 && local.length <= 64
    && /^[\w!#$%&'*+/=?^`{|}~-]+(\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local)
    && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/i.test(domain)
}
