import { expect, test } from 'vitest'
import { dayNumberOf, dayStart } from '../../../domain/case/interval'
import { estimateOf, waitedSince, type StartedSpell } from '../../../domain/figures/estimate'
import { nextStage, readEstimate, typedFor, writeEstimate } from '../../../domain/figures/estimate-address'
import { cameAfter, forecastIn } from '../../../domain/figures/forecast'
import type { FigureFilter } from '../../../domain/figures/filter'
import type { Stage } from '../../../domain/codes'
import type { StageSpell } from '../../../domain/statistics/scale'
import { days, spell, times, waits } from '../statistics/spells'

const now = dayStart(dayNumberOf('2026-11-24')!) + 600
const filter: FigureFilter = { process: 'certification', layer: 'own' }

function estimated(spells: StageSpell[], waited: { minutes: number; days: number }, stage: Stage = 'first_call') {
  return estimateOf({ filter, stage, waited }, spells.map(undated), now)
}

const undated = (it: StageSpell): StartedSpell => ({ startEarliest: null, startLatest: null, ...it })
const minutes = (minutes: number) => ({ minutes, days: 0 })

// 40 calls after 10, 20, … 400 minutes.
const ladder = Array.from({ length: 40 }, (_, i) => 10 * (i + 1))

test('of 40 called after 10, 20, … 400 minutes 20 waited longer than 200: half of them 100 to 110 more, and 20 are too few for three quarters', () => {
  const figure = estimated(waits(ladder), minutes(200))
  expect([figure.scale, figure.counted, figure.n, figure.waiting, figure.suppressed]).toEqual(['minute', 40, 20, 0, null])
  // 10 of 20 ended by 300, the 11th at 310; a curve flat at one half has its median in the middle.
  expect(figure.left['0.5'].value).toBe(105)
  expect(figure.left['0.75'].value).toBeNull()
  expect([figure.answered!.t, figure.answered!.share]).toEqual([200, expect.closeTo(0.5, 12)])
})

test('of the same 40, 30 waited longer than 100: three quarters of them, the 23rd, had a call 230 minutes later', () => {
  const figure = estimated(waits(ladder), minutes(100))
  expect([figure.n, figure.left['0.5'].value, figure.left['0.75'].value]).toEqual([30, 155, 230])
  // At 380 there were 3 left, which is too few to follow: the slowest tenth is not reached by 360 - 100.
  expect(figure.left['0.9']).toEqual({ value: null, lower: expect.anything(), upper: null, more_than: 260 })
})

test('9 who waited as long are 1 person too few: counts, what is missing, and the share of all that had a call', () => {
  const figure = estimated(waits(ladder), minutes(310))
  expect([figure.n, figure.suppressed, figure.missing]).toEqual([9, 'counts_only', { people: 1, ends: 0 }])
  expect([figure.left['0.5'].value, figure.course, figure.ended]).toEqual([null, [], [9, 0, 0]])
  expect(figure.answered!.share).toBeCloseTo(31 / 40, 12)
})

test('4 who waited as long are named to be read, counted no further, and compared with at the last time 5 were followed', () => {
  const told = waits(ladder)
  const figure = estimated(told, minutes(360))
  expect([figure.n, figure.suppressed, figure.ended, figure.cases]).toEqual([4, 'few_accounts', null, told.slice(36).map(({ caseId }) => caseId)])
  expect(figure.answered!.t).toBe(360)
})

test('on day 3 somebody may hear on day 3: 20 of the 30 not heard by day 2 do, so half hear today', () => {
  const figure = estimated(days([...times(10, 1), ...times(20, 3), ...times(10, 5)], { stage: 'decision' }), { minutes: 3 * 1440, days: 3 }, 'decision')
  expect([figure.scale, figure.waited, figure.n]).toEqual(['day', 3, 30])
  expect([figure.left['0.5'].value, figure.left['0.75'].value]).toEqual([0, 2])
  expect(figure.answered!.share).toBeCloseTo(10 / 40, 12)
  expect(figure.course.map(({ after, waiting }) => [after, Number(waiting.share.toFixed(4))])).toEqual([[0, 0.3333], [1, 0.3333], [2, 0]])
})

test('who was last heard of on day 3 was seen to wait through day 2, and did not wait as long as somebody on day 3', () => {
  const silent = days(times(6, 3), { cause: 0, stage: 'decision' })
  const figure = estimated([...days([...times(20, 3), ...times(10, 5)], { stage: 'decision' }), ...silent], { minutes: 3 * 1440, days: 3 }, 'decision')
  expect([figure.counted, figure.n, figure.waiting]).toEqual([36, 30, 0])
})

test('6 of 20 who waited on and fell silent: by their last word half wait 212 more, had they all waited on 287', () => {
  const start = now - 30 * 1440
  const silent = times(6, 110).map(length => ({ ...spell({ cause: 0, wait: [length, length] }), startEarliest: start, startLatest: start }))
  const spells = [...times(14, 0).map((_, i) => undated(spell({ wait: [150 + 25 * i, 150 + 25 * i] }))), ...silent]
  const figure = estimateOf({ filter, stage: 'first_call', waited: minutes(100) }, spells, now)
  expect([figure.n, figure.waiting]).toEqual([20, 6])
  // 14 remain after the silent ones: half of them by the 7th or 8th, at 300 or 325; less 100.
  expect(figure.left['0.5'].value).toBe(212.5)
  // Had all 20 waited on, the 10th ends at 375 and the 11th at 400.
  expect(figure.until_now!.value).toBe(287.5)
})

