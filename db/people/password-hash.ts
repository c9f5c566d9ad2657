import { hash, verify } from '@node-rs/argon2'
import { gateFor } from '@/domain/people/gate'
import { readPassword } from '@/domain/people/password'

// argon2id, 19 MiB, two passes, one lane: OWASP's floor, some 30 ms a try. The 2 names the algorithm; its enum
// exists at compile time only.
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

// Four at once are 76 MiB; fifty people signing in together wait for one another and not for the site.
const shared = globalThis as typeof globalThis & { guoshenHashGate?: ReturnType<typeof gateFor> }
const hashGate = (shared.guoshenHashGate ??= gateFor(4))

/** Hashes a new password; answers a PHC string that carries its own salt and cost. */
export function hashPassword(typed: string): Promise<string> {
  return hashGate(() => hash(readPassword(typed), cost))
}

/** True when the password made this hash. With no hash to compare it takes the same time and answers false. */
export async function verifyPassword(passwordHash: string | null, typed: string): Promise<boolean> {
  const known = passwordHash ?? await nobodysHash()
  // A megabyte of password is not hashed: none that long was ever accepted.
  const password = readPassword(typed).slice(0, 1_000)
  const right = await hashGate(() => verify(known, password))
  return right && passwordHash !== null
}

let nobody: Promise<string> | undefined
function nobodysHash(): Promise<string> {
  return (nobody ??= hashPassword('the password of a person who does not exist'))
}
