import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { endpoints } from '@/domain/api/endpoints'
import { reportCase } from '@/domain/case/report'
import { isUnsaid, keptKinds, readQuestion, type KeptKind } from '@/domain/figures/kept'
import { asNdjson, countTable } from '@/domain/figures/rows'
import { simulate } from '@/domain/simulation/simulate'
import { recompute, type Recomputed } from '@/domain/statistics/recompute'
import { readWaits } from '@/domain/statistics/wait-table'
import { refreshCase } from '@/db/cases/refresh'
import { storeCase } from '@/db/cases/store'
import { read, write } from '@/db/connection'
import { figureWithRows } from '@/db/figures/answer'
import { toldFor } from '@/db/figures/told'
import { keepFigure, keptFigure, newestKept } from '@/db/figures/keep'
import { cases } from '@/db/schema'
import { useDatabase } from '../support/database'

useDatabase()

const now = Date.UTC(2026, 10, 24)

// 300 cases of as many people, half of them enough for everything, and 4 of a thread, too few to be told apart from all.
beforeAll(async () => {
  const long = simulate({ seed: 'thread', now, cases: 400 }).filter(({ draft }) => draft.facts.process === 'certification' && draft.facts.name_change && draft.events.length > 6)
  const thread = long.slice(0, 4).map((it, i) => ({ ...it, draft: { ...it.draft, source: 'thread' as const, ref: `thread-${i}` } }))
  const own = [...simulate({ seed: 'kept', now, cases: 300 }), ...thread].flatMap(({ draft, reportedAt, account }) => {
    const reported = reportCase({ ...draft, source: draft.source === 'thread' ? 'thread' : 'own' }, reportedAt)
    return reported.ok ? [{ case: reported.case, account: `person ${account}`, authorId: null, now: reportedAt }] : []
  })
  await write(async tx => {
    for (const it of own) await storeCase(tx, it)
  })
})

