import { tellFollowers } from '../../db/following/tell-followers'
import { endErrand } from '../../db/outbox/errands'
import { lookForSame, lookForSameInOld } from '../../db/moderation/alike/look'
import { lookForJumps } from '../../db/moderation/batches/look'
import { askCheckIns } from './hands/ask-check-ins'
import { letter } from './hands/letter'
import { notice } from './hands/notice'
import { digest, noticeMail } from './hands/notice-mail'
import { webhook } from './hands/webhook'
import type { Hands } from './tools'

/** Who does which kind of errand. */
export const hands: Hands = {
  happening: (errand, { now }) => tellFollowers(errand, now),
  notice,
  letter,
  ask_check_ins: askCheckIns,
  notice_mail: noticeMail,
  digest,
  webhook,
  look_for_same: (errand, { now }) => lookForSame(errand, now),
  look_for_same_in_old: (errand, { now }) => lookForSameInOld(errand, now),
  look_for_jumps: async (errand, { now }) => {
    const at = now()
    await lookForJumps(at, tx => endErrand(tx, errand, at))
  },
}
