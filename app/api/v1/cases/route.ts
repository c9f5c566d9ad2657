import type { CaseListAnswer } from '@/domain/api/case-answer'
import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { writings } from '@/domain/api/writings'
import { read } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { caseAnswers } from '../case-answers'
import { asked, jsonAnswer, openRoute } from '../open-route'
import { Refused } from '../refused'
import { write } from '../write-route'
import { reportDeed } from './report-deed'

export const { GET, HEAD, OPTIONS, PUT, PATCH, DELETE } = openRoute(async request => {
  const { filter, asked: page } = asked(readParameters(new URL(request.url).searchParams, endpoints.cases.parameters))
  const { sort, after, limit } = page
  // Where a page ended is told differently by each sort.
  if (after && (sort === 'newest') === after.includes('-')) {
    throw new Refused('unreadable_value', [{ parameter: 'after', code: 'wrong_form' }])
  }
  const database = await read()
  const { cases, next } = await listCases(database, { filter, sort, after, limit })
  return jsonAnswer<CaseListAnswer>(request, { cases: await caseAnswers(database, cases), next })
}, 'POST')

export const POST = write(writings.reportCase, {
  act: 'report-case', deed: reportDeed, fields: body => ({ exchange: [JSON.stringify(body)] }), back: () => '/cases/new',
})
