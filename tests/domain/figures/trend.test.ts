import { describe, expect, test } from 'vitest'
import { dayNumberOf, dayStart } from '@/domain/case/interval'
import { trendFigureOf, type TrendQuestion, type TrendSpell } from '@/domain/figures/trend'
import { isCompared, type TrendRule } from '@/domain/figures/trend-rules'

// A Monday, eight in the evening in Shanghai.
const now = dayStart(dayNumberOf('2026-11-23')!) + 20 * 60
const question: TrendQuestion = { filter: { process: 'certification', layer: 'own' }, measure: 'answered', stage: 'decision' }
let nextCase = 1

/** Cases of as many people that began on this day, each with days until its answer (null: last heard of 40 days later). */
function began(day: string, ...answers: (number | null)[]): TrendSpell[] {
  const start = dayStart(dayNumberOf(day)!) + 600
  return answers.map(days => {
    const caseId = nextCase++
    return {
      stage: 'decision', account: `a${caseId}`, caseId, order: 1, round: 1, cause: days === null ? 0 : 1, wait: null,
      days: days ?? 40, startMonth: day.slice(0, 7), startEarliest: start, startLatest: start, reportedAt: start + 1440,
    }
  })
}

const times = <T>(count: number, it: T): T[] => Array.from({ length: count }, () => it)
const monday = (weeksAgo: number) => new Date(Date.UTC(2026, 10, 23 - 7 * weeksAgo)).toISOString().slice(0, 10)

/** 30 whole weeks of 12 cases: within a day 9 of them, from 12 weeks ago on only 3. */
function slower(): TrendSpell[] {
  return Array.from({ length: 30 }, (_, i) => 31 - i).flatMap(ago => {
    const quick = ago > 12 ? 9 : 3
    return began(monday(ago), ...times(quick, 1), ...times(12 - quick, 5))
  })
}

describe('Week by week', () => {
  test('12 of 20 answered by the next day are 60 %, drawn by the Monday they began after', () => {
    const { points, period } = trendFigureOf(question, began('2026-10-15', ...times(12, 1), ...times(8, 4)), [], now)
    expect(period).toBe('week')
    expect(points[0]).toMatchObject({ first: '2026-10-12', last: '2026-10-18', n: 20, ended: 12, effective: 20, share: 0.6, median: 1 })
  })

  test('a change from 75 to 25 % 12 weeks ago is found, from the week it began', () => {
    const { change } = trendFigureOf(question, slower(), [], now)
    expect(change).toMatchObject({ state: 'found', first: monday(12), before: 0.75, after: 0.25, difference: { value: -0.5 } })
    expect(change.difference!.lower).toBeGreaterThan(-0.6)
    expect(change.difference!.upper).toBeLessThan(-0.39)
  })

  test('20 equal weeks have no change that is sure, 11 are too few to look', () => {
    const weeks = (count: number) => Array.from({ length: count }, (_, i) => began(monday(count + 1 - i), ...times(6, 1), ...times(6, 5))).flat()
    expect(trendFigureOf(question, weeks(20), [], now).change.state).toBe('none')
    expect(trendFigureOf(question, weeks(11), [], now).change.state).toBe('too_few')
  })

  test('this week and the last are still filling in: of 12 cases nobody says how many had ended', () => {
    const told = [...slower(), ...began('2026-11-22', ...times(12, 0)), ...began('2026-11-23', ...times(12, 0))]
    const { points } = trendFigureOf(question, told, [], now)
    expect(points.slice(-2).map(({ filling, n, ended, share }) => ({ filling, n, ended, share }))).toEqual(
      times(2, { filling: true, n: 12, ended: null, share: null }))
    expect(points.at(-3)).toMatchObject({ filling: false, n: 12 })
  })

  test('a week of 4 people is hidden, and the smallest other with it until 5 stand behind what is hidden', () => {
    const told = [...began(monday(6), ...times(4, 1)), ...began(monday(5), ...times(11, 1)), ...began(monday(4), ...times(15, 1))]
    const { points, n } = trendFigureOf(question, told, [], now)
    expect(n).toBe(30)
    expect(points.slice(0, 3).map(({ n, suppressed }) => [n, suppressed])).toEqual([
      [null, 'few_accounts'], [null, 'complement'], [15, null],
    ])
  })

  test('7 people in a week are counted, 3 of 7, and no share is made of them', () => {
    const told = [...began(monday(6), ...times(3, 1), ...times(4, 9)), ...began(monday(5), ...times(12, 1)), ...began(monday(4), ...times(12, 1))]
    expect(trendFigureOf(question, told, [], now).points[0]).toMatchObject({ n: 7, ended: 3, share: null, suppressed: 'counts_only' })
  })

  test('where most weeks have under 10 people, months are shown: 16 cases in 4 weeks of September', () => {
    const told = ['2026-09-01', '2026-09-08', '2026-09-15', '2026-09-22'].flatMap(day => began(day, 1, 1, 1, 5))
    const { period, points, change } = trendFigureOf(question, told, [], now)
    expect(period).toBe('month')
    expect(points[0]).toMatchObject({ first: '2026-09-01', last: '2026-09-30', n: 16, share: 0.75 })
    expect(change.state).toBe('too_few')
  })

  test('a start known only to two months is left out, and 4 people in all say nothing', () => {
    const [vague] = began('2026-10-15', 1)
    const told = [...began('2026-10-15', ...times(4, 1)), { ...vague!, startLatest: vague!.startLatest! + 60 * 1440 }]
    expect(trendFigureOf(question, told, [], now)).toMatchObject({ n: 4, left_out: 1, suppressed: 'few_accounts', points: [] })
  })

  test('approved counts the good end alone: 8 approved and 4 refused of 12 within 14 days are 67 %', () => {
    const told = began('2026-08-12', ...times(8, 3), ...times(4, 2)).map((spell, i) => ({ ...spell, cause: i < 8 ? 1 : 2 }))
    const { points, within } = trendFigureOf({ ...question, measure: 'approved' }, told, [], now)
    expect(within).toEqual({ scale: 'day', time: 14 })
    expect(points[0]!.share).toBeCloseTo(8 / 12, 12)
  })
})

