import { eq, max } from 'drizzle-orm'
import { randomUUID } from 'node:crypto'
import type { Facts } from '@/domain/case/facts'
import type { Member, Role } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { placeUnder } from '@/domain/thread/path'
import { read, write, type Transaction } from '@/db/connection'
import { cases, people, replies } from '@/db/schema'
import { addReply } from '@/db/threads/add-reply'
import { replyById, threadCase } from '@/db/threads/reply'

// A case to talk under and people who talk, for tests of threads and search.

/** Stores a person and gives him a session's worth of trust. */
export async function somebody(name: string, role: Role = 'member'): Promise<Member> {
  // Every 林 is another person.
  const unique = randomUUID()
  const [row] = await write(tx => tx.insert(people).values({
    name, nameKey: unique, nameSkeleton: unique, role, pseudonym: unique, createdAt: 1_700_000_000_000,
  }).returning({ id: people.id }))
  return { kind: 'member', id: row!.id, name, role, suspended: false, sessionId: 1 }
}

/** A live case without events: only what its thread needs. */
export async function caseBy(author: Member | null, words = ''): Promise<number> {
  const [row] = await write(tx => tx.insert(cases).values({
    ref: randomUUID(), authorId: author?.id ?? null, account: 'a', source: 'own', retrospective: true,
    facts: { process: 'certification', subject: 'personal', category: 'tool' } as Facts,
    process: 'certification', subject: 'personal', category: 'tool', outcome: 'unknown', words, inFigures: false,
    createdAt: 1_700_000_000_000, activeAt: 1_700_000_000_000,
  }).returning({ id: cases.id }))
  return row!.id
}

/** Replies as this member, to the case itself or to a reply; answers the new reply's id. */
export function say(by: Member, caseId: number, words: string, parentId: number | null = null): Promise<number> {
  return write(tx => sayIn(tx, by, caseId, words, parentId))
}

/** As `say`, inside a write that goes on. */
export async function sayIn(
  tx: Transaction, by: Member, caseId: number, words: string, parentId: number | null = null, now = 1_700_000_100_000,
): Promise<number> {
  const permission = permit('reply', by, (await threadCase(tx, caseId))!)
  if ('refused' in permission) throw new Error(permission.refused)
  const added = await addReply(tx, permission.permitted, { caseId, parentId, words, device: null, now })
  if ('problem' in added) throw new Error(added.problem)
  return added.id
}

export async function replyRow(id: number) {
  return (await replyById(await read(), id))!
}

export async function caseSums(id: number) {
  const { discussionCount, replyCount } = (await threadCase(await read(), id))!
  return { discussions: discussionCount, replies: replyCount }
}

/**
 * Stores many replies at once, as addReply would place them: `parents[n]` is the number (not the id) of the reply
 * that reply n answers, null for the case itself. Answers their ids.
 */
export async function plantThread(by: Member, caseId: number, parents: readonly (number | null)[]): Promise<number[]> {
  // Far above the ids that the engine gives by itself, which it does not count on from these.
  const [top] = await (await read()).select({ id: max(replies.id) }).from(replies)
  const first = Math.max(1_000_000, (top?.id ?? 0) + 1)
  const placed: { id: number; path: Uint8Array }[] = []
  const rows = parents.map((parent, n) => {
    const place = placeUnder(parent === null ? null : placed[parent]!, first + n)
    placed.push({ id: first + n, path: place.path })
    const words = `第 ${n} 条`
    return {
      id: first + n, caseId, ...place, path: Buffer.from(place.path), authorId: by.id, words, html: `<p>${words}</p>`,
      renderVersion: 1, answerCount: 0, agreeCount: n % 7, createdAt: 1_700_000_000_000 + n,
    }
  })
  for (const row of rows) if (row.replyToId !== null) rows[row.replyToId - first]!.answerCount++
  await write(async tx => {
    for (let n = 0; n < rows.length; n += 500) await tx.insert(replies).values(rows.slice(n, n + 500))
    const heads = parents.filter(parent => parent === null).length
    await tx.update(cases).set({ discussionCount: heads, replyCount: rows.length - heads }).where(eq(cases.id, caseId))
  })
  return rows.map(row => row.id)
}