describe('The rows behind a figure', () => {
  test.each([['process=filing&stage=bureau&cohort=all', 'day'], ['stage=call_decision', 'minute'], ['stage=first_call&subject=personal&category=tool', 'minute']])(
    'of waits (%s), computed again, are its curve to the last digit', async (search, scale) => {
      const { answer, csv } = await rowsOf('durations', search)
      expect(answer).toMatchObject({ scale, suppressed: null })
      const again = recompute(readWaits(csv).waits, false, 'log-log')
      const drawn = again.at_risk.filter(n => n >= 5).length
      expect(again.time.slice(0, drawn)).toEqual(answer.curve.map(({ t }) => t))
      expect(again.survival.slice(0, drawn)).toEqual(answer.curve.map(({ survival }) => survival))
      expect(again.lower.slice(0, drawn)).toEqual(answer.curve.map(({ lower }) => lower ?? NaN))
      expect(again.quantiles['0.5'].value).toBe(answer.quantiles['0.5'].value)
      expect(again.events).toBe(answer.events)
    })

  test('of outcomes, computed again, are its shares; whoever had no whole day is counted and has no row', async () => {
    const { answer, csv } = await rowsOf('outcomes', '')
    const again = recompute(readWaits(csv).waits, false, 'log-log')
    answer.curve.forEach((point, i) => point.endings.forEach(({ share }, k) => {
      expect(again.cif[k + 1]?.estimate[i] ?? 0).toBeCloseTo(share, 12)
    }))
    expect(again.events).toBe(answer.ended!.reduce((sum, n) => sum + n, 0))
    expect(again.n).toBeLessThanOrEqual(answer.n)
  })

  test('on the clock of working hours are its curve too', async () => {
    const { answer, csv } = await rowsOf('durations', 'stage=first_call&clock=working')
    const again = recompute(readWaits(csv).waits, false, 'log-log')
    expect(again.n).toBe(answer.n)
    expect(again.survival.slice(0, answer.curve.length)).toEqual(answer.curve.map(({ survival }) => survival))
  })

  test('of shares are its n, and those told to change or prove are its x', async () => {
    const { answer, csv } = await rowsOf('names', '')
    const lines = linesOf(csv)
    expect(lines).toHaveLength(answer.n)
    expect(lines.filter(it => it.to_change || it.to_prove)).toHaveLength(answer.told.either.x!)
    const software = await rowsOf('softwareCopyright', '')
    expect(asNdjson(software.csv).split('\n').filter(line => /"demanded":\[[^\]]*"software_copyright"/.test(line))).toHaveLength(software.answer.demanded.x!)
  })

  test('of a comparison are both its groups, to the last digit of their curves and of the test between them', async () => {
    for (const search of ['stage=first_call', 'stage=decision&by=category', 'stage=first_call&clock=working']) {
      const { answer, csv } = await rowsOf('comparison', search)
      const again = recompute(readWaits(csv).waits, true, 'log-log')
      for (const { code, curve, median } of answer.groups) {
        expect(curve.length).toBeGreaterThan(3)
        expect(again.groups[code]!.survival.slice(0, curve.length)).toEqual(curve.map(({ survival }) => survival))
        expect(again.groups[code]!.quantiles['0.5'].value).toBe(median.value)
      }
    }
    const whole = await rowsOf('comparison', 'stage=first_call&by=channel')
    expect(whole.answer.groups.length === 2 || countTable(whole.csv) === 0).toBe(true)
  })

  test('of a trend are those of each week, and how many of them had an answer in time', async () => {
    const { answer, csv } = await rowsOf('trend', 'stage=first_call')
    const waits = readWaits(csv).waits
    expect(waits).toHaveLength(answer.n)
    const shown = answer.points.filter(({ n, ended }) => n !== null && n > 0 && ended !== null)
    expect(shown.length).toBeGreaterThan(3)
    for (const { first, n, ended } of shown) {
      const own = waits.filter(({ stratum }) => stratum === first)
      expect([first, own.length, own.filter(({ time, cause }) => cause > 0 && time <= answer.within.time).length]).toEqual([first, n, ended])
    }
  })

  test('of an estimate, longer than what was asked about, are those compared with, and give the same wait from here', async () => {
    for (const [search, waited] of [['stage=first_call&waited=20&unit=minute', 20], ['process=filing&stage=bureau&waited=3&unit=day', 2]] as const) {
      const { answer, csv } = await rowsOf('estimate', search)
      const { waits } = readWaits(csv)
      const longer = waits.filter(({ time }) => time > waited)
      expect([longer.length, answer.suppressed]).toEqual([answer.n, null])
      const { value } = recompute(longer, false, 'log-log').quantiles['0.5']
      expect(value! - answer.waited).toBe(answer.left['0.5'].value)
    }
  })

  test('of the check with lies are both its parts: half of the waits, and the share of whole cases', async () => {
    const { answer: { wait, outcome }, csv } = await rowsOf('robustness', 'stage=first_call')
    const { groups } = recompute(readWaits(csv).waits, true, 'log-log')
    expect(groups.wait!.n).toBe(wait.n)
    expect(groups.wait!.quantiles['0.5'].value).toBe(wait.median!.value)
    expect(shareAt(groups.whole!, 1, outcome.day!)).toBeCloseTo(outcome.share!.value, 12)
  })

  test('of months are the same shares within a fixed time, month by month', async () => {
    const { answer, csv } = await rowsOf('outcomeMonths', '')
    const { groups } = recompute(readWaits(csv).waits, true, 'log-log')
    const said = answer.months.filter(({ endings }) => endings)
    expect(said.length).toBeGreaterThan(2)
    for (const { month, endings } of said) {
      endings!.forEach(({ share }, k) => expect(shareAt(groups[month]!, k + 1, answer.days)).toBeCloseTo(share, 12))
    }
  })

  test.each(['rounds', 'orders'] as const)('of %s are the shares after each of them', async kind => {
    const { answer, csv } = await rowsOf(kind, '')
    const { waits } = readWaits(csv)
    expect([waits.length, answer.steps.length > 0]).toEqual([answer.n, true])
    const again = recompute(waits, false, 'log-log')
    for (const { attempt, endings } of answer.steps) {
      endings.forEach(({ share }, k) => expect(shareAt(again, k + 1, 2 * attempt + 1)).toBeCloseTo(share, 12))
    }
  })

  test('of orders say what each of those cost that stand in a line of fees', async () => {
    const { answer: { fees }, csv } = await rowsOf('orders', '')
    const { waits } = readWaits(csv)
    expect(fees.length).toBeGreaterThan(0)
    for (const { fee_yuan, n } of fees) expect(waits.filter(({ group }) => group === String(fee_yuan))).toHaveLength(n)
  })

  test('of reasons and repairs are what their lines count', async () => {
    const reasons = await rowsOf('reasons', '')
    const rounds = linesOf(reasons.csv)
    expect(rounds).toHaveLength(reasons.answer.n)
    for (const { code, x } of reasons.answer.reasons) {
      expect([code, rounds.filter(it => (it.reasons as string[]).includes(code)).length]).toEqual([code, x])
    }
    const repairs = await rowsOf('repairs', '')
    expect(linesOf(repairs.csv)).toHaveLength(repairs.answer.gone)
    expect(new Set(linesOf(repairs.csv).map(it => it.case)).size).toBe(repairs.answer.n)
  })

  test('of changed names are the next verdicts within the same days', async () => {
    const { answer, csv } = await rowsOf('nameChanges', '')
    const again = recompute(readWaits(csv).waits, true, 'log-log')
    expect(answer.all!.verdicts).not.toBe(null)
    answer.all!.verdicts!.forEach(({ share }, k) => expect(shareAt(again, k + 1, answer.days)).toBeCloseTo(share, 12))
  })

  test('of what few people told, or what would give them away, are none, only the head; and it cannot be kept', async () => {
    const before = (await newestKept(await read(), 99)).length
    for (const kind of keptKinds) {
      for (const [layer, reason] of [['thread', 'few_accounts'], ['all', 'complement']] as const) {
        const search = `layer=${layer}${'stage' in endpoints[kind].parameters ? '&stage=decision' : ''}`
        const { answer, csv } = await rowsOf(kind, search)
        if ('suppressed' in answer) expect([kind, layer, answer.suppressed]).toEqual([kind, layer, reason])
        expect([kind, layer, isUnsaid(kind, answer), countTable(csv), await keep(kind, search)]).toEqual([kind, layer, true, 0, null])
      }
    }
    expect(await newestKept(await read(), 99)).toHaveLength(before)
  })
})

