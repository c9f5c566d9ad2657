import type { z } from 'zod'
import { endpoints } from '@/domain/api/endpoints'
import { methodAnswer } from '@/domain/api/method-answer'
import { readParameters } from '@/domain/api/parameters'
import { asked, jsonAnswer, openRoute } from '../open-route'

type Answer = z.infer<typeof endpoints.method.answer.schema>

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async request => {
  asked(readParameters(new URL(request.url).searchParams, endpoints.method.parameters))
  return jsonAnswer<Answer>(request, methodAnswer())
})
