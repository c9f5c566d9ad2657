import { describe, expect, test } from 'vitest'
import kept from '../../../domain/simulation/bias-table.json'
import { mediansOf, scenarios } from '../../../scripts/simulate-bias'

// `npm run simulate -- bias` writes the whole table with 60 runs; here each way of reporting is run 8 times.
const long = scenarios.filter(({ days }) => days === 120)
const young = scenarios.filter(({ days }) => days === 20)
const runs = new Map(scenarios.map(scenario => [scenario, mediansOf(scenario, 8, 3000)]))
const off = (median: unknown) => Math.abs(Number(median) / 5 - 1)

describe('a truth of 5.00 days, told over 120 days', () => {
  test.each(long)('$reporting: the settled median is at most 2 % off', scenario => {
    expect(off(runs.get(scenario)!.settled)).toBeLessThan(0.02)
  })

  test.each(long)('$reporting: finished cases alone come out shorter than settled ones by 2 to 50 %', scenario => {
    const { finished_only, settled } = runs.get(scenario)!
    expect(Number(finished_only) / Number(settled)).toBeLessThan(0.98)
    expect(Number(finished_only) / Number(settled)).toBeGreaterThan(0.5)
  })

  test('where some are never heard of again, waiting until now and 3 days of grace come out 8 % or more too long', () => {
    for (const reporting of ['any_half_back', 'both_half_back']) {
      const { until_now, grace } = medians(reporting)
      expect(Number(until_now)).toBeGreaterThan(5.4)
      expect(Number(grace)).toBeGreaterThan(5.4)
    }
    expect(medians('any_none_back').until_now).toBe('not_reached')
  })

  test('mixed entry is 10 to 50 % short wherever somebody first reports while waiting', () => {
    for (const { reporting } of long.filter(({ anyState }) => anyState > 0)) {
      expect(Number(medians(reporting).mixed_entry)).toBeLessThan(4.5)
    }
  })

  test('delayed entry alone has nobody to count in 2 of 7', () => {
    expect(long.filter(({ reporting }) => medians(reporting).delayed_entry === 'no_data').map(({ reporting }) => reporting))
      .toEqual(['any_none_back', 'finished'])
  })
})

test('on a site of 20 days the settled median is 4 to 15 % short, and finished cases alone 20 % or more', () => {
  for (const scenario of young) {
    const { settled, finished_only } = runs.get(scenario)!
    expect(off(settled)).toBeGreaterThan(0.04)
    expect(off(settled)).toBeLessThan(0.15)
    expect(off(finished_only)).toBeGreaterThan(0.2)
  }
})

test('what /method shows was made so: 11 rows of 60 runs of 3,000 cases, and 8 runs come within 4 % of each median', () => {
  expect([kept.runs, kept.cases, kept.rows.length]).toEqual([60, 3000, 11])
  for (const [i, scenario] of scenarios.entries()) {
    const { medians, ...about } = kept.rows[i]!
    expect(about).toEqual(scenario)
    const { from_start, settled, finished_only, mixed_entry } = runs.get(scenario)!
    const ours = [from_start, settled, finished_only, mixed_entry]
    const theirs = [medians.from_start, medians.settled, medians.finished_only, medians.mixed_entry]
    theirs.forEach((median, way) => expect(Math.abs(Number(ours[way]) / Number(median) - 1)).toBeLessThan(0.04))
  }
})

function medians(reporting: string) {
  return runs.get(long.find(it => it.reporting === reporting)!)!
}
