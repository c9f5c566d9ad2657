import type { CaseAnswer } from '@/domain/api/case-answer'
import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { isId } from '@/domain/ids'
import { read } from '@/db/connection'
import { mergedInto } from '@/db/cases/merges'
import { caseById } from '@/db/cases/rows'
import { caseAnswers } from '../../case-answers'
import { asked, jsonAnswer, openRoute } from '../../open-route'
import { Refused } from '../../refused'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async (request, { id }) => {
  asked(readParameters(new URL(request.url).searchParams, endpoints.case.parameters))
  if (!isId(String(id))) throw new Refused('not_found')
  const database = await read()
  const stored = await caseById(database, Number(id))
  // Hidden and withdrawn cases are told to nobody here, moderators included; a merged one is found in the other.
  const into = stored?.row.state === 'merged' ? await mergedInto(database, stored.row.id) : null
  if (into !== null) return new Response(null, { status: 308, headers: { location: `/api/v1/cases/${into}`, 'cache-control': 'no-cache' } })
  if (stored?.row.state !== 'live') throw new Refused('not_found')
  const [answer] = await caseAnswers(database, [stored])
  return jsonAnswer<CaseAnswer>(request, answer!)
})
