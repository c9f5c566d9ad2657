import type { z } from 'zod'
import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { read } from '@/db/connection'
import { calibrationFigure } from '@/db/figures/calibration'
import { asked, jsonAnswer, openRoute } from '../../open-route'

type Answer = z.infer<typeof endpoints.calibration.answer.schema>

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async request => {
  asked(readParameters(new URL(request.url).searchParams, endpoints.calibration.parameters))
  return jsonAnswer<Answer>(request, await calibrationFigure(await read()))
})
