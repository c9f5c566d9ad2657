import { fromSchema } from '@/domain/fields'
import { followDraft, mailWishDraft, targetIn } from '@/domain/following/draft'
import { lookAtFigureEvery } from '@/domain/following/figure-stand'
import { permit } from '@/domain/permission'
import { canBeFollowed } from '@/db/following/can-be-followed'
import { figureStands } from '@/db/following/figures'
import { follow as begin, unfollow } from '@/db/following/follow'
import { setMailWish as keep } from '@/db/following/mail-wish'
import { memberAct } from '../act'
import { whence } from './whence'

/** Fields: subject, target (an id, or the address part of a filter or figure), wanted ('on' or 'off'). */
export const follow = memberAct({ draft: fromSchema(followDraft), limit: 'vote' }, async (tx, draft, context) => {
  const permission = permit('follow', context.author, null)
  if ('refused' in permission) return permission
  const { subject, wanted } = draft
  const target = targetIn(subject, draft.target)
  if (target === null) return { problems: [{ path: 'target', code: 'not_in_list' }] }
  if (wanted === 'off') {
    await unfollow(tx, permission.permitted, { subject, target })
    return { to: whence(context, 'follow') }
  }
  const stand = subject === 'figure' ? await figureStands(tx, target, context.now) : undefined
  if (stand === null || !await canBeFollowed(tx, subject, target)) return { missing: true }
  // One that is still being counted is followed from the first look at it on.
  const look = stand === 'counting' ? { checkAt: context.now } : stand && { stand, checkAt: context.now + lookAtFigureEvery }
  const problem = await begin(tx, permission.permitted, { subject, target, now: context.now, ...look })
  return problem ? { problems: [{ path: 'target', code: 'follows_too_many' }] } : { to: whence(context, 'follow') }
})

/** Fields: how. */
export const setMailWish = memberAct({ draft: fromSchema(mailWishDraft) }, async (tx, { how }, { author, now, lang }) => {
  const permission = permit('follow', author, null)
  if ('refused' in permission) return permission
  await keep(tx, permission.permitted, { how, lang, now })
  return { to: '/me/mail?done=saved' }
})
