import { and, asc, eq, gte, lte, type SQL } from 'drizzle-orm'
import { minuteOf, type Minute } from '@/domain/case/interval'
import { sourcesOf } from '@/domain/case/layers'
import type { FigureFilter } from '@/domain/figures/filter'
import { endingsOf } from '@/domain/figures/outcomes'
import { trendFrom } from '@/domain/figures/periods'
import {
  trendFigureOf, trendLines, withinOf, type TrendFigure, type TrendQuestion, type TrendSpell,
} from '@/domain/figures/trend'
import { timeOn } from '@/domain/statistics/scale'
import type { Database } from '../connection'
import { listRuleChanges } from '../rules/changes'
import { cases, spells } from '../schema'
import { countedCases } from './counted'
import { guarded } from './guard'
import { asKept, inPortions } from './portions'
import { spellColumns, waitFrom } from './spell-columns'

/** Whether it is getting slower or stricter; its shape is `TrendFigure`. `now` in epoch milliseconds. */
export async function trendFigure(database: Database, question: TrendQuestion, now = Date.now()): Promise<TrendFigure> {
  const rules = await listRuleChanges(database)
  const reading = {
    load: (filter: FigureFilter) => trendSpellsFor(database, { ...question, filter }, now),
    counted: (spells: TrendSpell[]) => [spells.filter(spell => timeOn(withinOf(question).scale, spell) !== null)],
    lines: trendLines,
  }
  return guarded(database, question.filter, reading, (spells, held) => trendFigureOf(question, spells, rules, minuteOf(now), held))
}

export async function trendSpellsFor(database: Database, question: TrendQuestion, now: number): Promise<TrendSpell[]> {
  return inPortions(database, within => trendQuery(database, question, minuteOf(now), within), row => spellFrom(row, question))
}

/** The counted spells of the last 104 weeks, with when they began and when their case was first told of. */
export function trendQuery(database: Database, { filter, measure, stage }: TrendQuestion, now: Minute, within?: SQL) {
  return database.select({
    ...spellColumns, ending: spells.ending, startEarliest: spells.startEarliest, startLatest: spells.startLatest,
    source: cases.source, createdAt: cases.createdAt,
  }).from(spells).innerJoin(cases, eq(cases.id, spells.caseId))
    .where(and(
      eq(spells.stage, measure === 'approved' ? 'whole' : stage),
      gte(spells.startEarliest, trendFrom(now)), lte(spells.startEarliest, now),
      ...countedCases(database, filter), within,
    ))
    .orderBy(asc(cases.id), asc(spells.orderNo), asc(spells.round))
}

type Row = Awaited<ReturnType<typeof trendQuery>>[number]

function spellFrom(row: Row, { filter, measure }: TrendQuestion): TrendSpell {
  const { leastWait, mostWait, ending, source, createdAt, ...spell } = row
  const whole = ending === null || ending === 'waiting' ? 0 : ending === endingsOf[filter.process][0] ? 1 : 2
  // When a thread was written down here says nothing of how late its people told.
  const isOwn = sourcesOf('own').includes(source)
  return {
    ...spell, stage: asKept(spell.stage), startMonth: asKept(spell.startMonth),
    cause: measure === 'approved' ? whole : spell.cause,
    wait: waitFrom({ leastWait, mostWait }),
    reportedAt: isOwn ? minuteOf(createdAt) : null,
  }
}
