import { and, eq, isNull } from 'drizzle-orm'
import type { FollowSubject } from '@/domain/following/subjects'
import type { Transaction } from '../connection'
import { cases, people, tags } from '../schema'

/** Whether there is something of which its followers would hear: a case in sight, a tag in use, a person who is here. */
export async function canBeFollowed(tx: Transaction, subject: FollowSubject, target: string): Promise<boolean> {
  const id = Number(target)
  switch (subject) {
    case 'case': return await tx.$count(cases, and(eq(cases.id, id), eq(cases.state, 'live'))) > 0
    case 'tag': return await tx.$count(tags, and(eq(tags.id, id), isNull(tags.retiredAt))) > 0
    case 'person': return await tx.$count(people, and(eq(people.id, id), isNull(people.leftAt))) > 0
    // Held by the draft; a figure also by what it says.
    case 'filter':
    case 'figure': return true
  }
}
