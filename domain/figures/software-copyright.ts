import { demandedProofs, suppliedProofs } from '../case/told'
import { categories, namePatterns, outcomes, proofResults, softwareCopyrights, type Outcome } from '../codes'
import { method } from '../statistics/method'
import type { Pooling } from '../statistics/pooling'
import type { Share } from '../statistics/shares'
import { countAccounts, isEarly, suppressionOf, type Suppression } from '../statistics/suppression'
import { fewestEvents } from '../statistics/thresholds'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'
import type { HeldLines, Lines } from './guard'
import type { OutcomesFigure } from './outcomes'
import { capTold, rankingOf, shareOf, sharesBy, sharesWith, type ToldCase } from './told'

/** What people did about a demand, the first of these that is told; `ended` came to an end without any of them. */
export const demandResponses = ['supplied', 'renamed', 'left', 'ended', 'waiting'] as const
export type DemandResponse = (typeof demandResponses)[number]

/**
 * What followed a demand for a software copyright, over the `n` cases asked for it. `so_far` counts them by how each
 * stood when last heard of (null under 5 people; no shares, since the slow are still missing). `had` is whether they had one,
 * `responses` how those who tell how it went on divide up by what they did, those who still wait and have done nothing told
 * among them; `supplied` whether one was handed in, `results` how that was taken: each among those who say. `outcomes` is the
 * whole case since its start. However few came to one end: it is what is told of all of them, as everywhere.
 */
export type AfterDemand = {
  n: number
  accounts: number
  so_far: Partial<Record<Outcome, number>> | null
  had: Share[]
  responses: Share[]
  supplied: Share
  results: Share[]
  outcomes: OutcomesFigure
}

/**
 * Who was asked for a software copyright (API names): `demanded` is x of the `n` cases that say what they were asked for;
 * `left_out` cases do not say. `categories` and `patterns` are the same by kind of program and of name,
 * `rankings` these pulled towards their average.
 */
export type SoftwareCopyrightFigure = {
  method: string
  filter: FigureFilter
  n: number
  accounts: number
  left_out: number
  capped: number
  suppressed: Suppression | null
  early: boolean
  demanded: Share
  categories: Share[]
  patterns: Share[]
  rankings: { patterns: Pooling | null; categories: Pooling | null }
  after: AfterDemand
  cases: number[]
}

/** Those who say what they were asked for: what the figure counts. */
export const sayDemand = (told: readonly ToldCase[]) => told.filter(it => isKnown(demandedProofs(it)))

/** The lines of its tables, and what followed as the one line of `after`. */
export const copyrightLines = {
  categories: (it: ToldCase) => [it.facts.category],
  patterns: (it: ToldCase) => it.facts.name_pattern ?? ['unknown'],
  after: (it: ToldCase) => (isDemanded(it) ? ['demanded'] : []),
} satisfies Lines<ToldCase>

/**
 * `outcomes` is the figure of the whole cases of those asked for one.
 * @param held lines that may not be shown, whatever their size
 */
export function softwareCopyrightFigureOf(
  filter: FigureFilter, told: readonly ToldCase[], outcomes: OutcomesFigure, held: HeldLines = {},
): SoftwareCopyrightFigure {
  const known = sayDemand(told)
  const { counted, capped } = capTold(known)
  const accounts = countAccounts(counted)
  const suppressed = suppressionOf(accounts, fewestEvents)
  const byCategory = sharesBy(categories, counted, copyrightLines.categories, isDemanded, held.categories)
  const byPattern = sharesBy(namePatterns, counted, copyrightLines.patterns, isDemanded, held.patterns)
  return {
    method,
    filter,
    n: counted.length,
    accounts,
    left_out: told.length - known.length,
    capped,
    suppressed,
    early: isEarly(counted.length),
    demanded: shareOf('software_copyright', counted, isDemanded),
    categories: byCategory,
    patterns: byPattern,
    rankings: { patterns: rankingOf(byPattern), categories: rankingOf(byCategory) },
    after: afterDemand(held.after?.size ? [] : counted.filter(isDemanded), outcomes),
    cases: casesToRead(suppressed, counted),
  }
}

function afterDemand(asked: readonly ToldCase[], outcomes: OutcomesFigure): AfterDemand {
  const accounts = countAccounts(asked)
  const sayHad = asked.filter(it => isSaid(it.facts.software_copyright))
  const saySupplied = asked.filter(it => isKnown(suppliedProofs(it)))
  const supplied = saySupplied.filter(isSupplied)
  const sayResult = supplied.filter(it => isSaid(it.facts.proof_result))
  return {
    n: asked.length,
    accounts,
    so_far: suppressionOf(accounts, fewestEvents) === 'few_accounts' ? null : countOutcomes(asked),
    had: sharesWith(softwareCopyrights, sayHad, it => [it.facts.software_copyright!]),
    responses: sharesWith(demandResponses, asked.filter(it => responseOf(it) !== null), it => [responseOf(it)!]),
    supplied: shareOf('software_copyright', saySupplied, isSupplied),
    results: sharesWith(proofResults, sayResult, it => [it.facts.proof_result!]),
    outcomes,
  }
}

function countOutcomes(asked: readonly ToldCase[]): Partial<Record<Outcome, number>> {
  const counts = outcomes.map(code => [code, asked.filter(({ outcome }) => outcome === code).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

/** Null where nobody says how the case went on. */
function responseOf(it: ToldCase): DemandResponse | null {
  if (isSupplied(it)) return 'supplied'
  const { name_change } = it.facts
  if ((isSaid(name_change) && name_change !== 'none') || it.events.some(({ type }) => type === 'renamed')) return 'renamed'
  if (it.outcome === 'withdrawn' || it.outcome === 'moved_subject') return 'left'
  if (it.outcome === 'unknown') return null
  return it.outcome === 'waiting' ? 'waiting' : 'ended'
}

const isDemanded = (it: ToldCase) => demandedProofs(it)?.includes('software_copyright') ?? false
const isSupplied = (it: ToldCase) => suppliedProofs(it)?.includes('software_copyright') ?? false
const isSaid = (code: string | undefined) => code !== undefined && code !== 'unknown'

function isKnown(proofs: readonly string[] | undefined): boolean {
  return proofs !== undefined && !proofs.includes('unknown')
}
