import { minuteOf } from '@/domain/case/interval'
import { comparisonFigureOf, type Dimension } from '@/domain/figures/comparison'
import { durationsFigureOf } from '@/domain/figures/durations'
import { estimateOf } from '@/domain/figures/estimate'
import { readEstimate } from '@/domain/figures/estimate-address'
import type { FigureFilter } from '@/domain/figures/filter'
import type { AskedOf, KeptAnswers, KeptKind } from '@/domain/figures/kept'
import { outcomeMonthsFigureOf } from '@/domain/figures/months'
import { nameChangesFigureOf } from '@/domain/figures/name-changes'
import { namesFigureOf } from '@/domain/figures/names'
import { outcomesFigureOf } from '@/domain/figures/outcomes'
import { reasonsFigureOf } from '@/domain/figures/reasons'
import { repairsFigureOf } from '@/domain/figures/repairs'
import { robustnessHead, robustShare, robustWait } from '@/domain/figures/robustness'
import { ordersFigureOf, roundsFigureOf } from '@/domain/figures/rounds'
import { softwareCopyrightFigureOf } from '@/domain/figures/software-copyright'
import { trendFigureOf } from '@/domain/figures/trend'
import { workingFigureOf } from '@/domain/figures/working-figure'

type Silent<Kind extends KeptKind> = (asked: AskedOf<Kind>, now: number) => KeptAnswers[Kind]

const counting = { suppressed: 'counting' } as const

/** The figures of nobody's cases, for as long as nobody has counted the real ones. `now` in minutes since the epoch. */
const silent: { [Kind in KeptKind]: Silent<Kind> } = {
  durations: ({ stage, clock, cohort, ...filter }, now) => ({
    ...(clock === 'working' ? workingFigureOf(filter, stage!, [], now, cohort) : durationsFigureOf(filter, stage!, [], now, { cohort })), ...counting,
  }),
  outcomes: (filter, now) => ({ ...outcomesFigureOf(filter, [], now), ...counting }),
  names: filter => ({ ...namesFigureOf(filter, []), ...counting }),
  softwareCopyright: (filter, now) => ({ ...softwareCopyrightFigureOf(filter, [], outcomesFigureOf(filter, [], now)), ...counting }),
  comparison: ({ stage, by, a: _, b: __, rule: ___, clock, cohort, ...filter }, now) => ({
    ...comparisonFigureOf(filter, stage!, { by: by as Dimension, pair: null, rule: null }, [], now, { clock, cohort }), ...counting,
  }),
  trend: ({ stage, measure, ...filter }, now) => ({ ...trendFigureOf({ filter, measure, stage: stage! }, [], [], now), ...counting }),
  estimate: (asked, now) => {
    const { filter, stage, waited } = readEstimate(asked, now)
    return { ...estimateOf({ filter, stage, waited: waited ?? { minutes: 0, days: 0 } }, [], now), ...counting }
  },
  robustness: ({ stage, ...filter }, now) => ({
    ...robustnessHead(filter, stage!),
    wait: { ...robustWait(stage!, [], now), ...counting }, outcome: { ...robustShare(filter, [], now), ...counting },
  }),
  outcomeMonths: (filter, now) => ({ ...outcomeMonthsFigureOf(filter, [], now), ...counting }),
  rounds: (filter, now) => ({ ...roundsFigureOf(filter, [], now), ...counting }),
  orders: (filter, now) => ({ ...ordersFigureOf(filter, [], now), ...counting }),
  reasons: filter => ({ ...reasonsFigureOf(filter, []), ...counting }),
  repairs: (filter, now) => ({ ...repairsFigureOf(filter, [], now), ...counting }),
  nameChanges: (filter, now) => ({ ...nameChangesFigureOf(filter as FigureFilter, [], [], now), ...counting }),
}

export function silentAnswer<Kind extends KeptKind>(kind: Kind, asked: AskedOf<Kind>, now: number): KeptAnswers[Kind] {
  return silent[kind](asked, minuteOf(now))
}
