import { readQuestion, type AskedOf, type KeptKind } from '@/domain/figures/kept'
import { read } from '@/db/connection'
import { answerOf } from '@/db/figures/answer'
import { jsonAnswer, openRoute } from '../open-route'
import { Refused } from '../refused'

/** The address of a figure that can be kept: the same computation as what is kept and what is downloaded. */
export function figureRoute<Kind extends KeptKind>(kind: Kind) {
  return openRoute(async request => {
    const asked = askedFigure(kind, request)
    return jsonAnswer<unknown>(request, await answerOf(await read(), kind, asked))
  })
}

/** What a figure is asked in the address, or a refusal that names every wrong parameter. */
export function askedFigure<Kind extends KeptKind>(kind: Kind, request: Request): AskedOf<Kind> {
  const question = readQuestion(kind, new URL(request.url).searchParams, Date.now())
  if (!question.ok) throw new Refused(question.problem, question.errors)
  return question.asked
}
