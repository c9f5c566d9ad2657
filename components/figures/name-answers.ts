import type { NameChangesFigure } from '@/domain/figures/name-changes'
import type { NamesFigure } from '@/domain/figures/names'
import type { Words } from '@/messages/words'
import { byShare, leadingTitle, named } from '../charts/named-shares'
import { sayShare, sayShareLimits } from './say'
import { sayMost } from './say-outcome'

// What the page of names answers, a sentence each: the titles of its drawings, and its list of questions.

export function patternsAnswer({ patterns, rankings }: NamesFigure, words: Words): string {
  const { stats, codes } = words
  const shares = byShare(named(patterns.map(({ either }) => either), codes.namePattern), rankings.patterns)
  return leadingTitle(shares, stats.namesByPattern, stats.namesByPatternAt, words, rankings.patterns)
}

export function categoriesAnswer({ categories, rankings }: NamesFigure, words: Words): string {
  const { paths, codes } = words
  const shares = byShare(named(categories, codes.category), rankings.categories)
  return leadingTitle(shares, paths.categoriesTitle, paths.categoriesTitleAt, words, rankings.categories)
}

export function filingAnswer({ filing_passed }: NamesFigure, words: Words): string {
  const { paths } = words
  const { x, n, share, ...limits } = filing_passed?.either ?? { x: null, n: 0, share: null, lower: null, upper: null }
  if (x === null) return paths.filingFew
  if (share === null) return paths.filingCounts(n, x)
  if (x === 0) return paths.filingNone(n, sayMost(limits, words))
  return paths.filingShare(n, sayShare(share, words), sayShareLimits(limits, words) ?? '')
}

export function changesAnswer({ all, n, days, suppressed }: NameChangesFigure, words: Words): string {
  const { paths } = words
  if (suppressed === 'counting') return words.stats.countingWhy
  if (all?.verdicts) return paths.changesTitle(days, n, sayShare(all.verdicts[0]!.share, words))
  return n === 0 ? paths.changesNone : paths.changesCounts(n)
}