describe('A kept figure', () => {
  test('has one ref however often it is kept and however its question is put, and its hash is that of its rows', async () => {
    const ref = (await keep('outcomes', ''))!
    expect(ref).toMatch(/^[0-9a-f]{20}$/)
    expect(await keep('outcomes', 'layer=own&process=certification')).toBe(ref)
    const other = await keep('outcomes', 'subject=personal')
    expect(other).not.toBe(ref)
    expect((await newestKept(await read(), 5)).map(it => it.ref)).toEqual([other, ref])
    const kept = (await keptFigure(await read(), ref))!
    expect(kept.dataHash).toBe(createHash('sha256').update(kept.rows).digest('hex'))
    expect(kept).toMatchObject({ kind: 'outcomes', question: { layer: 'own', process: 'certification' }, at: now })
  })

  test('still answers as it did after cases have changed, while the figure of today has another ref', async () => {
    const ref = (await keep('durations', 'stage=decision'))!
    const before = (await keptFigure(await read(), ref))!
    const firstRow = Number(/\r\n(\d+),/.exec(before.rows)![1])
    await write(async tx => {
      await tx.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, firstRow))
      await refreshCase(tx, firstRow)
    })
    const later = (await keep('durations', 'stage=decision'))!
    expect(later).not.toBe(ref)
    expect(await keptFigure(await read(), ref)).toEqual(before)
    expect((await keptFigure(await read(), later))!.rows).not.toContain(`\r\n${firstRow},`)
  })

  test('has another ref when what it counts beside its rows has changed', async () => {
    const ref = (await keep('names', ''))!
    const { rows, answer } = (await keptFigure(await read(), ref))!
    // Its name was not looked at yet: it stands in no row, and among those who are left out.
    const counted = new Set(linesOf(rows).map(it => it.case))
    const [beside] = (await toldFor(await read(), { process: 'certification', layer: 'own' })).filter(({ caseId }) => !counted.has(caseId))
    await write(async tx => {
      await tx.update(cases).set({ state: 'withdrawn' }).where(eq(cases.id, beside!.caseId))
      await refreshCase(tx, beside!.caseId)
    })
    const later = (await keptFigure(await read(), (await keep('names', ''))!))!
    expect([later.rows === rows, later.answer.method === answer.method, later.ref === ref]).toEqual([true, true, false])
  })

  test('of any kind can be kept, and is answered as it was', async () => {
    for (const kind of keptKinds) {
      const ref = await keep(kind, '')
      expect([kind, typeof ref]).toEqual([kind, 'string'])
      const { answer } = await rowsOf(kind, '')
      expect((await keptFigure(await read(), ref!))!.answer).toEqual(JSON.parse(JSON.stringify(answer)))
    }
  })
})

