import { and, desc, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Problem } from '@/domain/case/problem'
import type { Fields } from '@/domain/fields'
import type { Database, Transaction } from '../connection'
import { keptQuery } from '../engines/kept-query'
import { drafts } from '../schema'

export type Draft = typeof drafts.$inferSelect
export type DraftOwner = `p:${number}` | `b:${string}`

// Word for word what the index of these drafts says (db/schema/desk.ts).
const isOfBrowser = sql`substr(${drafts.owner}, 1, 2) = 'b:'`
// A person who keeps more than this many unfinished texts has forgotten the oldest.
const kept = 30
const forgottenAfterDays = 60

/** Keeps a form as it was typed, under its key. A key of somebody else's draft is left alone. */
export async function keepDraft(
  tx: Transaction,
  draft: { key: string; owners: string[]; act: string; back: string; body: Fields; problems: Problem[]; now: number },
): Promise<void> {
  const { key, owners, act, back, body, problems, now } = draft
  const owner = owners[0]
  if (!owner) return
  const [present] = await tx.select({ owner: drafts.owner }).from(drafts).where(eq(drafts.key, key))
  if (present && !owners.includes(present.owner)) return
  if (present) {
    await tx.update(drafts).set({ owner, act, back, body, problems, updatedAt: now }).where(eq(drafts.key, key))
    return
  }
  await tx.insert(drafts).values({ key, owner, act, back, body, problems, createdAt: now, updatedAt: now })
  await forgetOldest(tx, owner, now)
}

/** The draft under a key, if one of these owners wrote it. */
export async function draftOf(database: Database, key: string, owners: string[]): Promise<Draft | null> {
  if (owners.length === 0) return null
  const [draft] = await database.select().from(drafts).where(and(eq(drafts.key, key), inArray(drafts.owner, owners)))
  return draft ?? null
}

export async function draftsOf(database: Database, owner: string): Promise<Draft[]> {
  return database.select().from(drafts).where(eq(drafts.owner, owner)).orderBy(desc(drafts.updatedAt), drafts.key)
}

export async function dropDraft(tx: Transaction, key: string, owners: string[]): Promise<void> {
  for (const owner of owners) await drop(tx, { key, owner })
}

const drop = keptQuery(['key', 'owner'], (tx, { key, owner }) => tx.delete(drafts).where(and(eq(drafts.key, key), eq(drafts.owner, owner))))

/** Forgets what browsers that nobody signed in with have left before this (epoch milliseconds). */
export async function forgetBrowserDrafts(tx: Transaction, before: number): Promise<void> {
  await tx.delete(drafts).where(and(isOfBrowser, lt(drafts.updatedAt, before)))
}

async function forgetOldest(tx: Transaction, owner: string, now: number): Promise<void> {
  const rows = await tx.select({ key: drafts.key }).from(drafts)
    .where(eq(drafts.owner, owner)).orderBy(desc(drafts.updatedAt), drafts.key)
  const surplus = rows.slice(kept).map(row => row.key)
  if (surplus.length > 0) await tx.delete(drafts).where(inArray(drafts.key, surplus))
  await forgetBrowserDrafts(tx, now - forgottenAfterDays * 86_400_000)
}
