import type { MeAnswer } from '@/domain/api/me-answer'
import { formatMinute } from '@/domain/case/moment'
import { minuteOf } from '@/domain/case/interval'
import { endpoints } from '@/domain/api/endpoints'
import { readParameters } from '@/domain/api/parameters'
import { asked, closedRoute, jsonAnswer } from '../open-route'

export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = closedRoute('read', async (request, bearer) => {
  asked(readParameters(new URL(request.url).searchParams, endpoints.me.parameters))
  const { member, scopes, name, expiresAt } = bearer
  return jsonAnswer<MeAnswer>(request, {
    name: member.name, role: member.role, label: name, scopes, expires_at: expiresAt === null ? null : formatMinute(minuteOf(expiresAt)),
  })
})
