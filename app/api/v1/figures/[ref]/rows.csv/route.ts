import { endpoints } from '@/domain/api/endpoints'
import { fileAnswer, openRoute } from '../../../open-route'
import { keptAt } from '../../kept-at'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async (request, { ref }) => {
  const kept = await keptAt(request, ref)
  return fileAnswer(request, `${kept.ref}-rows.csv`, endpoints.keptRowsCsv.media, [kept.rows])
})
