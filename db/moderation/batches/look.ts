import { and, eq, isNull } from 'drizzle-orm'
import { nameOf } from '@/domain/moderation/batch'
import { read, write, type Transaction } from '../../connection'
import { entrust } from '../../outbox/entrust'
import { suspicions } from '../../schema'
import { queueUp } from '../queue/queue-up'
import { influencesOf, type Influence } from './jumps'
import { recentBatches } from './recent'

/** Looked at once in so many milliseconds at most, at their end. */
const between = 600_000

/** Has the figures looked at, soon after a case was told, by whichever process comes to it; once for all that come meanwhile. */
export async function askForALook(tx: Transaction, now: number): Promise<void> {
  const window = Math.floor(now / between)
  await entrust(tx, { kind: 'look_for_jumps', key: `look:${window}`, payload: {}, now, dueAt: (window + 1) * between })
}

/** A wider batch that is hardly larger than a closer one says nothing that this one has not said. */
const mostlyTheSame = 0.8
/** What was found honest is asked about again once it has grown by so much. */
const grownAnew = 1.5

/**
 * Looks at every batch told lately, and writes down which figures stand elsewhere without it: each is under review until a
 * moderator has left the batch out or found it honest. Answers how many are. Reads and computes outside of the write, which
 * lays the findings down in one go; two that look at once find the same.
 * @param also what else belongs into that write
 */
export async function lookForJumps(now: number, also: (tx: Transaction) => Promise<void> = async () => undefined): Promise<number> {
  const database = await read()
  const found: Influence[] = []
  for (const batch of await recentBatches(database, now)) {
    for (const influence of await influencesOf(database, batch, now)) {
      if (influence.jumps && !found.some(closer => saysTheSame(closer, influence))) found.push(influence)
    }
  }
  await write(async tx => {
    await also(tx)
    for (const jump of found) await suspect(tx, jump, now)
    const open = await tx.select().from(suspicions).where(isNull(suspicions.closedAt))
    for (const it of open.filter(it => !found.some(jump => isAbout(jump, it)))) {
      // It no longer moves what it moved: others have told since, or its cases have left by themselves.
      await tx.update(suspicions).set({ closedAt: now }).where(eq(suspicions.id, it.id))
    }
  })
  return found.length
}

type Suspicion = typeof suspicions.$inferSelect

async function suspect(tx: Transaction, { batch, process, stage, n, accounts, shown, without }: Influence, now: number): Promise<void> {
  const [known] = await tx.select().from(suspicions).where(and(
    eq(suspicions.kind, batch.kind), eq(suspicions.key, batch.key), eq(suspicions.process, process), eq(suspicions.stage, stage),
  ))
  const values = { cases: n, accounts, shown, without }
  if (!known) {
    const [added] = await tx.insert(suspicions).values({ ...batch, process, stage, ...values, foundAt: now }).returning({ id: suspicions.id })
    await bringUp(tx, added!.id, { batch, process, stage }, now)
    return
  }
  if (known.closedAt === null) {
    await tx.update(suspicions).set(values).where(eq(suspicions.id, known.id))
    return
  }
  if (known.verdict === 'honest' && n < known.cases * grownAnew) return
  await tx.update(suspicions).set({ ...values, foundAt: now, closedAt: null, closedById: null, verdict: null }).where(eq(suspicions.id, known.id))
  await bringUp(tx, known.id, { batch, process, stage }, now)
}

async function bringUp(tx: Transaction, id: number, { batch, process, stage }: Pick<Influence, 'batch' | 'process' | 'stage'>, now: number): Promise<void> {
  // One item a batch, however many figures it moves: it is decided on at once.
  await queueUp(tx, {
    kind: 'suspicion', subject: 'figure', subjectId: 0, mark: nameOf(batch), rank: 0,
    details: { kind: batch.kind, key: batch.key, process, stage, suspicion: String(id) }, now,
  })
}

const isAbout = ({ batch, process, stage }: Influence, it: Suspicion) =>
  batch.kind === it.kind && batch.key === it.key && process === it.process && stage === it.stage

const saysTheSame = (closer: Influence, wider: Influence) =>
  closer.process === wider.process && closer.stage === wider.stage && closer.n >= mostlyTheSame * wider.n
