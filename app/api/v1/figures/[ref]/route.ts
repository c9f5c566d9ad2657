import type { z } from 'zod'
import type { endpoints } from '@/domain/api/endpoints'
import { slugOf } from '@/domain/figures/kept'
import { countTable } from '@/domain/figures/rows'
import { jsonAnswer, openRoute } from '../../open-route'
import { keptAt } from '../kept-at'

type Answer = z.infer<typeof endpoints.keptFigure.answer.schema>

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async (request, params) => {
  const { ref, kind, question, method, dataHash, answer, rows, at } = await keptAt(request, params.ref)
  return jsonAnswer<Answer>(request, {
    ref, figure: slugOf(kind), question, method, sha256: dataHash, row_count: countTable(rows),
    kept_at: new Date(at).toISOString(), answer,
  })
})