describe('Before and after a rule change', () => {
  const rule: TrendRule = {
    id: 1, ref: 'r', date: monday(12), precision: 'day', processes: ['certification'], subject: 'all', statementZh: '变慢', statementEn: null,
    confidence: 'reported',
  }
  const effect = (more: Partial<TrendRule>, filter = question.filter) =>
    trendFigureOf({ ...question, filter }, slower(), [{ ...rule, ...more }], now).rules[0]

  test('8 weeks of 12 on each side: 75 % before, 25 % after, 50 points less, clearly', () => {
    const { before, after, difference, withheld } = effect({})!
    expect(before).toMatchObject({ first: monday(20), n: 96, share: 0.75 })
    expect(after).toMatchObject({ first: monday(12), n: 96, share: 0.25 })
    expect(difference).toMatchObject({ value: -0.5, clear: true })
    expect(withheld).toBeNull()
  })

  test('dated within a week, that week belongs to neither side', () => {
    const midweek = new Date(Date.parse(monday(13)) + 2 * 86_400_000).toISOString().slice(0, 10)
    const { before, after } = effect({ date: midweek })!
    expect([before!.first, before!.last < monday(13), after!.first]).toEqual([monday(21), true, monday(12)])
  })

  test('a rumour is drawn and not compared, a change 7 weeks ago waits for its eighth week', () => {
    expect(effect({ confidence: 'rumoured' })).toMatchObject({ withheld: 'rumoured', difference: null })
    expect(effect({ date: monday(7) })).toMatchObject({ withheld: 'not_yet', difference: null })
  })

  test('of another review, another subject, or known to the year alone, it is not drawn', () => {
    expect(effect({ processes: ['filing'] })).toBeUndefined()
    expect(effect({ subject: 'personal' }, { ...question.filter, subject: 'company' })).toBeUndefined()
    expect(effect({ date: '2026', precision: 'year' })).toBeUndefined()
    expect(effect({ subject: 'personal' }, { ...question.filter, subject: 'personal' })).toBeDefined()
  })

  test('3 years ago is too long ago to compare, and a rumour never is', () => {
    expect(isCompared({ date: '2026-06-01', precision: 'day', confidence: 'official' }, now)).toBe(true)
    expect(isCompared({ date: '2023-06', precision: 'month', confidence: 'official' }, now)).toBe(false)
    expect(isCompared({ date: '2026-06-01', precision: 'day', confidence: 'rumoured' }, now)).toBe(false)
  })
})
