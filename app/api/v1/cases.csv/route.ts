import { csvRow } from '@/domain/api/csv'
import { caseCells, caseColumns } from '@/domain/api/case-table'
import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import type { CaseFilter } from '@/domain/case/filter'
import { read } from '@/db/connection'
import { listCases } from '@/db/cases/list'
import { caseAnswers } from '../case-answers'
import { asked, fileAnswer, openRoute } from '../open-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async request => {
  const { filter } = asked(readParameters(new URL(request.url).searchParams, endpoints.casesCsv.parameters))
  return fileAnswer(request, 'guoshen-cases.csv', endpoints.casesCsv.media, tableOf(filter))
})

// Spreadsheets take a file for UTF-8 only when it says so.
const byteOrderMark = '\ufeff'
const pageSize = 200

async function* tableOf(filter: CaseFilter): AsyncGenerator<string> {
  const database = await read()
  yield byteOrderMark + csvRow(caseColumns)
  for (let after: string | null = null; ;) {
    const page = await listCases(database, { filter, after, limit: pageSize })
    yield (await caseAnswers(database, page.cases)).map(it => csvRow(caseCells(it))).join('')
    if (page.next === null) return
    after = page.next
  }
}
