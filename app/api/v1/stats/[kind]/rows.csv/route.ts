import { endpoints } from '@/domain/api/endpoints'
import { kindOfSlug } from '@/domain/figures/kept'
import { fileAnswer, openRoute } from '../../../open-route'
import { Refused } from '../../../refused'
import { rowsOf } from '../../figure-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async (request, { kind: slug }) => {
  const kind = kindOfSlug(slug)
  if (!kind) throw new Refused('not_found')
  const csv = await rowsOf(request, kind)
  return fileAnswer(request, `${slug}-rows.csv`, endpoints.figureRowsCsv.media, [csv])
})
