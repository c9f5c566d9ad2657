import { isBeingCounted, readQuestion, type AskedOf, type KeptKind } from '@/domain/figures/kept'
import { read, type Database } from '@/db/connection'
import { figureWithRows } from '@/db/figures/answer'
import { figureFor } from '@/db/figures/beforehand/ask'
import { areManyRows } from '@/db/figures/beforehand/rows'
import { jsonAnswer, openRoute } from '../open-route'
import { Refused } from '../refused'

/** The address of a figure that can be kept: the same computation as what is kept and what is downloaded. */
export function figureRoute<Kind extends KeptKind>(kind: Kind) {
  return openRoute(async request => {
    const asked = askedFigure(kind, request)
    return figureAnswer(request, await read(), kind, asked)
  })
}

/** The figure as JSON. Where it was counted beforehand `Last-Modified` says when; where it is still being counted, a refusal to ask again soon. */
export async function figureAnswer<Kind extends KeptKind>(
  request: Request, database: Database, kind: Kind, asked: AskedOf<Kind>,
): Promise<Response> {
  const { counted_at: countedAt, ...answer } = await figureFor(database, kind, asked)
  if (isBeingCounted(answer)) throw new Refused('being_counted', [], { 'retry-after': '5' })
  const response = jsonAnswer<unknown>(request, answer)
  if (countedAt !== undefined) response.headers.set('last-modified', new Date(countedAt).toUTCString())
  return response
}

/** The rows behind a figure, as CSV. */
export async function rowsOf(request: Request, kind: KeptKind): Promise<string> {
  const [database, asked] = [await read(), askedFigure(kind, request)]
  if (await areManyRows(database, kind, asked)) throw new Refused('too_many_rows')
  return (await figureWithRows(database, kind, asked)).csv
}

/** What a figure is asked in the address, or a refusal that names every wrong parameter. */
export function askedFigure<Kind extends KeptKind>(kind: Kind, request: Request): AskedOf<Kind> {
  const question = readQuestion(kind, new URL(request.url).searchParams, Date.now())
  if (!question.ok) throw new Refused(question.problem, question.errors)
  return question.asked
}
