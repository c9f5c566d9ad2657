import next from 'next'
import { closeDatabase } from '../db/connection'
import type { Settings } from '../domain/settings'
import { version } from '../package.json'
import { addressOf, passedHeaders } from './headers/own-headers'
import { contentSecurityPolicy, isPicture, pictureHeaders, securityHeaders } from './headers/security-headers'
import { letPageLeaveNotes } from './next/page-notes'
import { openCountingRoom } from './counting/room'
import { openOutboxRoom } from './outbox/room'
import type { Opened } from './open'
import type { Site } from './site'

/** The site while it is being built upon: Next answers everything here, nothing is remembered or left out. */
export async function openWorkshop(settings: Settings, site: Site): Promise<Opened> {
  const app = next({ dev: true, dir: '.', hostname: 'localhost', port: site.port, httpServer: site.server })
  await app.prepare()
  const answer = app.getRequestHandler()
  const rooms = process.env.DATABASE_URL?.startsWith('pglite:') ? [] : [openOutboxRoom(), openCountingRoom()]
  const headers = { ...securityHeaders(settings), 'content-security-policy': contentSecurityPolicy(settings, { dev: true }) }
  return {
    answer: (request, response) => {
      if (/^\/(healthz|readyz)$/.test(request.url ?? '')) {
        return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ status: 'ok', version }))
      }
      request.headers = { ...passedHeaders(request.headers, settings.TRUST_PROXY), ...frameworks(request.headers) }
      request.headers['x-guoshen-path'] = request.url
      request.headers['x-guoshen-address'] = addressOf(request, settings.TRUST_PROXY)
      for (const [name, value] of Object.entries({ ...headers, ...(isPicture(request.url) && pictureHeaders) })) response.setHeader(name, value)
      letPageLeaveNotes(request, response)
      return answer(request, response)
    },
    close: async () => {
      await Promise.all(rooms.map(room => room.end()))
      await Promise.race([app.close(), new Promise(resolve => setTimeout(resolve, 500))])
      await closeDatabase()
    },
  }
}

// Next's own scripts run in development, and speak with it.
function frameworks(headers: NodeJS.Dict<string | string[]>): NodeJS.Dict<string | string[]> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => /^(rsc$|next-|connection$|upgrade$)/.test(name)))
}
