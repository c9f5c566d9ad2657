import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import type { KnownForecast } from '@/domain/figures/calibration'
import { cameAfter, forecastIn } from '@/domain/figures/forecast'
import type { Length, Scale } from '@/domain/statistics/scale'
import { caseById } from '../cases/rows'
import { read, write, type Database, type Transaction } from '../connection'
import { cases, forecasts, spells } from '../schema'
import { askToCount } from './beforehand/channel'
import { areManyCases } from './beforehand/many'
import { filterOf, narrowestEstimate, openWaitOf } from './estimate'
import { waitFrom } from './spell-columns'

export type NewForecast = typeof forecasts.$inferInsert

/**
 * What can be said now to the author of an open case, from all others as they are known; null where nothing can, and for a
 * case outside of the figures. Reading them takes its time: ask outside of `write`. `now` in epoch milliseconds.
 */
export async function forecastFor(database: Database, caseId: number, now: number): Promise<NewForecast | null> {
  const stored = await caseById(database, caseId)
  const wait = stored?.row.inFigures ? await openWaitOf(database, stored, now) : null
  if (!stored || !wait) return null
  const { stage, orderNo, round, waited } = wait
  const figure = await narrowestEstimate(database, { filter: filterOf(stored), stage, waited, besides: caseId }, now)
  const forecast = forecastIn(figure)
  return forecast && { caseId, stage, orderNo, round, method: figure.method, filter: figure.filter, ...forecast, madeAt: now }
}

/** Writes a forecast down, so that it can be held against what comes. The same moment's twice is once. */
export async function storeForecast(tx: Transaction, forecast: NewForecast): Promise<void> {
  await tx.insert(forecasts).values(forecast).onConflictDoNothing()
}

/**
 * Makes and writes down the forecast on a case, after the write that opened or confirmed it and apart from it: reading all
 * the others holds no writer up, and a forecast that is lost with the process is one fewer to score, no more. Where the others are
 * very many, the thread that counts figures makes it.
 */
export async function forecastCase(caseId: number, now: number): Promise<void> {
  if (await areManyCases(await read())) askToCount({ forecast: caseId })
  else await makeForecast(caseId, now)
}

/** The same at once, however many others there are. */
export async function makeForecast(caseId: number, now: number): Promise<void> {
  const forecast = await forecastFor(await read(), caseId, now)
  if (forecast) await write(tx => storeForecast(tx, forecast))
}

/**
 * Holds the forecasts on a case against its spells as they now are; in the same write that changed them. Where the end of a
 * case was taken back, its forecasts are open again. `now` in epoch milliseconds. Doing it twice changes nothing.
 */
export async function scoreForecasts(tx: Transaction, caseId: number, now: number): Promise<void> {
  const made = await scoreQuery(tx).where(eq(forecasts.caseId, caseId))
  for (const { forecast, spell } of made) {
    const cause = spell && spell.cause > 0 ? spell.cause : null
    const came = cause === null ? null : cameAfter(scaled(forecast), lengthOf(spell!))
    if (cause === forecast.cause && came === forecast.cameAfter) continue
    await tx.update(forecasts).set({ cause, cameAfter: came, scoredAt: cause === null ? null : now })
      .where(eq(forecasts.id, forecast.id))
  }
}

/**
 * The forecasts as far as it is known what came: one a round of a case, the first, since the later ones stand and fall with
 * it. Those on cases that left the figures are left out; where a case was deleted, what had been scored stays.
 */
export async function knownForecasts(database: Database): Promise<KnownForecast[]> {
  const rows = await scoreQuery(database).where(or(and(isNull(forecasts.caseId), isNotNull(forecasts.scoredAt)), eq(cases.inFigures, true)))
    .orderBy(asc(forecasts.madeAt), asc(forecasts.id))
  const first = new Map<string, (typeof rows)[number]>()
  for (const row of rows) {
    const { caseId, stage, orderNo, round, id } = row.forecast
    const name = caseId === null ? `forecast ${id}` : `${caseId}/${stage}/${orderNo}/${round}`
    if (!first.has(name)) first.set(name, row)
  }
  return [...first].map(([name, { forecast, spell, account }]) => {
    const { stage, p10, p50, p75, p90, cause, scoredAt } = forecast
    const pending = scoredAt === null && spell ? cameAfter(scaled(forecast), lengthOf(spell)) : null
    return {
      stage, p10, p50, p75, p90, ...scaled(forecast), account: account ?? name, cause: cause ?? 0,
      after: scoredAt === null ? pending : forecast.cameAfter,
    }
  })
}

/** Each forecast with the spell it was about, as that is now; null where the case tells it no more. */
function scoreQuery(database: Database) {
  return database.select({ forecast: forecasts, spell: spells, account: cases.account }).from(forecasts)
    .leftJoin(cases, eq(cases.id, forecasts.caseId))
    .leftJoin(spells, and(
      eq(spells.caseId, forecasts.caseId), eq(spells.stage, forecasts.stage), eq(spells.orderNo, forecasts.orderNo),
      eq(spells.round, forecasts.round),
    )).$dynamic()
}

const scaled = ({ scale, waited }: typeof forecasts.$inferSelect) => ({ scale: scale as Scale, waited })

function lengthOf(spell: typeof spells.$inferSelect): Length {
  return { cause: spell.cause, days: spell.days, wait: waitFrom(spell) }
}
