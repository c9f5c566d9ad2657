import { endpoints } from '@/domain/api/endpoints'
import { kindOfSlug } from '@/domain/figures/kept'
import { read } from '@/db/connection'
import { figureWithRows } from '@/db/figures/answer'
import { fileAnswer, openRoute } from '../../../open-route'
import { Refused } from '../../../refused'
import { askedFigure } from '../../figure-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async (request, { kind: slug }) => {
  const kind = kindOfSlug(slug)
  if (!kind) throw new Refused('not_found')
  const { csv } = await figureWithRows(await read(), kind, askedFigure(kind, request))
  return fileAnswer(request, `${slug}-rows.csv`, endpoints.figureRowsCsv.media, [csv])
})
