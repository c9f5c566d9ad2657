import type { z } from 'zod'
import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { read } from '@/db/connection'
import { listRuleChanges } from '@/db/rules/changes'
import { asked, jsonAnswer, openRoute } from '../open-route'

type Answer = z.infer<typeof endpoints.rules.answer.schema>

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async request => {
  asked(readParameters(new URL(request.url).searchParams, endpoints.rules.parameters))
  const rules = (await listRuleChanges(await read())).map(rule => ({
    ref: rule.ref,
    date: rule.date,
    precision: rule.precision,
    processes: rule.processes,
    subject: rule.subject,
    statement_zh: rule.statementZh,
    statement_en: rule.statementEn,
    basis: rule.basis,
    basis_en: rule.basisEn,
    confidence: rule.confidence,
    version: rule.version,
  }))
  return jsonAnswer<Answer>(request, { rules })
})
