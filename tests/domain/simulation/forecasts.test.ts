import { expect, test } from 'vitest'
import { minuteOf, type Minute } from '../../../domain/case/interval'
import { reportCase } from '../../../domain/case/report'
import { spellsOf } from '../../../domain/case/spells'
import type { Process, Stage } from '../../../domain/codes'
import { calibrationOf, type KnownForecast } from '../../../domain/figures/calibration'
import { estimateOf, waitedSince, type StartedSpell } from '../../../domain/figures/estimate'
import type { FigureFilter } from '../../../domain/figures/filter'
import { cameAfter, forecastIn } from '../../../domain/figures/forecast'
import { simulate } from '../../../domain/simulation/simulate'
import { daysOf } from '../../../domain/simulation/truth'
import { worldUntil } from '../../../domain/simulation/world'
import { now } from './worlds'

// Forecasts made from what had been told by then, held against what was told later: with everybody's memory as it is, and a
// third who never come back. Before the rules change, which nobody can foresee.
const all = simulate({ seed: 'forecasts', now, cases: 5000 }).filter(({ truth }) => truth)
const { from, ruleChange } = worldUntil(minuteOf(now))

/** A spell as the site knew it from one telling of its case to the next. */
type Known = StartedSpell & { since: Minute; until: Minute; isFirst: boolean }

function knownSpells(process: Process, stage: Stage): Known[] {
  return all.filter(({ draft }) => draft.facts.process === process).flatMap(({ draft, reportedAt, later, account }, caseId) => {
    const first = reportCase(draft, reportedAt)
    if (!first.ok) throw new Error(`${draft.ref}`)
    const again = later && reportCase(later.draft, later.at, first.case)
    const told = [
      { it: first.case, since: reportedAt, until: later?.at ?? Infinity, isFirst: true },
      ...(again?.ok ? [{ it: again.case, since: later!.at, until: Infinity, isFirst: false }] : []),
    ]
    return told.flatMap(({ it, since, until, isFirst }) => spellsOf(it).filter(spell => spell.stage === stage)
      .map(spell => ({ ...spell, caseId, account: `person ${account}`, since: since / 60_000, until: until / 60_000, isFirst })))
  })
}

/** Forecasts on up to 200 open cases, from the fifth month until the rules change; `seen` is what is made of the others. */
function forecastsOf(process: Process, stage: Stage, seen: (others: Known[], at: Minute) => StartedSpell[] = others => others): KnownForecast[] {
  const filter: FigureFilter = { process, layer: 'own' }
  const spells = knownSpells(process, stage)
  const open = spells.filter(({ isFirst, cause, since, startEarliest, startLatest }) =>
    isFirst && cause === 0 && since > from + 150 * 1440 && since < ruleChange && startEarliest !== null && startLatest !== null)
  return open.filter((_, i) => i % Math.ceil(open.length / 200) === 0).flatMap((spell): KnownForecast[] => {
    const { since: at, caseId } = spell
    const waited = waitedSince([spell.startEarliest!, spell.startLatest!], at)
    const others = spells.filter(it => it.since <= at && at < it.until && it.caseId !== caseId)
    const forecast = forecastIn(estimateOf({ filter, stage, waited }, seen(others, at), at))
    const came = spells.findLast(it => it.caseId === caseId && it.order === spell.order && it.round === spell.round)!
    if (!forecast) return []
    return [{ ...forecast, stage, account: `case ${caseId}`, cause: came.cause, after: cameAfter(forecast, came) }]
  })
}

/** As if those still waiting had waited on in silence until the forecast: what the method forbids. */
function waitingUntilNow(others: Known[], at: Minute): StartedSpell[] {
  return others.map(spell => {
    if (spell.cause > 0 || spell.startEarliest === null || spell.startLatest === null) return spell
    const { minutes, days } = waitedSince([spell.startEarliest, spell.startLatest], at)
    return { ...spell, wait: [minutes, minutes], days }
  })
}

// Filing goes by whole days, certification's calls by minutes.
const [calls, filings] = [forecastsOf('certification', 'first_call'), (['platform', 'bureau'] as const).flatMap(it => forecastsOf('filing', it))]

test.each([['calls', calls], ['filings', filings]])('of %s about 80 in 100 ended within the 80 % windows, half by the half', (_, forecasts) => {
  const { n, inside, late, by_half, by_three_quarters } = calibrationOf(forecasts)
  expect(n).toBeGreaterThan(80)
  for (const kept of [inside, late, by_half, by_three_quarters]) {
    expect(kept!.lower).toBeLessThan(kept!.promised)
    expect(kept!.upper).toBeGreaterThan(kept!.promised)
  }
})

test('with the silent counted as waiting until now nobody is late, where one in ten should be', () => {
  const { late } = calibrationOf(forecastsOf('certification', 'first_call', waitingUntilNow))
  expect(late!.upper).toBeLessThan(0.1)
})

test.each([7, 9, 11])('whoever still waits for the bureau on day %i hears that same day as often as was said halfway', day => {
  const half = Math.round((from + ruleChange) / 2)
  const spells = knownSpells('filing', 'bureau').filter(it => it.since <= half && half < it.until)
  const waited = { minutes: day * 1440, days: day }
  const [today] = estimateOf({ filter: { process: 'filing', layer: 'own' }, stage: 'bureau', waited }, spells, half).course
  const later = all.flatMap(({ truth }) => truth!.spells).filter(({ stage, start }) => stage === 'bureau' && start > half && start < ruleChange)
  const waiting = later.filter(spell => daysOf(spell) >= day)
  const heard = waiting.filter(spell => daysOf(spell) === day).length / waiting.length
  expect(today!.after).toBe(0)
  // Counted from the day after, nobody would hear today.
  expect(1 - today!.waiting.share).toBeGreaterThan(0.05)
  expect(Math.abs(1 - today!.waiting.share - heard)).toBeLessThan(0.08)
})
