import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Case } from '@/domain/case/case'
import type { CaseEvent } from '@/domain/case/event'
import type { Facts } from '@/domain/case/facts'
import { minuteOf } from '@/domain/case/interval'
import { targetIn } from '@/domain/following/draft'
import { hasMoved, lookAtFigureEvery, lookAtUncountedEvery, type FigureStand } from '@/domain/following/figure-stand'
import type { Member } from '@/domain/people/viewer'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { storeCase } from '@/db/cases/store'
import { hearWhatToCount } from '@/db/figures/beforehand/channel'
import { Counter } from '@/db/figures/beforehand/counter'
import { figureStands, lookAtFigures } from '@/db/following/figures'
import { follow } from '@/db/following/follow'
import { follows, notifications } from '@/db/schema'
import { wordsFor } from '@/messages/words'
import { sayNotice } from '@/messages/say-notice'
import { inProcess, useDatabase } from '../support/database'
import { somebody } from '../support/threads'

useDatabase('per test')

const target = 'stage=first_call'
let now: number, told: number
let reader: Member

beforeEach(async () => {
  now = Date.parse('2026-11-24T12:00:00+08:00')
  told = 0
  reader = await somebody('梅')
})

/** As many cases, each somebody's own, paid half a year ago and called so many minutes later. */
const calledAfter = (waits: number[]) => write(async tx => {
  for (const wait of waits) {
    const paid = minuteOf(now) - 180 * 1440 + told++ * 60
    const at = (minute: number): [number, number] => [minute, minute]
    const it = {
      ref: null, source: 'own', evidence_tier: 0, created_at: now, retrospective: false, last_confirmed: null,
      facts: { process: 'certification', subject: 'personal', category: 'tool' } as Facts,
      events: [{ type: 'paid', order: 1, round: 1, at: at(paid) }, { type: 'called', order: 1, round: 1, at: at(paid + wait) }] as CaseEvent[],
    } as Case
    await storeCase(tx, { case: it, authorId: null, account: `a${told}`, now })
  }
})
const waits = (n: number, from: number) => Array.from({ length: n }, (_, at) => from + at)
const followFrom = (target: string, look: { stand?: FigureStand; checkAt: number }) => write(async tx => {
  const permission = permit('follow', reader, null)
  if ('permitted' in permission) await follow(tx, permission.permitted, { subject: 'figure', target, now, ...look })
})
const begin = async () => {
  const stand = await figureStands(await read(), target, now) as FigureStand
  await followFrom(target, { stand, checkAt: now + lookAtFigureEvery })
  return stand
}
const news = async () => (await read()).select().from(notifications).where(eq(notifications.personId, reader.id))
const nextDay = async () => {
  now += lookAtFigureEvery
  return lookAtFigures(now)
}

describe('who follows a median', () => {
  test('is told when it lies beyond the interval it had, with both, and not again while it stays there', async () => {
    await calledAfter(waits(20, 20))
    const stand = await begin()
    await calledAfter(waits(60, 300))
    await nextDay()
    const [told, ...more] = await news()
    expect(more).toEqual([])
    expect(told).toMatchObject({ kind: 'followed_figure', details: { figure: target, before: String(stand.value), before_scale: 'minute' } })
    expect(Number(told!.details.after)).toBeGreaterThan(stand.high!)
    expect(sayNotice({ ...told!, actor: null, caseTitle: null }, 'zh', wordsFor('zh'))).toMatch(/首次.*一半的人从 \d+ 分钟 变为 \d 小时/)
    await nextDay()
    expect(await news()).toHaveLength(1)
  })

  test('is not told of a move within the interval', async () => {
    await calledAfter(waits(20, 20))
    const stand = await begin()
    await calledAfter([Math.round(stand.value), Math.round(stand.value)])
    await nextDay()
    expect(await news()).toEqual([])
  })

  test('is looked at once a day at most, and once when 2 processes look', async () => {
    await calledAfter(waits(20, 20))
    await begin()
    await calledAfter(waits(60, 300))
    now += lookAtFigureEvery - 1
    expect(await lookAtFigures(now)).toBe(0)
    now += 1
    await Promise.all([lookAtFigures(now), lookAtFigures(now)])
    expect(await news()).toHaveLength(1)
    expect(await lookAtFigures(now)).toBe(0)
  })
})

// A PostgreSQL inside of the process has no other thread that could count.
test.skipIf(inProcess)('a figure of very many cases is not counted when it is looked at: it is asked for, looked at again soon, and has a stand then', async () => {
  const narrow = 'subject=personal&category=tool&stage=first_call'
  const counter = new Counter()
  let heardAt = now
  const stopHearing = hearWhatToCount(ask => counter.hear(ask, heardAt))
  const stand = async () => (await (await read()).select({ stand: follows.stand }).from(follows))[0]!.stand
  // What is asked is heard in its own time.
  const heard = () => vi.waitFor(async () => expect(await counter.next(now)).toBe(true))
  process.env.FIGURES_AT_ONCE = '10'
  try {
    await calledAfter(waits(20, 20))
    expect(await figureStands(await read(), narrow, now)).toBe('counting')
    await followFrom(narrow, { checkAt: now })
    expect([await lookAtFigures(now), await lookAtFigures(now), await stand()]).toEqual([1, 0, null])
    await heard()
    now += lookAtUncountedEvery
    expect([await lookAtFigures(now), await stand()]).toEqual([1, expect.objectContaining({ n: 20, scale: 'minute' })])
    await calledAfter(waits(60, 300))
    now += lookAtFigureEvery
    heardAt = now
    expect([await lookAtFigures(now), await news()]).toEqual([1, []])
    await heard()
    now += lookAtUncountedEvery
    expect([await lookAtFigures(now), (await news()).length]).toEqual([1, 1])
  } finally {
    stopHearing()
    delete process.env.FIGURES_AT_ONCE
  }
})

test('a figure of 4 people says nothing, so there is nothing to follow', async () => {
  await calledAfter(waits(4, 20))
  expect(await figureStands(await read(), target, now)).toBeNull()
  expect(await figureStands(await read(), 'stage=nothing', now)).toBeNull()
})

test('a median has moved beyond either limit, past no open end, and when its unit is another', () => {
  const stand: FigureStand = { value: 30, low: 20, high: 40, scale: 'minute', n: 20, at: 0 }
  const now = (value: number, more = {}) => hasMoved({ ...stand, ...more }, { ...stand, value })
  expect([now(19), now(20), now(40), now(41), now(41, { high: null }), now(19, { low: null })]).toEqual([true, false, false, true, false, false])
  expect(hasMoved({ ...stand, scale: 'day' }, stand)).toBe(true)
})

test('a figure is followed under one address, however it was asked for', () => {
  const written = 'subject=personal&stage=first_call'
  for (const given of [written, 'stage=first_call&subject=personal', 'process=certification&layer=own&stage=first_call&subject=personal']) {
    expect(targetIn('figure', given)).toBe(written)
  }
  for (const given of ['', 'subject=personal', 'stage=nothing', 'stage=first_call&subject=nobody', 'process=filing&stage=first_call']) {
    expect([given, targetIn('figure', given)]).toEqual([given, null])
  }
})
