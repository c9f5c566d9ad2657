import { endpoints } from '@/domain/api/endpoints'
import { asNdjson } from '@/domain/figures/rows'
import { fileAnswer, openRoute } from '../../../open-route'
import { keptAt } from '../../kept-at'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async (request, { ref }) => {
  const kept = await keptAt(request, ref)
  return fileAnswer(request, `${kept.ref}-rows.ndjson`, endpoints.keptRowsNdjson.media, [asNdjson(kept.rows)])
})
