import { write } from '../../../db/connection'
import { carryNotice } from '../../../db/following/carry-notice'
import { endErrand } from '../../../db/outbox/errands'
import type { Hand } from '../tools'

/** Carries a notice further as its person wishes: each way is an errand of its own, tried for itself. */
export const notice: Hand<'notice'> = (errand, { now, post }) => write(async tx => {
  await carryNotice(tx, errand.payload.notificationId, { byMail: post !== null, now: now() })
  await endErrand(tx, errand, now())
})
