import { endpoints } from '@/domain/api/endpoints'
import type { KeptKind } from '@/domain/figures/kept'
import { openRoute } from '../open-route'

/** An address that a figure had before: it goes on leading there, with whatever is asked. */
export function movedRoute(kind: KeptKind) {
  return openRoute(async request => {
    const location = `/api/v1${endpoints[kind].path}${new URL(request.url).search}`
    return new Response(null, { status: 308, headers: { location } })
  })
}
