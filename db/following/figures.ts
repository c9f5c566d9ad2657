import { and, asc, eq, isNotNull, lte } from 'drizzle-orm'
import { readFigure } from '@/domain/following/figure-address'
import { hasMoved, lookAtFigureEvery, lookAtUncountedEvery, standOf, type FigureStand } from '@/domain/following/figure-stand'
import { read, write, type Database, type Transaction } from '../connection'
import { figureFor } from '../figures/beforehand/ask'
import { notify } from '../people/notify'
import { follows } from '../schema'
import { tellWebhooks } from '../webhooks/tell'

/**
 * How a figure stands; null where its address means none, or it says nothing that could move. Nobody waits for one that is still being
 * counted: it is asked for, and has no stand yet.
 */
export async function figureStands(database: Database, target: string, now: number): Promise<FigureStand | 'counting' | null> {
  const it = readFigure(target)
  if (!it) return null
  const asked = { ...it.filter, stage: it.stage, clock: 'calendar', cohort: 'settled' } as const
  const figure = await figureFor(database, 'durations', asked, now, 0)
  return figure.suppressed === 'counting' ? 'counting' : standOf(figure, now)
}

const figuresAtATime = 20
const followersAtATime = 500

/**
 * Looks at the followed figures that are due, each once for all who follow it, and tells those for whom it has moved. What is
 * held back is told to nobody. Answers how many figures were looked at; `now` in epoch milliseconds.
 */
export async function lookAtFigures(now: number): Promise<number> {
  const isDue = and(isNotNull(follows.checkAt), lte(follows.checkAt, now))
  const due = await (await read()).selectDistinct({ target: follows.target }).from(follows).where(isDue).limit(figuresAtATime)
  for (const { target } of due) {
    const stand = await figureStands(await read(), target, now)
    if (stand === 'counting') {
      await write(tx => tx.update(follows).set({ checkAt: now + lookAtUncountedEvery }).where(and(isDue, eq(follows.subject, 'figure'), eq(follows.target, target))))
      continue
    }
    for (let more = true; more;) more = await write(tx => tellOf(tx, target, stand, now)) === followersAtATime
  }
  return due.length
}

async function tellOf(tx: Transaction, target: string, stand: FigureStand | null, now: number): Promise<number> {
  const rows = await tx.select().from(follows)
    .where(and(eq(follows.subject, 'figure'), eq(follows.target, target), lte(follows.checkAt, now)))
    .orderBy(asc(follows.id)).limit(followersAtATime)
  for (const { id, personId, stand: before } of rows) {
    const isNews = stand !== null && before !== null && hasMoved(before, stand)
    await tx.update(follows).set({ checkAt: now + lookAtFigureEvery, ...((isNews || before === null) && { stand }) }).where(eq(follows.id, id))
    if (!isNews) continue
    const details = {
      figure: target, before: String(before.value), before_scale: before.scale, after: String(stand.value), after_scale: stand.scale,
      n: String(stand.n),
    }
    await notify(tx, { personId, kind: 'followed_figure', details, now })
    const figure = { before: before.value, after: stand.value, scale_before: before.scale, scale_after: stand.scale, n: stand.n }
    const data = { followed: { subject: 'figure', target }, figure } as const
    await tellWebhooks(tx, [personId], { event: 'figure.moved', data, key: `figure:${id}:${now}`, now })
  }
  return rows.length
}
