import type { CohortNote } from '@/domain/figures/cohort'
import type { DurationsFigure } from '@/domain/figures/durations'
import type { FigureFinding } from '@/domain/figures/finding'
import type { NamesFigure } from '@/domain/figures/names'
import type { OutcomesFigure } from '@/domain/figures/outcomes'
import type { SoftwareCopyrightFigure } from '@/domain/figures/software-copyright'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { sayInstant } from '../say/time'
import { sayLength, sayRounds, saySpells, sayShareLimits, sayWaitLimits } from './say'
import { tellingRow } from './sentence'

type Props = { finding: FigureFinding; words: Words; brief?: boolean }
type Part = string | null | false

/** `main`: how sure it is, of how many, whose; `more`: who is left out, and what else to know. */
type Parts = { main: Part[]; more: Part[] }

/** How much a finding can bear: its interval, its cases, whose they are; at length also who is left out. Never left off. */
export function Weight({ finding, words, brief = false }: Props) {
  const { stats } = words
  const isSaid = !isSilent(finding.figure.suppressed)
  const { more } = isSaid ? partsOf(finding, words) : { more: [] }
  const counts = finding.kind === 'durations' || finding.kind === 'outcomes'
  return (
    <>
      <p className="weight mt-2">{weightOf(finding, words)}</p>
      {!brief && <p className="weight">{stats.caveat}{counts && stats.waitingMeaning}</p>}
      {!brief && more.some(Boolean) && (
        <details className="text-small text-soft">
          <summary className="inline-flex min-h-11 items-center underline decoration-line underline-offset-4">{stats.weightMore}</summary>
          <p className="weight">{join(more, words)}</p>
        </details>
      )}
    </>
  )
}

/** How sure a finding is, of how many cases, whose: one sentence. */
export function weightOf(finding: FigureFinding, words: Words): string {
  const { suppressed, filter, counted_at: countedAt } = finding.figure
  const main = isSilent(suppressed) ? [] : partsOf(finding, words).main
  const when = countedAt !== undefined && words.stats.countedAt(sayInstant(countedAt))
  return join([...main, words.stats.layerSays[filter.layer], when], words)
}

function join(parts: Part[], { stats }: Words): string {
  const sentence = parts.filter(Boolean).join(stats.sentenceJoin) + stats.sentenceEnd
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}

function partsOf(finding: FigureFinding, words: Words): Parts {
  switch (finding.kind) {
    case 'durations': return ofDurations(finding.figure, words)
    case 'outcomes': return ofOutcomes(finding.figure, words)
    case 'names': return ofNames(finding.figure, words)
    case 'software_copyright': return ofCopyright(finding.figure, words)
  }
}

function ofDurations(figure: DurationsFigure, words: Words): Parts {
  const { stats } = words
  const { quantiles, scale, waiting, otherwise, capped, early, stage, suppressed, rough_median } = figure
  const limits = suppressed ? null : sayWaitLimits(quantiles['0.5'], scale, words)
  const rough = rough_median && [rough_median.shortest, rough_median.longest]
    .map(t => (t === null ? stats.notReached(sayLength(figure.last ?? 0, scale, words)) : sayLength(t, scale, words)))
  return {
    main: [
      figure.under_review && words.batches.underReview, limits && stats.interval(limits), stats.counted(saySpells(figure, words), waiting ?? 0), early && stats.early,
      isProvisional(figure) && stats.provisional,
    ],
    more: [
      figure.working !== undefined && words.compare.workingClock,
      isProvisional(figure) && words.compare.cohortAll,
      Boolean(otherwise) && stats.otherwise[stage](sayRounds(otherwise!, figure, words)),
      rough && rough[0] !== rough[1] && stats.roughMedian(rough[0]!, rough[1]!),
      ofSettled(figure, sayRounds(figure.unsettled, figure, words), words),
      ...ofLeftOut(figure, words),
      capped > 0 && stats.capped(sayRounds(capped, figure, words)),
    ],
  }
}

/** On the clock of working hours some have no place in the calendar. */
function ofLeftOut(figure: DurationsFigure, words: Words): Part[] {
  const { left_out, scale, working } = figure
  const some = (n: number) => sayRounds(n, figure, words)
  if (!working) return [left_out > 0 && words.stats.leftOut(some(left_out), scale === 'day' ? 'day' : 'minute')]
  const { undated, outside, from, to } = working
  const rough = left_out - undated - outside
  return [
    rough > 0 && words.compare.workingRough(some(rough)),
    undated > 0 && words.compare.workingUndated(some(undated)),
    outside > 0 && words.compare.workingOutside(some(outside), from, to),
  ]
}

function ofOutcomes(figure: OutcomesFigure, words: Words): Parts {
  const { stats } = words
  const row = tellingRow(figure)
  const limits = row && sayShareLimits(row.endings[0]!, words)
  return {
    main: [
      figure.under_review && words.batches.underReview, limits && stats.interval(limits), stats.counted(stats.cases(figure.n), figure.waiting ?? 0), figure.early && stats.early,
      isProvisional(figure) && stats.provisional,
    ],
    more: [
      ofSettled(figure, stats.cases(figure.unsettled), words),
      figure.left_out > 0 && stats.leftOut(stats.cases(figure.left_out), 'day'),
      figure.capped > 0 && stats.capped(stats.cases(figure.capped)),
    ],
  }
}

function ofNames(figure: NamesFigure, words: Words): Parts {
  const { stats } = words
  const { told: { either, rename, proof }, left_out: { not_reached, unknown } } = figure
  const limits = sayShareLimits(either, words)
  return {
    main: [limits && stats.interval(limits), stats.casesOf(figure.n, figure.accounts), figure.early && stats.early],
    more: [
      rename.x !== null && proof.x !== null
        && stats.namesParts(stats.xOfN(rename.x, rename.n), stats.xOfN(proof.x, proof.n)),
      not_reached + unknown > 0 && stats.namesLeftOut(not_reached, unknown),
      figure.capped > 0 && stats.capped(stats.cases(figure.capped)),
    ],
  }
}

function ofCopyright(figure: SoftwareCopyrightFigure, words: Words): Parts {
  const { stats } = words
  const { demanded } = figure
  const limits = sayShareLimits(demanded, words)
  return {
    main: [limits && stats.interval(limits), stats.casesOf(figure.n, figure.accounts), figure.early && stats.early],
    more: [
      figure.left_out > 0 && stats.copyrightLeftOut(figure.left_out),
      figure.capped > 0 && stats.capped(stats.cases(figure.capped)),
    ],
  }
}

const isProvisional = ({ provisional, suppressed }: DurationsFigure | OutcomesFigure) => provisional && !suppressed

function ofSettled({ cohort, unsettled }: CohortNote, younger: string, { stats }: Words): Part {
  return cohort === 'settled' && stats.settled(unsettled > 0 && younger)
}