describe('A question', () => {
  const faults = (kind: KeptKind, search: string) => {
    const asked = readQuestion(kind, new URLSearchParams(search), now)
    return asked.ok ? [] : asked.errors.map(({ parameter }) => parameter)
  }

  test('is refused for a stage its process does not have, and given the first where none is named', () => {
    for (const kind of ['durations', 'comparison', 'estimate', 'robustness', 'trend'] as const) {
      expect([kind, faults(kind, 'process=filing&stage=first_call')]).toEqual([kind, ['stage']])
    }
    expect(readQuestion('durations', new URLSearchParams('process=filing'), now)).toMatchObject({ ok: true, question: { stage: 'platform' } })
    expect(readQuestion('trend', new URLSearchParams('process=filing'), now)).toMatchObject({ ok: true, question: { stage: 'bureau' } })
  })

  test('is refused for groups of another kind, one group alone, one twice, or a rule beside a subject', () => {
    expect(faults('comparison', 'a=tool&b=personal')).toEqual(['a'])
    expect(faults('comparison', 'a=personal')).toEqual(['b'])
    expect(faults('comparison', 'a=personal&b=personal')).toEqual(['b'])
    expect(faults('comparison', 'rule=x')).toEqual(['rule'])
    expect(faults('comparison', 'a=personal&b=company')).toEqual([])
  })

  test('is refused for a wait of three years, and names since when or how long, not both', () => {
    expect(faults('estimate', 'waited=1095&unit=day')).toEqual(['waited'])
    expect(faults('estimate', 'since=2023-11-24')).toEqual(['since'])
    expect(readQuestion('estimate', new URLSearchParams('since=2026-11-20'), now)).toMatchObject(
      { ok: true, question: { layer: 'own', process: 'certification', since: '2026-11-20', stage: 'first_call' } })
    expect(askedIn('estimate', 'since=2026-11-20').question).not.toHaveProperty('waited')
  })
})

async function rowsOf<Kind extends KeptKind>(kind: Kind, search: string) {
  return figureWithRows(await read(), kind, askedIn(kind, search).asked, now)
}

async function keep<Kind extends KeptKind>(kind: Kind, search: string): Promise<string | null> {
  const { asked, question } = askedIn(kind, search)
  return write(tx => keepFigure(tx, { kind, asked, question, now }))
}

function askedIn<Kind extends KeptKind>(kind: Kind, search: string) {
  const read = readQuestion(kind, new URLSearchParams(search), now)
  if (!read.ok) throw new Error(JSON.stringify(read.errors))
  return read
}

function linesOf(csv: string): Record<string, unknown>[] {
  return asNdjson(csv).trim().split('\n').map(line => JSON.parse(line) as Record<string, unknown>)
}

/** The share that a cause had come to by a time. */
function shareAt({ time, cif }: Recomputed, cause: number, t: number): number {
  return cif[cause]?.estimate[time.findLastIndex(it => it <= t)] ?? 0
}
