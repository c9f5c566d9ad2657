import { isAlike, type Pooling } from '@/domain/statistics/pooling'
import type { Share } from '@/domain/statistics/shares'
import type { Words } from '@/messages/words'
import { sayShare } from '../figures/say'

export type NamedShare = Share & { name: string }

export function named(shares: readonly Share[], names: Record<string, string>): NamedShare[] {
  return shares.map(share => ({ ...share, name: names[share.code] ?? share.code }))
}

/** Whether a drawing has anything to say: one line that may at least be counted. */
export const areCounted = (shares: readonly Share[]) => shares.some(({ x }) => x !== null)

/**
 * The largest shares first, then those that are only counted, then those held back; "not sure" always last. Where they are
 * pulled towards their average, in that order: one or two cases by chance do not lead.
 */
export function byShare(shares: readonly NamedShare[], pooling: Pooling | null = null): NamedShare[] {
  const pooled = new Map(pooling && !isAlike(pooling) ? pooling.lines.map(line => [line.code, line.share]) : [])
  const rank = ({ share, x, code }: Share) => (code === 'unknown' ? -3 : pooled.get(code) ?? share ?? (x === null ? -2 : -1))
  return [...shares].sort((a, b) => rank(b) - rank(a))
}

/**
 * The title names the first line where its interval leaves all others' shares below, and the lines differ by more than
 * chance; where they do not, it says between which shares they lie, else what the first ones are, or that too few tell.
 */
export function leadingTitle(
  shares: readonly NamedShare[], question: string, say: (name: string, x: number, n: number) => string, words: Words,
  pooling: Pooling | null = null,
): string {
  const told = shares.filter(({ share, code }) => share !== null && code !== 'unknown')
  const [first, ...others] = told
  if (!first || first.x === null) return words.paths.titleOf(question, words.paths.tooFewToSay)
  if (pooling && isAlike(pooling)) {
    const known = told.map(({ share }) => share!)
    return words.paths.alikeTitle(question, sayShare(Math.min(...known), words), sayShare(Math.max(...known), words))
  }
  const clear = others.length > 0 && others.every(({ share }) => share! < first.lower!)
  return clear ? say(first.name, first.x, first.n) : firstTitle(told, question, words)
}

/** The question with its largest answers, in the order given. */
export function firstTitle(shares: readonly NamedShare[], question: string, words: Words): string {
  const { paths, stats } = words
  const told = shares.filter(({ share, code }) => share !== null && code !== 'unknown').slice(0, mostNamed)
  const answers = told.map(({ name, share }) => stats.outcomePart(name, sayShare(share!, words))).join(stats.listJoin)
  return paths.titleOf(question, answers || paths.tooFewToSay)
}

/** As many as a line holds. */
const mostNamed = 3
