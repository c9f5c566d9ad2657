import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { idSchema } from '@/domain/ids'
import { setSilence } from '@/db/people/mentions'
import { personById } from '@/db/people/people'
import { memberAct } from '../act'

const silenceDraft = z.object({ person: idSchema, wanted: z.enum(['on', 'off'], 'not_in_list') })

/** Fields: person, wanted (on, off). Whoever is silenced is not told of it. */
export const silencePerson = memberAct({ draft: fromSchema(silenceDraft), limit: 'vote' }, async (tx, draft, { author, now }) => {
  const person = await personById(tx, draft.person)
  if (!person || person.leftAt !== null || person.id === author.id) return { missing: true }
  await setSilence(tx, author.id, { silencedId: person.id, wanted: draft.wanted, now })
  return { to: '/me/notifications#silenced' }
})
