import { eq } from 'drizzle-orm'
import type { Permitted } from '@/domain/permission'
import type { Role } from '@/domain/people/viewer'
import type { Transaction } from '../connection'
import { writeLog } from '../moderation/log'
import { people } from '../schema'
import { notify } from './notify'
import { findPersonByName, personById, type Person } from './people'

/** An administrator gives somebody a role. False when there is no such person or he has it already. */
export async function setRole(
  tx: Transaction, permitted: Permitted<'set_role'>,
  { personId, role, reason, now }: { personId: number; role: Role; reason: string; now: number },
): Promise<boolean> {
  const person = await personById(tx, personId)
  if (!person || person.role === role) return false
  await changeRole(tx, { person, role, act: 'set_role', actorId: permitted.by.id, reason, now })
  return true
}

/**
 * The keeper of the machine gives somebody a role from the command line. Answers the name as it is written and the
 * role before, or null when nobody has the name.
 */
export async function setRoleByName(
  tx: Transaction, name: string, role: Role, now = Date.now(),
): Promise<{ name: string; before: Role } | null> {
  const person = await findPersonByName(tx, name)
  if (!person) return null
  if (person.role !== role) await changeRole(tx, { person, role, act: 'set_role', actorId: null, reason: '', now })
  return { name: person.name, before: person.role }
}

/** Writes the role, its line in the log and the notice, together. */
export async function changeRole(
  tx: Transaction,
  change: {
    person: Person; role: Role; act: 'set_role' | 'first_admin'; actorId: number | null; reason: string; now: number
  },
): Promise<void> {
  const { person, role, act, actorId, reason, now } = change
  const details = { from: person.role, to: role }
  await tx.update(people).set({ role }).where(eq(people.id, person.id))
  await writeLog(tx, { at: now, actorId, act, personId: person.id, reason, details })
  await notify(tx, { personId: person.id, kind: 'role_changed', ...(actorId && { actorId }), details, now })
}
