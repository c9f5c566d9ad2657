import { expect, test } from 'vitest'
import { calibrationOf, type KnownForecast } from '../../../domain/figures/calibration'
import { times } from '../statistics/spells'

let people = 0

/** Promised: a tenth by 10 minutes more, half by 50, three quarters by 75, nine tenths by 90. */
function forecast(after: number | null, facts: Partial<KnownForecast> = {}): KnownForecast {
  return {
    stage: 'decision', account: `person ${++people}`, scale: 'minute', waited: 30, p10: 10, p50: 50, p75: 75, p90: 90, after, cause: 1, ...facts,
  }
}

const came = (after: readonly number[], facts: Partial<KnownForecast> = {}) => after.map(it => forecast(it, facts))
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

test('100 that end after 1, 2, … 100 minutes: 9 too early, 81 within, 10 too late, 50 by the half, 75 by three quarters', () => {
  const line = calibrationOf(came(upTo(100)))
  const share = (kept: { share: number } | null) => Number(kept!.share.toFixed(6))
  expect([line.n, line.ended, line.waiting]).toEqual([100, 100, 0])
  expect([line.early, line.inside, line.late, line.by_half, line.by_three_quarters].map(share)).toEqual([0.09, 0.81, 0.1, 0.5, 0.75])
  // Wilson of 81 in 100.
  expect([line.inside!.lower, line.inside!.upper].map(it => Number(it.toFixed(3)))).toEqual([0.722, 0.875])
})

test('who still waits is neither dropped nor missed: half of 100 lost after 40 minutes leave the shares as they were', () => {
  const ends = upTo(100)
  const lost = came(ends.map(end => Math.min(end, 40)), {}).map((it, i) => ({ ...it, cause: ends[i]! > 40 ? 0 : 1 }))
  const line = calibrationOf([...came(ends), ...lost])
  expect(line.inside!.share).toBeCloseTo(0.81, 10)
  expect(line.late!.share).toBeCloseTo(0.1, 10)
  // Dropped, they would leave 71 and then some within; counted as missed, far fewer.
  const dropped = calibrationOf([...came(ends), ...lost.filter(({ cause }) => cause > 0)])
  expect(dropped.late!.share).toBeLessThan(0.08)
})

test('who still waited after the 90 % point is late already, whenever it ends: 20 of 100', () => {
  const line = calibrationOf([...came(upTo(80)), ...came(times(20, 95), { cause: 0 })])
  expect([line.ended, line.waiting]).toEqual([80, 20])
  expect(line.late!.share).toBeCloseTo(0.2, 12)
})

test('an end on a promised day keeps the promise, also where two points fall on one day', () => {
  const promise = { scale: 'day', p10: 0, p50: 0, p75: 2, p90: 4 } as const
  const line = calibrationOf([...came(times(6, 0), promise), ...came(times(2, 2), promise), ...came(times(1, 4), promise), ...came(times(1, 5), promise)])
  expect([line.early!.share, line.by_half!.share, line.by_three_quarters!.share].map(it => Number(it.toFixed(9)))).toEqual([0, 0.6, 0.8])
  expect([line.inside!.share, line.late!.share].map(it => Number(it.toFixed(9)))).toEqual([0.9, 0.1])
})

test('where no 90 % point was promised, nobody can be late for it: 30 judged up to the half, nothing said of the window', () => {
  const line = calibrationOf(came(upTo(60).map(n => 2 * n), { p75: null, p90: null }))
  expect(line.by_half!.share).toBeCloseTo(25 / 60, 10)
  expect([line.inside, line.late, line.by_three_quarters]).toEqual([null, null, null])
})

test('9 people are too few for shares, 4 for counts to be more than counts, and an end known too roughly has no place', () => {
  expect(calibrationOf(came(upTo(9)))).toMatchObject({ n: 9, suppressed: 'counts_only', inside: null })
  expect(calibrationOf(came(upTo(4)))).toMatchObject({ suppressed: 'few_accounts', inside: null })
  expect(calibrationOf([...came(upTo(20)), forecast(null)])).toMatchObject({ n: 20, left_out: 1 })
  expect(calibrationOf([])).toMatchObject({ n: 0, stages: [] })
})

test('stages stand apart: 20 of one and 12 of another', () => {
  const { n, stages } = calibrationOf([...came(upTo(20)), ...came(upTo(12), { stage: 'first_call' })])
  expect([n, stages.map(({ stage, n }) => [stage, n])]).toEqual([32, [['first_call', 12], ['decision', 20]]])
})
