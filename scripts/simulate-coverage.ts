// How often a 95 % interval of the product holds the truth, where the truth is known: medians, shares, and what had become of
// cases by a day. Three in ten are lost from sight at a random moment, as people who stop coming back are.
import { randomFrom, type Random } from '../domain/simulation/random'
import { durationsOf } from '../domain/statistics/durations'
import { outcomesOf, type OutcomeDay } from '../domain/statistics/outcomes'
import type { StageSpell } from '../domain/statistics/scale'
import { wilson } from '../domain/statistics/wilson'

/** Of `runs` samples of `n` cases the figure was said in `said`, and in a share `held` of these its interval held the truth. */
export type Coverage = { what: string, n: number, said: number, held: number }

type Limits = { lower: number | null, upper: number | null }

const day = 1440
const sizes = [30, 100, 300]
const lostAfter = 17 * day
/** The ways to end: how many, half of them by when, and how far apart. */
const ends = [{ share: 0.7, median: 3.8 * day, sigma: 0.6 }, { share: 0.3, median: 10 * day, sigma: 0.53 }]
/** Where each line of the outcome chart has enough events to be asked about; the last is those waiting. */
const daysAsked = [[3, 7, 14], [7, 14], [3, 7, 14]]

export function coverageTable(runs: number): Coverage[] {
  return [...medians(runs), ...shares(runs), ...outcomes(runs)]
}

export function lineOf({ what, n, said, held }: Coverage): string {
  return `${what.padEnd(28)} n=${String(n).padStart(3)}  said in ${String(said).padStart(4)}  ${(held * 100).toFixed(1)} %`
}

function medians(runs: number): Coverage[] {
  return sizes.map(n => coverage('median', n, runs, random => {
    const spells = Array.from({ length: n }, (_, caseId) => {
      const wait = random.around(5 * day, 0.8)
      return spellOf(caseId, wait, 1, random)
    })
    return { limits: durationsOf('decision', spells, 'minute').quantiles['0.5'], truth: 5 * day }
  }))
}

/**
 * The true share is drawn anew for every sample, as it differs from figure to figure: at one fixed share the few values x can
 * take decide, and Wilson's interval holds it exactly 92.98 % of the time at 30 % of 30 and 97.42 % at 10 % of 30.
 */
function shares(runs: number): Coverage[] {
  return sizes.map(n => coverage('share', n, runs, random => {
    const truth = 0.05 + 0.9 * random.unit()
    return { limits: wilson(Array.from({ length: n }, () => random.chance(truth)).filter(Boolean).length, n), truth }
  }))
}

/** One set of samples answers for every day and line. */
function outcomes(runs: number): Coverage[] {
  return sizes.filter(n => n >= 100).flatMap(n => {
    const tables = Array.from({ length: runs }, (_, run) => {
      const random = randomFrom('coverage', 'outcomes', n, run)
      return outcomesOf(['approved', 'refused'], Array.from({ length: n }, (_, caseId) => {
        const { wait, cause } = someEnd(random)
        return spellOf(caseId, wait, cause, random)
      })).table
    })
    return daysAsked.flatMap((days, line) => days.map(asked => {
      const truth = truthAt(asked, line)
      const what = `${['approved', 'refused', 'waiting'][line]} by day ${asked}`
      return sum(what, n, tables.map(table => ({ limits: limitsIn(table, asked, line), truth })))
    }))
  })
}

function coverage(what: string, n: number, runs: number, sample: (random: Random) => Sample): Coverage {
  return sum(what, n, Array.from({ length: runs }, (_, run) => sample(randomFrom('coverage', what, n, run))))
}

type Sample = { limits: Limits | null, truth: number }

/** No upper limit is "at least": it holds whatever lies above. */
function sum(what: string, n: number, samples: readonly Sample[]): Coverage {
  const said = samples.filter(({ limits }) => limits?.lower != null)
  const held = said.filter(({ limits, truth }) => limits!.lower! <= truth && truth <= (limits!.upper ?? Infinity))
  return { what, n, said: said.length, held: held.length / said.length }
}

function limitsIn(table: readonly OutcomeDay[], asked: number, line: number): Limits | null {
  const row = table.find(({ day }) => day === asked)!
  return line === ends.length ? row.waiting : row.causes?.[line] ?? null
}

function someEnd(random: Random): { wait: number, cause: number } {
  const place = random.chance(ends[0]!.share) ? 0 : 1
  return { wait: random.around(ends[place]!.median, ends[place]!.sigma), cause: place + 1 }
}

/** Begun at a random minute of a day; lost from sight before its end, it is pending since it was last heard of. */
function spellOf(caseId: number, wait: number, cause: number, random: Random): StageSpell {
  const begun = random.unit() * day
  const lost = random.exponential(lostAfter)
  const length = Math.round(Math.min(wait, lost))
  return {
    stage: 'decision', account: `${caseId}`, startMonth: null, caseId, order: 1, round: 1,
    cause: lost < wait ? 0 : cause, wait: [length, length], days: Math.floor((begun + length) / day),
  }
}

/** What is true by the end of a calendar day, from half a million cases that nobody lost from sight. */
function truthAt(asked: number, line: number): number {
  truths ??= truthByDay()
  const causes = truths[asked]!
  return line === ends.length ? 1 - causes[0]! - causes[1]! : causes[line]!
}

const drawn = 500_000
let truths: Record<number, number[]> | undefined

function truthByDay(): Record<number, number[]> {
  const random = randomFrom('coverage', 'truth')
  const byDay: Record<number, number[]> = Object.fromEntries([3, 7, 14].map(asked => [asked, [0, 0]]))
  for (let i = 0; i < drawn; i++) {
    const { wait, cause } = someEnd(random)
    const days = Math.floor((random.unit() * day + Math.round(wait)) / day)
    for (const asked of [3, 7, 14]) if (days <= asked) byDay[asked]![cause - 1]! += 1 / drawn
  }
  return byDay
}
