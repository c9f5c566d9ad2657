import { describe, expect, test } from 'vitest'
import { recompute, type Recomputed } from '../../../domain/statistics/recompute'
import { readWaits } from '../../../domain/statistics/wait-table'
import r from './fixtures/recompute.json'

// The numbers are R's (fixtures/recompute.R); null, as ours is once written, is R's NaN. Two differences are R's and wanted: where a band rises
// again our limits take its first crossing, and where the last step lies flat at a quantile ours is that step's middle.
type Numbers = (number | null)[]
type Incidence = { estimate: Numbers, se: Numbers, lower: Numbers, upper: Numbers }
type Curve = Record<'time' | 'at_risk' | 'event' | 'censor' | 'survival' | 'se' | 'lower' | 'upper' | 'quantile', Numbers>
  & { cif?: Record<string, Incidence> }
type Table = {
  csv: string, conf: string, all: Curve, groups?: Record<string, Curve>,
  logrank?: { chisq: Numbers, observed: Numbers, expected: Numbers },
}

describe.each(Object.entries(r as unknown as Record<string, Table>))('%s', (_, table) => {
  const { waits, grouped } = readWaits(table.csv)
  const band = table.conf as 'log' | 'log-log'
  const ours: Written = JSON.parse(JSON.stringify(recompute(waits, grouped, band)))

  test('is R’s table to 1e-9, and of every cause to 1e-7', () => {
    agreeAll(ours, table.all)
    for (const [name, curve] of Object.entries(table.groups ?? {})) agreeAll(ours.groups[name]!, curve)
    expect(Object.keys(ours.groups)).toEqual(Object.keys(table.groups ?? {}))
  })

  if (table.logrank) test('is R’s log-rank to 1e-9', () => {
    agree([ours.logrank!.chisq], table.logrank!.chisq, 1e-9)
    agree(ours.logrank!.observed, table.logrank!.observed, 1e-9)
    agree(ours.logrank!.expected, table.logrank!.expected, 1e-9)
  })
})

test('2 of 3 ended, one by each cause: 1/3 each, and a third waits', () => {
  const { n, events, censored, survival, cif, logrank, groups } = recompute(readWaits('time,status\n1,1\n2,2\n3,0').waits, false, 'log-log')
  expect([n, events, censored, logrank, groups]).toEqual([3, 2, 1, null, {}])
  expect(survival.map(share => Math.round(share * 3))).toEqual([2, 1, 1])
  expect(Object.values(cif).map(({ estimate }) => estimate.at(-1)!.toFixed(9))).toEqual(['0.333333333', '0.333333333'])
})

test('groups called 10, 9 and a come in the order of their names in the answer, with their own sums', () => {
  const { groups, logrank } = recompute(readWaits('group,time,status\n10,1,1\na,2,1\n9,3,1\na,3,0').waits, true, 'log-log')
  expect(Object.keys(groups)).toEqual(['9', '10', 'a'])
  expect(logrank!.observed).toEqual([1, 1, 1])
})

test('one group, and groups in which nothing ended, are compared with nobody: null, not 0', () => {
  expect(recompute(readWaits('time,status,group\n1,1,a').waits, true, 'log-log').logrank)
    .toEqual({ chisq: null, df: 0, p: null, observed: [1], expected: [1] })
  expect(recompute(readWaits('time,status,group\n1,0,a\n1,0,b').waits, true, 'log-log').logrank)
    .toEqual({ chisq: null, df: 0, p: null, observed: [0, 0], expected: [0, 0] })
})

test('101 groups are more than can be compared', () => {
  const rows = Array.from({ length: 101 }, (_, at) => `1,1,g${at}`)
  expect(() => recompute(readWaits(['time,status,group', ...rows].join('\n')).waits, true, 'log')).toThrow('column group: of its 101 groups')
})

/** As somebody reads it who ran the command. */
type Written = ReturnType<typeof recompute>

function agreeAll(ours: Recomputed, theirs: Curve): void {
  for (const name of ['time', 'at_risk', 'event', 'censor'] as const) expect(ours[name]).toEqual(theirs[name])
  for (const name of ['survival', 'se', 'lower', 'upper'] as const) agree(ours[name], theirs[name], 1e-9)
  agree(Object.values(ours.quantiles).map(({ value }) => value), theirs.quantile, 1e-9)
  for (const [cause, incidence] of Object.entries(theirs.cif ?? {})) {
    agree(ours.cif[cause]!.estimate, incidence.estimate, 1e-9)
    for (const name of ['se', 'lower', 'upper'] as const) agree(ours.cif[cause]![name], incidence[name], 1e-7)
  }
}

function agree(ours: Numbers, theirs: Numbers, within: number): void {
  expect(ours.length).toBe(theirs.length)
  const apart = ours.flatMap((value, i) => {
    const other = theirs[i] ?? null
    const same = value === null || other === null ? value === other : Math.abs(value - other) <= within * Math.max(1, Math.abs(other))
    return same ? [] : [{ i, ours: value, theirs: other }]
  })
  expect(apart).toEqual([])
}
