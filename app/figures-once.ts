import { cache } from 'react'
import type { Database } from '@/db/connection'
import { comparisonFigure, type Asked } from '@/db/figures/comparison'
import { durationsFigure } from '@/db/figures/durations'
import { processFindings } from '@/db/figures/findings'
import { outcomeMonthsFigure } from '@/db/figures/months'
import { namesFigure } from '@/db/figures/names'
import { outcomesFigure } from '@/db/figures/outcomes'
import { nameChangesFigure, pathsOf } from '@/db/figures/paths'
import { softwareCopyrightFigure } from '@/db/figures/software-copyright'
import { trendFigure } from '@/db/figures/trend'
import { workingFigure } from '@/db/figures/working-time'
import type { FigureFilter } from '@/domain/figures/filter'

// A page, its title and what it is passed on as say the same figure: here it is computed once a request.

export const durationsOnce = once(durationsFigure)
export const workingOnce = once(workingFigure)
export const outcomesOnce = once(outcomesFigure)
export const monthsOnce = once(outcomeMonthsFigure)
export const pathsOnce = once(pathsOf)
export const namesOnce = once(namesFigure)
export const nameChangesOnce = once(nameChangesFigure)
export const softwareCopyrightOnce = once(softwareCopyrightFigure)
export const trendOnce = once(trendFigure)
export const findingsOnce = once(processFindings)
export const comparisonOnce = once((database, { filter, asked }: { filter: FigureFilter; asked: Asked }) => comparisonFigure(database, filter, asked))

/** The question as text, for two objects that ask the same are not the same to React. */
function once<Question, Answer>(work: (database: Database, question: Question) => Promise<Answer>) {
  const asked = cache((database: Database, question: string) => work(database, JSON.parse(question) as Question))
  return (database: Database, question: Question) => asked(database, JSON.stringify(question))
}
