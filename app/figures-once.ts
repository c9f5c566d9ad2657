import { cache } from 'react'
import type { Database } from '@/db/connection'
import { figureFor, pathsFor } from '@/db/figures/beforehand/ask'
import type { Asked } from '@/db/figures/comparison'
import { processFindings } from '@/db/figures/findings'
import type { Stage } from '@/domain/codes'
import type { Cohort } from '@/domain/figures/cohort'
import type { FigureFilter } from '@/domain/figures/filter'
import type { TrendQuestion } from '@/domain/figures/trend'

// A page, its title and what it is passed on as say the same figure: here it is computed once a request.

type OfStage = FigureFilter & { stage: Stage; cohort?: Cohort }

export const durationsOnce = once((database, { cohort = 'settled', ...rest }: OfStage) =>
  figureFor(database, 'durations', { ...rest, cohort, clock: 'calendar' }))
export const workingOnce = once((database, { cohort = 'settled', ...rest }: OfStage) =>
  figureFor(database, 'durations', { ...rest, cohort, clock: 'working' }))
export const outcomesOnce = once((database, filter: FigureFilter) => figureFor(database, 'outcomes', filter))
export const monthsOnce = once((database, filter: FigureFilter) => figureFor(database, 'outcomeMonths', filter))
export const pathsOnce = once((database, filter: FigureFilter) => pathsFor(database, filter))
export const namesOnce = once((database, filter: FigureFilter) => figureFor(database, 'names', filter))
export const nameChangesOnce = once((database, filter: FigureFilter) => figureFor(database, 'nameChanges', filter))
export const softwareCopyrightOnce = once((database, filter: FigureFilter) => figureFor(database, 'softwareCopyright', filter))
export const trendOnce = once((database, { filter, ...rest }: TrendQuestion) => figureFor(database, 'trend', { ...filter, ...rest }))
export const findingsOnce = once((database, filter: FigureFilter) => processFindings(database, filter))
export const comparisonOnce = once((database, { filter, asked: { pair, rule, ...rest } }: { filter: FigureFilter; asked: Asked }) =>
  figureFor(database, 'comparison', { ...filter, ...rest, ...(pair && { a: pair[0], b: pair[1] }), ...(rule !== null && { rule }) }))

/** The question as text, for two objects that ask the same are not the same to React. */
function once<Question, Answer>(work: (database: Database, question: Question) => Promise<Answer>) {
  const asked = cache((database: Database, question: string) => work(database, JSON.parse(question) as Question))
  return (database: Database, question: Question) => asked(database, JSON.stringify(question))
}
