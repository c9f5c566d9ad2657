import { toldOf } from '../case/told'
import { categories, nameChanges, namePatterns, passedElsewhere } from '../codes'
import { clearDifference, type ClearDifference } from '../statistics/compare-shares'
import { method } from '../statistics/method'
import type { Pooling } from '../statistics/pooling'
import type { Share } from '../statistics/shares'
import { countAccounts, isEarly, suppressionOf, type Suppression } from '../statistics/suppression'
import { fewestEvents } from '../statistics/thresholds'
import { casesToRead } from './few'
import type { FigureFilter } from './filter'
import type { HeldLines, Lines } from './guard'
import { capTold, rankingOf, shareOf, sharesBy, sharesWith, type ToldCase } from './told'

/** What names were told: another name (`rename`), a proof (`proof`), or at least one of them, each x of the same n. */
export type NameShares = { either: Share; rename: Share; proof: Share }

/**
 * Of those whose same name had passed in their filing, what this review told them all the same; `difference` is how much more
 * often than those whose name had passed nowhere, null where either share is held back.
 */
export type FilingPassed = NameShares & { nowhere: Share | null; difference: ClearDifference | null }

/**
 * What became of names (API names), by facts and events (`toldOf`). Of `n` cases, of `accounts` people, an answer is known;
 * `left_out` had not reached it, or nobody says: neither ever counts as a pass. `patterns` has one line per name pattern (a name of several
 * stands in each), `changes` what those told to rename did where that is known, and `passed_elsewhere` the share told
 * either by where the same name had passed before. `categories` are the same by kind of program, `rankings` both of these pulled
 * towards their average; `filing_passed` is null where nobody says that his name had passed in his filing. `cases` are the ones to read instead, under 5 people.
 */
export type NamesFigure = {
  method: string
  filter: FigureFilter
  n: number
  accounts: number
  left_out: { not_reached: number; unknown: number }
  capped: number
  suppressed: Suppression | null
  early: boolean
  told: NameShares
  patterns: ({ pattern: string } & NameShares)[]
  categories: Share[]
  rankings: { patterns: Pooling | null; categories: Pooling | null }
  changes: Share[]
  passed_elsewhere: Share[]
  filing_passed: FilingPassed | null
  cases: number[]
}

/** Those whose name has an answer: what the figure counts. */
export const judgedOf = (told: readonly ToldCase[]) => told.filter(it => toldOf(it).name === 'answered')

const patternsOf = (it: ToldCase) => it.facts.name_pattern ?? ['unknown']
const categoriesOf = (it: ToldCase) => [it.facts.category]
const elsewhereOf = (it: ToldCase) => [it.facts.passed_elsewhere ?? 'unknown']

/** The lines of its tables. */
export const nameLines = { patterns: patternsOf, categories: categoriesOf, passed_elsewhere: elsewhereOf } satisfies Lines<ToldCase>

/** @param held lines that may not be shown, whatever their size */
export function namesFigureOf(filter: FigureFilter, told: readonly ToldCase[], held: HeldLines = {}): NamesFigure {
  const judged = judgedOf(told)
  const { counted, capped } = capTold(judged)
  const accounts = countAccounts(counted)
  const suppressed = suppressionOf(accounts, fewestEvents)
  const patterns = byPattern(counted, held.patterns)
  const byCategory = sharesBy(categories, counted, categoriesOf, isTold, held.categories)
  const notReached = told.filter(it => toldOf(it).name === 'not_reached').length
  return {
    method,
    filter,
    n: counted.length,
    accounts,
    left_out: { not_reached: notReached, unknown: told.length - judged.length - notReached },
    capped,
    suppressed,
    early: isEarly(counted.length),
    told: {
      either: shareOf('either', counted, isTold), rename: shareOf('rename', counted, isRenamed),
      proof: shareOf('proof', counted, isToProve),
    },
    patterns,
    categories: byCategory,
    rankings: { patterns: rankingOf(patterns.map(({ either }) => either)), categories: rankingOf(byCategory) },
    changes: changesOf(counted),
    passed_elsewhere: byElsewhere(counted, isTold, held.passed_elsewhere),
    filing_passed: filingPassed(counted, held.passed_elsewhere),
    cases: casesToRead(suppressed, counted),
  }
}

/** The three tables have the same lines with the same n, so the same lines are held back in each. */
function byPattern(counted: readonly ToldCase[], held?: ReadonlySet<string>): NamesFigure['patterns'] {
  const [either, rename, proof] = [isTold, isRenamed, isToProve]
    .map(isTrue => sharesBy(namePatterns, counted, patternsOf, isTrue, held)) as [Share[], Share[], Share[]]
  return either.map((line, i) => ({ pattern: line.code, either: line, rename: rename[i]!, proof: proof[i]! }))
}

function byElsewhere(counted: readonly ToldCase[], isTrue: (it: ToldCase) => boolean, held?: ReadonlySet<string>): Share[] {
  return sharesBy(passedElsewhere.filter(isKnown), counted, elsewhereOf, isTrue, held)
}

function filingPassed(counted: readonly ToldCase[], held?: ReadonlySet<string>): FilingPassed | null {
  const [either, rename, proof] = [isTold, isRenamed, isToProve]
    .map(isTrue => byElsewhere(counted, isTrue, held).find(({ code }) => code === 'filing'))
  if (!either || !rename || !proof) return null
  const nowhere = byElsewhere(counted, isTold, held).find(({ code }) => code === 'no') ?? null
  return { either, rename, proof, nowhere, difference: nowhere && clearDifference(either, nowhere) }
}

function changesOf(counted: readonly ToldCase[]): Share[] {
  const known = counted.filter(it => isRenamed(it) && isKnown(it.facts.name_change ?? 'unknown'))
  return sharesWith(nameChanges, known, it => [it.facts.name_change!])
}

const isRenamed = (it: ToldCase) => toldOf(it).toChange
const isToProve = (it: ToldCase) => toldOf(it).toProve
const isTold = (it: ToldCase) => isRenamed(it) || isToProve(it)
const isKnown = (code: string) => code !== 'unknown'
