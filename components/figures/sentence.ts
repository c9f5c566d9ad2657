import type { DurationsFigure } from '@/domain/figures/durations'
import type { FigureFinding } from '@/domain/figures/finding'
import type { NamesFigure } from '@/domain/figures/names'
import type { OutcomesFigure, OutcomeRow } from '@/domain/figures/outcomes'
import type { SoftwareCopyrightFigure } from '@/domain/figures/software-copyright'
import { fewestAccounts } from '@/domain/statistics/thresholds'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { sayRounds, saySpells, sayShare, sayWithin, sayLength } from './say'
import { sayMost } from './say-outcome'

/** What a figure finds, in one sentence; or that it cannot say it yet. Parts to be set bold stand between ** **. */
export function sentenceOf(finding: FigureFinding, words: Words): string {
  if (finding.figure.suppressed === 'complement') return words.stats.covered(subjectOf(finding, words))
  if (finding.figure.suppressed === 'counting') return words.stats.counting(subjectOf(finding, words))
  switch (finding.kind) {
    case 'durations': return durationsSentence(finding.figure, words)
    case 'outcomes': return outcomesSentence(finding.figure, words)
    case 'names': return namesSentence(finding.figure, words)
    case 'software_copyright': return copyrightSentence(finding.figure, words)
  }
}

/** What a finding is about, where it says nothing. */
function subjectOf(finding: FigureFinding, words: Words): string {
  if (finding.kind === 'durations') return nameOfStage(finding.figure.stage, finding.figure.filter.process, words)
  return words.stats.titles[finding.kind]
}

export function durationsSentence(figure: DurationsFigure, words: Words): string {
  const { stats } = words
  const { stage, scale, n, events, waiting, left_out, capped, suppressed, quantiles, filter: { process } } = figure
  const name = nameOfStage(stage, process, words)
  if (suppressed === 'few_accounts') {
    const all = n + left_out + capped
    if (left_out > 0) {
      const some = left_out < all && sayRounds(left_out, figure, words)
      return stats.durationsRough(name, sayRounds(all, figure, words), some)
    }
    return all < fewestAccounts ? stats.durationsFew(name, all) : stats.durationsFewPeople(name)
  }
  if (suppressed) {
    return stats.durationsCounts(name, saySpells(figure, words), sayRounds(events ?? 0, figure, words), waiting ?? 0)
  }
  const { value, more_than } = quantiles['0.5']
  if (value === null) return stats.halfNotReached(name, sayLength(more_than ?? 0, scale, words)) + stats.sentenceEnd
  const slowest = quantiles['0.9'].value
  const tail = slowest === null ? '' : stats.tail(sayWithin(slowest, scale, words))
  return stats.half[stage](sayWithin(value, scale, words), process) + tail + stats.sentenceEnd
}

export function outcomesSentence(figure: OutcomesFigure, words: Words): string {
  const { stats, codes } = words
  const { n, endings, ended, waiting, left_out, capped, suppressed, filter } = figure
  const good = endings[0]!
  const goodWords = stats.outcomeGood[good] ?? codes.ending[good]
  if (suppressed === 'few_accounts') {
    const all = n + left_out + capped
    if (left_out > 0) return stats.outcomeRough(all, left_out)
    return all < fewestAccounts ? stats.outcomeFew(all) : stats.outcomeFewPeople
  }
  if (suppressed) return stats.outcomeCounts(n, ended?.[0] ?? 0, goodWords, waiting ?? 0)
  const row = tellingRow(figure)
  if (!row) return stats.outcomeShort(n, waiting ?? 0)
  const { share, upper } = row.waiting
  const waits = share === 0 && upper !== null ? stats.noneWaited(sayMost(row.waiting, words)) : stats.stillWaited(sayShare(share, words))
  return stats.outcomeBy(filter.process, row.day, sayShare(row.endings[0]!.share, words), goodWords, waits)
}

/** The day to speak of: a week after the start, else the last day that enough people were followed to. */
export function tellingRow(figure: OutcomesFigure): { [K in keyof OutcomeRow]: NonNullable<OutcomeRow[K]> } | null {
  const week = figure.table.find(({ day }) => day === 7)
  if (week?.endings && week.waiting) return { day: week.day, endings: week.endings, waiting: week.waiting }
  const last = figure.curve.at(-1)
  return last && last.t > 0 ? { day: last.t, endings: last.endings, waiting: last.waiting } : null
}

export function namesSentence(figure: NamesFigure, words: Words): string {
  const { stats } = words
  const { n, capped, left_out: { not_reached, unknown }, suppressed, told: { either } } = figure
  if (suppressed === 'few_accounts') {
    const answered = n + capped
    return answered < fewestAccounts
      ? stats.namesFew(answered, answered + not_reached + unknown) : stats.namesFewPeople(answered)
  }
  if (either.share === null) return stats.namesCounts(n, either.x ?? 0)
  if (either.x === 0) return stats.namesNone(n, sayMost(either, words))
  return stats.namesShare(n, sayShare(either.share, words))
}

export function copyrightSentence(figure: SoftwareCopyrightFigure, words: Words): string {
  const { stats } = words
  const { n, capped, left_out, suppressed, demanded } = figure
  if (suppressed === 'few_accounts') {
    const said = n + capped
    return said < fewestAccounts ? stats.copyrightFew(said, said + left_out) : stats.copyrightFewPeople(said)
  }
  if (demanded.share === null) return stats.copyrightCounts(n, demanded.x ?? 0)
  if (demanded.x === 0) return stats.copyrightNone(n, sayMost(demanded, words))
  return stats.copyrightShare(n, sayShare(demanded.share, words))
}
