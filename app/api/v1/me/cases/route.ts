import type { OwnCaseListAnswer } from '@/domain/api/me-answer'
import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { caseStates } from '@/domain/codes'
import { read } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { caseAnswers } from '../../case-answers'
import { asked, closedRoute, jsonAnswer } from '../../open-route'

/** One's own cases in every state, the newest first. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = closedRoute('read', async (request, { member }) => {
  const { asked: { after, limit } } = asked(readParameters(new URL(request.url).searchParams, endpoints.myCases.parameters))
  const database = await read()
  const { cases, next } = await listCases(database, { authorId: member.id, states: [...caseStates], after, limit })
  const answers = await caseAnswers(database, cases)
  return jsonAnswer<OwnCaseListAnswer>(request, { cases: answers.map((it, at) => ({ ...it, state: cases[at]!.row.state })), next })
})
