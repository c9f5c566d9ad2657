import { minuteOf } from '@/domain/case/interval'
import { readEstimate } from '@/domain/figures/estimate-address'
import {
  changeRows, comparisonRows, estimateRows, monthRows, orderRows, reasonRows, repairRows, robustnessRows, roundRows, trendRows,
} from '@/domain/figures/grouped-rows'
import { isUnsaid, type AskedOf, type KeptAnswers, type KeptKind } from '@/domain/figures/kept'
import { nameVerdictStage } from '@/domain/figures/name-changes'
import { settledLike } from '@/domain/figures/outcomes'
import { copyrightRows, nameRows, waitRows, withoutRows, workingRows } from '@/domain/figures/rows'
import { onWorkingClock } from '@/domain/figures/working-figure'
import type { Database } from '../connection'
import { comparisonFigure } from './comparison'
import { coursesFor, toldFor } from './told'
import { comparedSpellsFor, datedSpellsFor } from './dated-spells'
import { durationsFigure } from './durations'
import { estimateFigure } from './estimate'
import { outcomeMonthsFigure } from './months'
import { namesFigure } from './names'
import { outcomesFigure } from './outcomes'
import { nameChangesFigure, ordersFigure, reasonsFigure, repairsFigure, roundsFigure } from './paths'
import { robustnessFigure } from './robustness'
import { softwareCopyrightFigure } from './software-copyright'
import { markedSpellsFor, spellsFor, wholeSpellsFor } from './spells'
import { trendFigure, trendSpellsFor } from './trend'
import { workingFigure } from './working-time'

type Answering<Kind extends KeptKind> = {
  /** The figure, in the shape of its API answer. `now` in epoch milliseconds. */
  answer(database: Database, asked: AskedOf<Kind>, now: number): Promise<KeptAnswers[Kind]>
  /** The rows it was counted from, as CSV; asked in the same transaction as the answer, where it matters. */
  rows(database: Database, asked: AskedOf<Kind>, answer: KeptAnswers[Kind], now: number): Promise<string>
}

/** One computation for the API, for what is kept and for what is downloaded. */
const figures: { [Kind in KeptKind]: Answering<Kind> } = {
  durations: {
    answer: (database, { stage, clock, ...rest }, now) =>
      (clock === 'working' ? workingFigure : durationsFigure)(database, { ...rest, stage: stage! }, now),
    async rows(database, { stage, clock, cohort: _, ...filter }, { cohort, scale }, now) {
      const counted = { cohort, settling: stage!, now: minuteOf(now) }
      if (clock === 'working') {
        return workingRows((await datedSpellsFor(database, stage!, filter)).map(onWorkingClock), counted)
      }
      const unit = scale === 'day' ? 'day' : 'minute'
      return waitRows(await markedSpellsFor(database, stage!, filter), { ...counted, scale: unit })
    },
  },
  outcomes: {
    answer: outcomesFigure,
    async rows(database, filter, { cohort }, now) {
      const counted = { scale: 'day', cohort, settling: settledLike[filter.process], now: minuteOf(now) } as const
      return waitRows(await markedSpellsFor(database, 'whole', filter), counted)
    },
  },
  names: {
    answer: namesFigure,
    rows: async (database, filter) => nameRows(await toldFor(database, filter)),
  },
  softwareCopyright: {
    answer: softwareCopyrightFigure,
    rows: async (database, filter) => copyrightRows(await toldFor(database, filter)),
  },
  comparison: {
    answer: (database, { stage, by, a, b, rule = null, clock, cohort, ...filter }, now) => comparisonFigure(database, filter, {
      stage: stage!, by, pair: a !== undefined && b !== undefined ? [a, b] : null, rule, clock, cohort,
    }, now),
    rows: async (database, { stage }, figure, now) =>
      comparisonRows(await comparedSpellsFor(database, stage!, figure.filter), figure, minuteOf(now)),
  },
  trend: {
    answer: (database, { stage, measure, ...filter }, now) => trendFigure(database, { filter, measure, stage: stage! }, now),
    rows: async (database, { stage, measure, ...filter }, figure, now) =>
      trendRows(await trendSpellsFor(database, { filter, measure, stage: stage! }, now), figure),
  },
  estimate: {
    answer: (database, asked, now) => {
      const { filter, stage, waited } = readEstimate(asked, minuteOf(now))
      return estimateFigure(database, { filter, stage, waited: waited! }, now)
    },
    rows: async (database, { stage }, figure, now) =>
      estimateRows(await spellsFor(database, stage!, figure.filter), figure, minuteOf(now)),
  },
  robustness: {
    answer: (database, { stage, ...filter }, now) => robustnessFigure(database, { ...filter, stage: stage! }, now),
    rows: async (database, { stage, ...filter }, figure, now) =>
      robustnessRows(await spellsFor(database, stage!, filter), await wholeSpellsFor(database, filter), figure, minuteOf(now)),
  },
  outcomeMonths: {
    answer: outcomeMonthsFigure,
    rows: async (database, filter, figure) => monthRows(await wholeSpellsFor(database, filter), figure),
  },
  rounds: {
    answer: (database, filter, now) => roundsFigure(database, filter, now),
    rows: async (database, filter, figure, now) => roundRows(await coursesFor(database, filter), figure, minuteOf(now)),
  },
  orders: {
    answer: (database, filter, now) => ordersFigure(database, filter, now),
    rows: async (database, filter, figure, now) => orderRows(await coursesFor(database, filter), figure, minuteOf(now)),
  },
  reasons: {
    answer: (database, filter) => reasonsFigure(database, filter),
    rows: async (database, filter) => reasonRows(await coursesFor(database, filter)),
  },
  repairs: {
    answer: (database, filter, now) => repairsFigure(database, filter, now),
    rows: async (database, filter, figure, now) => repairRows(await coursesFor(database, filter), figure, minuteOf(now)),
  },
  nameChanges: {
    answer: nameChangesFigure,
    rows: async (database, filter, figure, now) => changeRows(
      await coursesFor(database, filter), await spellsFor(database, nameVerdictStage[filter.process], filter), figure, minuteOf(now)),
  },
}

/** What a figure answers; see `readQuestion` for what may be asked. `now` in epoch milliseconds. */
export function answerOf<Kind extends KeptKind>(
  database: Database, kind: Kind, asked: AskedOf<Kind>, now = Date.now(),
): Promise<KeptAnswers[Kind]> {
  return figures[kind].answer(database, asked, now)
}

/** A figure and the rows behind it. There are none where it may not be said. */
export async function figureWithRows<Kind extends KeptKind>(
  database: Database, kind: Kind, asked: AskedOf<Kind>, now = Date.now(),
): Promise<{ answer: KeptAnswers[Kind]; csv: string }> {
  const answer = await figures[kind].answer(database, asked, now)
  const csv = await figures[kind].rows(database, asked, answer, now)
  return { answer, csv: isUnsaid(kind, answer) ? withoutRows(csv) : csv }
}
