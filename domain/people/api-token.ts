import { z } from 'zod'
import { cleanLine } from '../text/clean'
import { countGraphemes } from '../text/graphemes'

/** What a token lets a program do; each by itself, none holds another. */
export const scopes = ['read', 'report', 'reply', 'moderate'] as const
export type Scope = (typeof scopes)[number]

/** How many tokens one person may hold. */
export const mostTokens = 20
const longestName = 40
/** Days until it ends; nothing: when it is revoked. */
export const lifetimes = ['7', '30', '90', '365', ''] as const

// One look tells everybody what it is: programs that search texts for secrets find it by its beginning, and by its end that it
// is no accident. Thirty characters of 62 are 178 bits of chance.
const prefix = 'guoshen_'
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const chanceLength = 30
const checkLength = 6
const form = new RegExp(`^${prefix}[0-9A-Za-z]{${chanceLength + checkLength}}$`)

/** A token made of random bytes; those that would make some characters likelier than others are passed over. */
export function tokenOf(bytes: Iterable<number>): string {
  let chance = ''
  for (const byte of bytes) {
    if (chance.length === chanceLength) break
    if (byte < 248) chance += alphabet[byte % 62]
  }
  if (chance.length < chanceLength) throw new Error('Too few random bytes for a token.')
  return prefix + chance + checkOf(chance)
}

/** How many random bytes surely hold enough that are not passed over: a shorter lot comes once in 2^70. */
export const chanceBytes = 64

/** Whether a text has the form of a token, its check included; whether anybody holds it is another question. */
export function isTokenForm(text: string): boolean {
  if (!form.test(text)) return false
  const chance = text.slice(prefix.length, -checkLength)
  return text.slice(-checkLength) === checkOf(chance)
}

/** make-token: which scopes, as often as the form has them; `days` from now until it ends. */
export const tokenDraft = z.object({
  name: z.string().transform(cleanLine)
    .refine(name => name !== '', 'token_name_needed')
    .refine(name => countGraphemes(name) <= longestName, 'token_name_long'),
  scopes: z.array(z.enum(scopes, 'not_in_list')).min(1, 'token_scope_needed').transform(list => scopes.filter(it => list.includes(it))),
  days: z.enum(lifetimes, 'not_in_list'),
})

/** CRC-32 (ISO 3309) of the random part, in six characters. */
function checkOf(chance: string): string {
  let crc = 0xffffffff
  for (const sign of chance) {
    crc ^= sign.charCodeAt(0)
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  let rest = (crc ^ 0xffffffff) >>> 0
  let check = ''
  for (let at = 0; at < checkLength; at++) {
    check = alphabet[rest % 62] + check
    rest = Math.floor(rest / 62)
  }
  return check
}
