import { openRoute, Refused } from '../open-route'

/** Any address below /api/v1 that nobody else knows. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = openRoute(async () => {
  throw new Refused('not_found')
})
