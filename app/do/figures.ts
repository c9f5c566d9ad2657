import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { keptKinds, readQuestion } from '@/domain/figures/kept'
import { read as database, write } from '@/db/connection'
import { areManyRows } from '@/db/figures/beforehand/rows'
import { keepFigure as keep } from '@/db/figures/keep'
import { guestAct } from '../act'
import { whence } from './whence'

const keptDraft = z.object({ kind: z.enum(keptKinds, 'not_in_list'), question: z.string().max(1000, 'not_in_list') })

/**
 * Fields: kind, question (as the address of the figure's API has it). Open to everybody; the same figure pressed twice is one.
 * A figure of which nothing may be said by now is shown instead, saying so.
 */
export const keepFigure = guestAct({ draft: fromSchema(keptDraft), limit: 'keep_figure' }, async (draft, context) => {
  const read = readQuestion(draft.kind, new URLSearchParams(draft.question), context.now)
  if (!read.ok) return { problems: [{ path: 'question', code: 'not_in_list' }] }
  const { asked, question } = read
  if (await areManyRows(await database(), draft.kind, asked)) return { problems: [{ path: 'question', code: 'too_many_rows' }] }
  const ref = await write(tx => keep(tx, { kind: draft.kind, asked, question, now: context.now }))
  return { to: ref === null ? whence(context, '') : `/data/figures/${ref}` }
})
