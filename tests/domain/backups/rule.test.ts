import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backupName, backupsToKeep, madeAt } from '@/domain/backups/rule'

const hour = 3_600_000
const now = Date.UTC(2026, 10, 24, 17, 5)

test('of one an hour for 100 days all of the last 24 hours stay, the last of each of 14 days and of each of 8 weeks', () => {
  const made = Array.from({ length: 100 * 24 }, (_, at) => now - at * hour)
  const kept = backupsToKeep(made, now)
  expect(kept.filter(at => now - at < 24 * hour)).toHaveLength(24)
  const older = kept.filter(at => now - at >= 24 * hour)
  // The last of a day was made at 23:05, but for the day 14 days ago, of which only the beginning is out of reach.
  expect(new Set(older.map(at => new Date(at).toISOString().slice(11, 16)))).toEqual(new Set(['23:05']))
  expect(older.filter(at => now - at < 14 * 24 * hour)).toHaveLength(13)
  expect(older.filter(at => now - at >= 14 * 24 * hour)).toHaveLength(6)
})

test('what is left is kept again when nothing was made meanwhile, and the newest stays after a year of silence', () => {
  const made = Array.from({ length: 500 }, (_, at) => now - at * hour)
  const kept = backupsToKeep(made, now)
  expect(backupsToKeep(kept, now)).toEqual(kept)
  expect(backupsToKeep(made, now + 365 * 24 * hour)).toEqual([now])
})

test('made one after another and let go each time, there are never more than 46, and none of the last 24 is missing', () => {
  let kept: number[] = []
  for (let at = 0; at < 24 * 90; at++) {
    const clock = now + at * hour
    kept = backupsToKeep([...kept, clock], clock)
    expect(kept.length).toBeLessThanOrEqual(46)
    expect(kept.filter(it => clock - it < 24 * hour)).toHaveLength(Math.min(24, at + 1))
  }
  // From two days of the last eight weeks that lie a week apart, one can always go back to something in between.
  const gaps = kept.slice(1).map((it, at) => (it - kept[at]!) / (24 * hour))
  expect(Math.max(...gaps)).toBeLessThanOrEqual(7)
  expect((now + 24 * 90 * hour - kept[0]!) / (7 * 24 * hour)).toBeGreaterThan(7)
})

test('a name says its minute and comes back as it; nothing else is a backup', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 4_000_000_000_000 }), at => {
    expect(madeAt(backupName(at))).toBe(Math.floor(at / 60_000) * 60_000)
  }))
  for (const name of ['hourly-20261124T1705Z.db.77.part', 'backup-20261124T170500000Z.db', 'before-9.db', 'guoshen.db']) expect(madeAt(name)).toBeNull()
})