test('the chances from here are of all who waited as long, and with those waiting they are 1', () => {
  const spells = [...waits(times(12, 300)), ...waits(times(8, 500), { cause: 2 }), ...waits(times(20, 50))]
  const figure = estimated(spells, minutes(200))
  const last = figure.course.at(-1)!
  expect(last.endings.map(({ share }) => Number(share.toFixed(6)))).toEqual([0.6, 0.4, 0])
  expect(last.waiting.share).toBeCloseTo(0, 12)
  expect(last.endings[2]!.upper).toBeGreaterThan(0.1)
  expect(figure.endings).toEqual(['called', 'no_call', 'left'])
})

test('a forecast keeps the four points and the chances, in whole minutes', () => {
  const forecast = forecastIn(estimated(waits(ladder), minutes(100)))!
  expect(forecast).toMatchObject({ scale: 'minute', waited: 100, n: 30, p10: 35, p50: 155, p75: 230, p90: null })
  expect(Object.values(forecast.chances).reduce((sum, share) => sum! + share!, 0)).toBeCloseTo(1, 12)
  expect(forecastIn(estimated(waits(ladder), minutes(310)))).toBeNull()
})

test('what came after: 130 - 100 = 30 minutes; an end before the question is none; 95 to 105 may have been after 100', () => {
  const asked = { scale: 'minute', waited: 100 } as const
  expect(cameAfter(asked, spell({ wait: [130, 130] }))).toBe(30)
  expect(cameAfter(asked, spell({ wait: [80, 80] }))).toBeNull()
  expect(cameAfter(asked, spell({ wait: [90, 102] }))).toBe(0)
  expect(cameAfter({ scale: 'day', waited: 3 }, spell({ days: 3, wait: null }))).toBe(0)
  expect(cameAfter({ scale: 'day', waited: 3 }, spell({ days: 5, wait: null, cause: 0 }))).toBe(1)
  expect(cameAfter({ scale: 'day', waited: 3 }, spell({ days: 3, wait: null, cause: 0 }))).toBeNull()
})

test('a wait is read from a number and a unit, or from since when: 09:00 to 10:00 is 60 minutes, the 22nd to the 24th 2 days', () => {
  const read = (search: Record<string, string>) => readEstimate({ step: 'filing.bureau', ...search }, now).waited
  expect(read({ waited: '3', unit: 'hour' })).toEqual({ minutes: 180, days: 0 })
  expect(read({ waited: '１１', unit: 'hour' })).toEqual({ minutes: 660, days: 1 })
  expect(read({ waited: '1.5', unit: 'day' })).toEqual({ minutes: 2160, days: 2 })
  expect(read({ since: '2026-11-24T09:00', waited: '9' })).toEqual({ minutes: 60, days: 0 })
  expect(read({ since: '2026-11-22' })).toMatchObject({ days: 2 })
  expect(read({})).toEqual({ minutes: 0, days: 0 })
  const bad: Record<string, string>[] =
    [{ waited: 'soon' }, { waited: '-1' }, { since: '2026-11-25' }, { since: '2020-01-01' }, { waited: '3', unit: 'moon' }]
  expect(bad.map(read)).toEqual(bad.map(() => null))
})

test('what is wrong with a wait is said of its field: 728 days are 1,048,320 minutes, one more is too long', () => {
  const fault = (search: Record<string, string>) => readEstimate({ step: 'filing.bureau', ...search }, now).fault
  expect(fault({ waited: '1048320', unit: 'minute' })).toBeNull()
  expect(fault({ waited: '1048321', unit: 'minute' })).toEqual({ field: 'waited', what: 'too_long' })
  expect(fault({ waited: '9'.repeat(400) })).toEqual({ field: 'waited', what: 'too_long' })
  expect(fault({ waited: 'soon' })).toEqual({ field: 'waited', what: 'unreadable' })
  expect(fault({ since: '2026-11-25' })).toEqual({ field: 'since', what: 'ahead' })
  expect(fault({ since: '2020-01-01' })).toEqual({ field: 'since', what: 'too_long' })
  expect(fault({ since: '2026-13-01', waited: '3' })).toEqual({ field: 'since', what: 'unreadable' })
})

test('an address says review and stage at once; one of another review is not understood', () => {
  expect(readEstimate({ step: 'filing.bureau' }, now)).toMatchObject({ isAsked: true, filter: { process: 'filing' }, stage: 'bureau', misread: false })
  expect(readEstimate({ process: 'rename', stage: 'sms' }, now)).toMatchObject({ filter: { process: 'rename' }, stage: 'decision', misread: true })
  expect(readEstimate({}, now).isAsked).toBe(false)
  const search = writeEstimate({ ...filter, process: 'renewal', subject: 'company' }, 'fix', { waited: '3', unit: 'day', since: '' })
  expect(search).toBe('?step=renewal.fix&waited=3&unit=day&subject=company')
  expect(readEstimate(Object.fromEntries(new URLSearchParams(search)), now)).toMatchObject({ filter: { process: 'renewal', subject: 'company' }, stage: 'fix' })
})

test('90 minutes are said in minutes, 150 as 2 hours, 50 hours as their days; a day known only by its date is its middle', () => {
  expect([90, 150, 3000].map(length => typedFor({ minutes: length, days: 3 })).map(({ waited, unit }) => `${waited} ${unit}`))
    .toEqual(['90 minute', '2 hour', '3 day'])
  const day = dayStart(dayNumberOf('2026-11-22')!)
  expect(waitedSince([day, day + 1439], now)).toEqual({ minutes: now - day - 719, days: 2 })
})

test('after a verdict comes mending it, where the review has that', () => {
  expect([nextStage('first_call', 'renewal'), nextStage('decision', 'certification'), nextStage('decision', 'rename'), nextStage('total', 'renewal')])
    .toEqual(['call_decision', 'fix', null, null])
})
