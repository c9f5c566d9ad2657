import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import type { BulkDeed } from '@/domain/moderation/batch'
import type { Permitted } from '@/domain/permission'
import { refreshCase } from '../../cases/refresh'
import type { Transaction } from '../../connection'
import { notify } from '../../people/notify'
import { holdsOn } from '../../people/suspensions'
import { cases, hidings, people, suspensions, taggings, tags, tagSuggestions } from '../../schema'
import { settleAppeal } from '../appeal-items'
import { plantTags } from '../tags'
import { tagAsItIs } from '../tagging'
import { addUse } from '../tag-uses'

export type Item = { subject: 'case' | 'person'; id: number }

/** `by` and `at` of the first act tell its rows from those somebody wrote afterwards. */
type Doing = { because: string; now: number; act: number }
type Undoing = Doing & { by: number; at: number }

type Deed = {
  /** Of these cases, what it changed. */
  do: (tx: Transaction, permitted: Permitted<'act_in_bulk'>, caseIds: number[], doing: Doing) => Promise<Item[]>
  /** Of what it had changed, what it could change back. */
  undo: (tx: Transaction, permitted: Permitted<'act_in_bulk'>, ids: number[], undoing: Undoing) => Promise<Item[]>
}

// The log has one line for all of it, so these write none; each author is told of his own case.

/** The tag that says of a case that it looks made up with others, and takes it out of the figures. */
const coordinated = 'coordinated'

export const deeds: Record<BulkDeed, Deed> = {
  leave_figures: {
    async do(tx, permitted, ids, { because, now }) {
      const tag = await tagOf(tx)
      if (!tag) return []
      const changed: Item[] = []
      for (const it of await casesOf(tx, ids)) {
        // A mark that says a moderator has checked it means that another has.
        if (it.authorId === permitted.by.id) continue
        const added = await tx.insert(taggings).values({ caseId: it.id, tagId: tag.id, byId: permitted.by.id, reason: because, at: now })
          .onConflictDoNothing().returning({ caseId: taggings.caseId })
        if (added.length === 0) continue
        await tx.delete(tagSuggestions).where(and(eq(tagSuggestions.caseId, it.id), eq(tagSuggestions.slug, coordinated)))
        await tell(tx, permitted, it, { kind: 'tagged', details: { ...tagAsItIs(tag), reason: because }, now })
        await refreshCase(tx, it.id)
        changed.push({ subject: 'case', id: it.id })
      }
      return changed
    },
    async undo(tx, permitted, ids, { because, now, by, at }) {
      const tag = await tagOf(tx)
      if (!tag) return []
      const changed: Item[] = []
      for (const it of await casesOf(tx, ids)) {
        if (it.authorId === permitted.by.id) continue
        const removed = await tx.delete(taggings).where(and(
          eq(taggings.caseId, it.id), eq(taggings.tagId, tag.id), eq(taggings.byId, by), eq(taggings.at, at),
        )).returning({ counted: taggings.counted })
        if (removed.length === 0) continue
        if (removed[0]!.counted) await addUse(tx, tag.id, -1)
        await tell(tx, permitted, it, { kind: 'untagged', details: { ...tagAsItIs(tag), reason: because }, now })
        await refreshCase(tx, it.id)
        changed.push({ subject: 'case', id: it.id })
      }
      return changed
    },
  },

  hide: {
    async do(tx, permitted, ids, { because, now }) {
      const changed: Item[] = []
      for (const it of await casesOf(tx, ids)) {
        if (it.state !== 'live') continue
        await tx.insert(hidings).values({ subject: 'case', subjectId: it.id, byId: permitted.by.id, reason: because, at: now })
        await tx.update(cases).set({ state: 'hidden' }).where(eq(cases.id, it.id))
        await refreshCase(tx, it.id)
        await tell(tx, permitted, it, { kind: 'hidden', details: { subject: 'case', reason: because }, now })
        changed.push({ subject: 'case', id: it.id })
      }
      return changed
    },
    async undo(tx, permitted, ids, { because, now, by, at }) {
      const changed: Item[] = []
      for (const it of await casesOf(tx, ids)) {
        // Nobody shows again what he wrote himself.
        if (it.state !== 'hidden' || it.authorId === permitted.by.id) continue
        const lifted = await tx.update(hidings).set({ liftedAt: now, liftedById: permitted.by.id, liftedReason: because }).where(and(
          eq(hidings.subject, 'case'), eq(hidings.subjectId, it.id), eq(hidings.byId, by), eq(hidings.at, at), isNull(hidings.liftedAt),
        )).returning({ id: hidings.id })
        if (lifted.length === 0) continue
        await tx.update(cases).set({ state: 'live' }).where(eq(cases.id, it.id))
        await settleAppeal(tx, { kind: 'case', caseId: it.id, replyId: null, personId: null }, { byId: null, decision: 'gone', reason: '', now })
        await refreshCase(tx, it.id)
        await tell(tx, permitted, it, { kind: 'restored', details: { subject: 'case', reason: because }, now })
        changed.push({ subject: 'case', id: it.id })
      }
      return changed
    },
  },

  suspend: {
    async do(tx, permitted, ids, { because, now }) {
      const authors = [...new Set((await casesOf(tx, ids)).map(it => it.authorId).filter(id => id !== null))]
      const changed: Item[] = []
      for (const id of await members(tx, authors, permitted.by.id)) {
        if ((await holdsOn(tx, id, now)).some(it => it.kind === 'suspension')) continue
        await tx.insert(suspensions).values({ personId: id, kind: 'suspension', byId: permitted.by.id, reason: because, at: now, endsAt: null })
        await notify(tx, { personId: id, kind: 'suspended', actorId: permitted.by.id, details: { reason: because }, now })
        changed.push({ subject: 'person', id })
      }
      return changed
    },
    async undo(tx, permitted, ids, { because, now, by, at }) {
      const changed: Item[] = []
      for (const id of ids) {
        const lifted = await tx.update(suspensions).set({ liftedAt: now, liftedById: permitted.by.id }).where(and(
          eq(suspensions.personId, id), eq(suspensions.kind, 'suspension'), eq(suspensions.byId, by), eq(suspensions.at, at),
          isNull(suspensions.liftedAt),
        )).returning({ id: suspensions.id })
        if (lifted.length === 0) continue
        await settleAppeal(tx, { kind: 'suspension', personId: id, caseId: null, replyId: null }, { byId: null, decision: 'gone', reason: '', now })
        await notify(tx, { personId: id, kind: 'suspension_lifted', actorId: permitted.by.id, details: { reason: because }, now })
        changed.push({ subject: 'person', id })
      }
      return changed
    },
  },
}

