import type { ComparisonFigure } from '@/domain/figures/comparison'
import type { Gap, GapShare } from '@/domain/figures/two-groups'
import { fewestEventsToCompare } from '@/domain/statistics/thresholds'
import type { Words } from '@/messages/words'
import { sayLength, sayWaitLimits, sayWithin } from './say'

/** A group by its name: 个人, 工具, 规则后 8 周. */
export function groupName({ by, rule }: ComparisonFigure, code: string, { codes, compare }: Words): string {
  if (by === 'rule') return code === 'after' ? compare.after(rule?.weeks ?? 0) : compare.before(rule?.weeks ?? 0)
  const names: Record<string, string> = { subject: codes.subject, category: codes.category, pattern: codes.namePattern, channel: codes.channel }[by]
  return names[code] ?? code
}

/** What a comparison finds, in one sentence, or why it finds nothing. What stands between ** ** is set bold. */
export function comparisonSentence(figure: ComparisonFigure, words: Words): string {
  const { compare } = words
  const { groups: [first, second], by, rule, scale } = figure
  if (figure.suppressed === 'counting') return words.stats.countingWhy
  if (!first || !second) return by !== 'rule' ? compare.noPair : rule ? compare.noSides : compare.noRule
  const [a, b] = [first, second].map(({ code }) => groupName(figure, code, words)) as [string, string]
  const held = [[first, a], [second, b]].find(([group]) => (group as typeof first).suppressed) as [typeof first, string] | undefined
  if (held) return heldBack(held[0].suppressed!, held[1], words)
  const telling = figure.times.find(({ t }) => t === figure.telling)
  if (!telling?.gap) return compare.noTime
  const within = sayWithin(telling.t, scale, words)
  if (telling.clear) {
    const [points, ...limits] = magnitudes(telling.gap)
    return compare.clear(within, a, b, telling.gap.value > 0, points, compare.limits(...limits))
  }
  const short = [first, second].some(({ events }) => (events ?? 0) < fewestEventsToCompare)
  if (short) return compare.tooFew(fewestEventsToCompare, compare.ends(a, first.events ?? 0), compare.ends(b, second.events ?? 0))
  return compare.unclear(within, a, b)
}

/** A gap with its sign in whole points: 多 12（4–20）, 少 3（从少 9 到多 3）. */
export function sayGap({ value, lower, upper }: GapShare, { compare }: Words): string {
  const [from, to] = [percent(lower), percent(upper)]
  return `${compare.points(percent(value))} (${to <= 0 && from < 0 ? compare.limits(-to, -from) : compare.limits(from, to)})`
}

export function sayVerdict({ gap, clear }: Gap, { compare }: Words): string {
  if (!gap) return compare.verdicts.unknown
  return clear ? compare.verdicts.clear : compare.verdicts.unclear
}

/** By when half of a group had an answer. */
export function sayMedian({ median }: ComparisonFigure['groups'][number], scale: ComparisonFigure['scale'], words: Words): string | null {
  const { compare } = words
  const { value, more_than } = median
  if (value !== null) return compare.median(sayWithin(value, scale, words), sayWaitLimits(median, scale, words))
  return more_than === null ? null : compare.medianBeyond(sayLength(more_than, scale, words))
}

/** How often chance alone would do it, to one digit: nobody needs more. */
export function sayChance({ log_rank }: ComparisonFigure, { compare }: Words): string {
  if (!log_rank) return compare.chanceNone
  const one = 1 / Math.max(log_rank.p, 1e-9)
  const digit = 10 ** Math.floor(Math.log10(one))
  const rounded = one < 10 ? Math.round(one) : Math.round(one / digit) * digit
  return compare.chance(compare.oneIn(rounded)) + (log_rank.stratified ? compare.chanceByMonth : compare.chanceWhole)
}

function heldBack(suppressed: string, name: string, { compare }: Words): string {
  if (suppressed === 'few_accounts') return compare.fewPeople(name)
  return suppressed === 'complement' ? compare.complement(name) : compare.countsOnly(name)
}

/** Size and limits of a gap that lies on one side of 0, without its sign. */
function magnitudes({ value, lower, upper }: GapShare): [number, number, number] {
  const [from, to] = value > 0 ? [lower, upper] : [-upper, -lower]
  return [Math.abs(percent(value)), percent(from), percent(to)]
}

// -0 would be written as such.
const percent = (share: number) => Math.round(share * 100) + 0
