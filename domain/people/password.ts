import { commonPasswords } from './common-passwords'

/** In characters. ASVS 6.2.1 asks for 8, 6.2.9 for at least 64 to be taken whole. */
export const shortestPassword = 10
export const longestPassword = 128

export type PasswordProblem = 'password_short' | 'password_long' | 'password_common' | 'password_is_name'

/**
 * A password as it is hashed: NFKC, because a Chinese input method left in full width types ａ for a and nobody
 * sees the difference behind the dots (NIST SP 800-63B §3.1.1.2). Nothing is trimmed or cut.
 */
export function readPassword(typed: string): string {
  return typed.toWellFormed().normalize('NFKC')
}

/** What speaks against a new password (ASVS 6.2.4), or null. No rule asks for digits, capitals or signs. */
export function passwordProblem(typed: string, name: string): PasswordProblem | null {
  const password = readPassword(typed)
  const length = Array.from(password).length
  if (length < shortestPassword) return 'password_short'
  if (length > longestPassword) return 'password_long'
  const plain = password.toLowerCase()
  if (isCommon(plain) || new Set(plain).size <= 3 || isWalk(plain)) return 'password_common'
  if (isBuiltOn(plain, name.normalize('NFKC').toLowerCase())) return 'password_is_name'
  return null
}

function isCommon(plain: string): boolean {
  // Digits and signs around a common word are the first thing that is tried.
  const bare = plain.replace(/^[\d!@#$%^&*._?-]{0,8}|[\d!@#$%^&*._?-]{0,8}$/g, '')
  return commonPasswords.has(plain) || commonPasswords.has(bare)
}

// Six further characters beside the own name are too few to guess at.
function isBuiltOn(plain: string, name: string): boolean {
  return name.length >= 2 && plain.includes(name) && plain.replaceAll(name, '').length < 6
}

const walks = [
  '12345678901234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop',
  'azertyuiop',
  'qazwsxedcrfvtgbyhnujmikolp', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', 'zaq1xsw2cde3vfr4bgt5nhy6',
  '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0', '1a2s3d4f5g6h7j8k9l', 'a1s2d3f4g5h6j7k8l9', '1z2x3c4v5b6n7m',
  'z1x2c3v4b5n6m7', 'a1b2c3d4e5f6g7h8i9', '1a2b3c4d5e6f7g8h9i', '1029384756', 'qpwoeirutyalskdjfhgzmxncbv',
  '!@#$%^&*()', '~!@#$%^&*()_+',
].flatMap(walk => [walk, [...walk].reverse().join('')])

/** True when all but two characters are pieces, three or longer, of keyboard rows, sequences or earlier pieces. */
function isWalk(plain: string): boolean {
  let loose = 0
  for (let at = 0; at < plain.length;) {
    const step = longestPiece(plain, at)
    if (step < 3) loose++
    at += step < 3 ? 1 : step
  }
  return loose <= 2
}

function longestPiece(plain: string, at: number): number {
  const before = plain.slice(0, at)
  let length = 0
  while (at + length < plain.length && isPiece(plain.slice(at, at + length + 1), before)) length++
  return length
}

function isPiece(piece: string, before: string): boolean {
  return before.includes(piece) || new Set(piece).size === 1 || walks.some(walk => walk.includes(piece))
}
