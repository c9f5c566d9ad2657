import { fromSchema } from '@/domain/fields'
import { freshSignIn, leavingSchema } from '@/domain/people/leaving'
import { permit } from '@/domain/permission'
import { read, write } from '@/db/connection'
import { leaveSite } from '@/db/people/leave'
import { personById } from '@/db/people/people'
import { memberOfSession, sessionsOf } from '@/db/people/sessions'
import { guestAct } from '../act'
import { leave } from '../auth'
import { wrongPassword } from '../prove'

/** Fields: cases and replies ('keep' or 'erase'), password, sure ('on'). Suspended people may: it is their own. */
export const leaveForGood = guestAct({ draft: fromSchema(leavingSchema), limit: 'sign_in' }, async (draft, { viewer, now, address }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const database = await read()
  const person = await personById(database, viewer.id)
  if (person?.passwordHash != null) {
    const refused = await wrongPassword('password', draft.password, viewer, address)
    if (refused) return refused
  } else {
    const session = (await sessionsOf(database, viewer.id, now)).find(it => it.id === viewer.sessionId)
    if (!session || now - session.createdAt > freshSignIn) return { problems: [{ path: 'sure', code: 'sign_in_stale' }] }
  }
  const problem = await write(async tx => {
    const member = await memberOfSession(tx, viewer.sessionId, now)
    const permission = permit('leave', member ?? { kind: 'guest' }, null)
    return 'refused' in permission ? permission.refused : leaveSite(tx, permission.permitted, { ...draft, now })
  })
  if (problem === 'last_admin') return { problems: [{ path: 'sure', code: problem }] }
  if (problem !== null) return { refused: problem }
  await leave()
  return { to: '/sign-in?left=1' }
})
