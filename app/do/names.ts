import { fromSchema } from '@/domain/fields'
import { renamingDraft } from '@/domain/people/renaming'
import { permit } from '@/domain/permission'
import { lookAtName, showName } from '@/db/moderation/words/look'
import { changeName as change } from '@/db/people/names'
import { memberAct } from '../act'
import { passwordProof } from '../prove'

const draft = fromSchema(renamingDraft)

/** Fields: name; password, unless he has just signed in. */
export const changeName = memberAct({
  draft, proof: ({ password }, context) => passwordProof('password', password, context),
}, async (tx, { name }, { author, now }) => {
  const permission = permit('change_name', author, null)
  if ('refused' in permission) return permission
  const named = await lookAtName(tx, name)
  if ('problems' in named) return named
  const done = await change(tx, permission.permitted, { name, now })
  if ('done' in done) {
    await showName(tx, author.id, named.waits, now)
    return { to: '/me/name?done=1' }
  }
  return { problems: [{ path: 'name', code: done.problem, ...('days' in done && { values: { days: done.days } }) }] }
})
