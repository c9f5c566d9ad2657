import type { Stage } from '../codes'
import { namesOtherStage, readFigureFilter, readStage, writeFigureSearch, type FigureFilter } from '../figures/filter'

/** A figure that can be followed: how long a stage takes. */
export type FollowedFigure = { filter: FigureFilter; stage: Stage }

/** The address part of a figure, the stage always said; so the same figure is followed once. */
export function writeFigure({ filter, stage }: FollowedFigure): string {
  const params = new URLSearchParams(writeFigureSearch(filter))
  params.set('stage', stage)
  return String(params)
}

/** The figure an address part means; null where it is misread. */
export function readFigure(address: string): FollowedFigure | null {
  const search = Object.fromEntries(new URLSearchParams(address))
  const { filter, misread } = readFigureFilter(search)
  if (misread || search.stage === undefined || namesOtherStage(search, filter.process)) return null
  return { filter, stage: readStage(search, filter.process) }
}
