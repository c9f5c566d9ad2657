import { read } from '@/db/connection'
import { rulesFor } from '@/db/figures/comparison'
import { openRoute } from '../../open-route'
import { Refused } from '../../refused'
import { askedFigure, figureAnswer } from '../figure-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async request => {
  const asked = askedFigure('comparison', request)
  const database = await read()
  // Only the database knows which rules there are.
  const refs = (await rulesFor(database, asked)).map(({ ref }) => ref)
  if (asked.rule !== undefined && !refs.includes(asked.rule)) {
    throw new Refused('unreadable_value', [{ parameter: 'rule', code: 'not_in_list', allowed: refs }])
  }
  return figureAnswer(request, database, 'comparison', asked)
})
