import { apiDocument } from '@/domain/api/document'
import { readParameters } from '@/domain/api/parameters'
import { version } from '@/package.json'
import { asked, jsonAnswer, openRoute } from '../open-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async request => {
  asked(readParameters(new URL(request.url).searchParams, {}))
  return jsonAnswer(request, apiDocument(version))
})
