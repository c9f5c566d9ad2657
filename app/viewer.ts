import { cache } from 'react'
import { anyone, type Audience } from '@/domain/people/audience'
import { guest, type Viewer } from '@/domain/people/viewer'
import { isDatabaseAway } from '@/db/away'
import { readCurrent, write } from '@/db/connection'
import { memberOfToken, noteSeen } from '@/db/people/sessions'
import { sessionToken } from './auth'
import { leaveNote } from './page-notes'
import { headers } from './request'

/**
 * Who is asking, looked up anew for every request: a session ended, a role taken or a suspension spoken a moment ago
 * holds already. Anybody without a living session is a guest.
 */
export const viewer = cache(async (): Promise<Viewer> => {
  if (await isForAnyone()) throw new Error('A page for anyone asks who reads it.')
  const token = await sessionToken()
  if (!token) return guest
  const now = Date.now()
  const found = await memberOfToken(await readCurrent(), token, now)
  if (!found) return guest
  const { member, unseen } = found
  if (unseen) await write(tx => noteSeen(tx, member.sessionId, now)).catch(unlessAway)
  await leaveNote({ session: member.sessionId })
  return member
})

// Reading goes on where writing cannot: being seen is written down another time.
function unlessAway(error: unknown): void {
  if (!isDatabaseAway(error)) throw error
}

/** For whom a page is made: whoever is asking, or anyone, where our own server asks for a page that it can remember. */
export async function audience(): Promise<Audience> {
  return await isForAnyone() ? anyone : viewer()
}

// Only our server can say so: it takes this header away from visitors.
async function isForAnyone(): Promise<boolean> {
  return (await headers()).has('x-guoshen-for-anyone')
}
