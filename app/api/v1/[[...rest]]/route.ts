import { openRoute } from '../open-route'
import { Refused } from '../refused'

/** Any address below /api/v1 that nobody else knows. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async () => {
  throw new Refused('not_found')
})
