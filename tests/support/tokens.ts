import { randomBytes } from 'node:crypto'
import { permit } from '@/domain/permission'
import type { Scope } from '@/domain/people/api-token'
import type { Member, Role } from '@/domain/people/viewer'
import { makeToken } from '@/db/people/api-tokens'
import { createPerson, personById } from '@/db/people/people'
import type { Transaction } from '@/db/connection'

/** A new person and a token of his, with these scopes; answers the token. */
export async function someToken(tx: Transaction, scopes: Scope[], { role = 'member', name }: { role?: Role; name?: string } = {}): Promise<string> {
  const now = Date.now()
  const id = await createPerson(tx, { name: name ?? `令牌${randomBytes(4).toString('hex')}`, passwordHash: null, role, now })
  return tokenFor(tx, id!, scopes)
}

/** A token of this person with these scopes. */
export async function tokenFor(tx: Transaction, personId: number, scopes: Scope[], expiresAt: number | null = null): Promise<string> {
  const person = await personById(tx, personId)
  const member: Member = { kind: 'member', id: personId, name: person!.name, role: person!.role, suspended: false, sessionId: 0 }
  const permission = permit('make_token', member, { scopes })
  if ('refused' in permission) throw new Error(`${person!.name} may not have a token for ${scopes.join()}.`)
  const token = await makeToken(tx, permission.permitted, { name: '测试', scopes, twoSteps: scopes.includes('moderate'), expiresAt, now: Date.now() })
  if (!token) throw new Error(`${person!.name} has too many tokens.`)
  return token
}