type Theirs = { id: number; authorId: number | null; state: string }

// Read once for all; a case that its author withdrew in the meantime is nobody's any more.
async function casesOf(tx: Transaction, ids: number[]): Promise<Theirs[]> {
  const found: Theirs[] = []
  for (let from = 0; from < ids.length; from += 500) {
    found.push(...await tx.select({ id: cases.id, authorId: cases.authorId, state: cases.state }).from(cases)
      .where(and(inArray(cases.id, ids.slice(from, from + 500)), inArray(cases.state, ['live', 'hidden']))))
  }
  return found.sort((a, b) => a.id - b.id)
}

// Who keeps the room is not silenced by the score; an administrator does that by name.
async function members(tx: Transaction, ids: number[], butFor: number): Promise<number[]> {
  const found: number[] = []
  for (let from = 0; from < ids.length; from += 500) {
    const rows = await tx.select({ id: people.id }).from(people).where(and(
      inArray(people.id, ids.slice(from, from + 500)), eq(people.role, 'member'), isNull(people.leftAt), ne(people.id, butFor),
    ))
    found.push(...rows.map(({ id }) => id))
  }
  return found.sort((a, b) => a - b)
}

async function tagOf(tx: Transaction): Promise<typeof tags.$inferSelect | null> {
  const known = () => tx.select().from(tags).where(and(eq(tags.slug, coordinated), eq(tags.leavesFigures, true)))
  const [tag] = await known()
  if (tag) return tag
  // A site that began without the starting data has no book of tags yet.
  await plantTags(tx)
  return (await known())[0] ?? null
}

async function tell(
  tx: Transaction, permitted: Permitted<'act_in_bulk'>, it: Theirs, { kind, details, now }: { kind: string; details: Record<string, string>; now: number },
): Promise<void> {
  await notify(tx, { personId: it.authorId, kind, caseId: it.id, actorId: permitted.by.id, details, now })
}
