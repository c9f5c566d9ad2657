import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { read } from '@/db/connection'
import { exportLines } from '@/db/cases/export'
import { asked, fileAnswer, openRoute } from '../open-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async request => {
  asked(readParameters(new URL(request.url).searchParams, endpoints.casesNdjson.parameters))
  return fileAnswer(request, 'guoshen-cases.ndjson', endpoints.casesNdjson.media, allLines())
})

async function* allLines(): AsyncGenerator<string> {
  for await (const line of exportLines(await read())) yield `${line}\n`
}
