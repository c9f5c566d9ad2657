import { pageOf, type FigureFilter } from '@/domain/figures/filter'
import type { Stage } from '@/domain/codes'
import { pathIn } from '@/messages/languages'
import type { Words } from '@/messages/words'

/** Where a chart has a picture of its own: which chart it is, and the question it answers as an address has it ("?…" or ""). */
export type PicturePlace = { chart: string; search: string; words: Words }

/** The picture of a chart about these cases, and about what else its page is asked. */
export function pictureOf(
  chart: string, filter: FigureFilter, words: Words, stage?: Stage, more: Record<string, string> = {},
): PicturePlace {
  return { chart, search: pageOf('', filter, stage, more), words }
}

/** The quiet way from a chart to its picture, and to the words that put it on another page. */
export function PictureLinks({ chart, search, words: { pictures } }: PicturePlace) {
  const at = (path: string) => pathIn(pictures.lang, `/charts/${chart}${path}${search}`)
  return (
    <p className="no-print flex flex-wrap items-center gap-x-4 text-small text-soft">
      {pictures.picture}
      <a className="lone" href={at('.png')}>PNG</a>
      <a className="lone" href={at('.svg')}>SVG</a>
      <a className="lone" href={at('/embed')}>{pictures.embed}</a>
    </p>
  )
}
