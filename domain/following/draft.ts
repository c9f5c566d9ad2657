import { z } from 'zod'
import { readFilter, writeSearch } from '../case/filter'
import { isId } from '../ids'
import { readFigure, writeFigure } from './figure-address'
import { mailHows } from './mail-wish'
import { followSubjects, type FollowSubject } from './subjects'

/** follow: lets it be so that its sender follows this, or does not. */
export const followDraft = z.object({
  subject: z.enum(followSubjects, 'not_in_list'),
  target: z.string().max(600, 'not_in_list'),
  wanted: z.enum(['on', 'off'], 'not_in_list'),
})

/** set-mail-wish. */
export const mailWishDraft = z.object({ how: z.enum(mailHows, 'not_in_list') })

/** How we write what is followed, so that the same thing is followed once; null where it is nothing. */
export function targetIn(subject: FollowSubject, given: string): string | null {
  switch (subject) {
    case 'case':
    case 'tag':
    case 'person': return isId(given) ? String(Number(given)) : null
    case 'filter': return filterIn(given)
    case 'figure': {
      const figure = readFigure(given)
      return figure && writeFigure(figure)
    }
  }
}

function filterIn(given: string): string | null {
  const { filter, unknown } = readFilter(Object.fromEntries(new URLSearchParams(given)))
  return unknown.length === 0 ? writeSearch(filter).slice(1) || null : null
}
