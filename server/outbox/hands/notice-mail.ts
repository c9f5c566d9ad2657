import { read, write } from '../../../db/connection'
import { digestToSend, noticeToSend } from '../../../db/following/notice-to-send'
import { digestSent } from '../../../db/following/mail-wish'
import { endErrand } from '../../../db/outbox/errands'
import { noticeLetter } from '../../mail/notice-letter'
import type { Hand } from '../tools'

/** Sends a notice by itself, unless it was read meanwhile, or its person no longer wants mail. */
export const noticeMail: Hand<'notice_mail'> = async (errand, { now, post, siteUrl, secret }) => {
  const sendable = post && await noticeToSend(await read(), errand.payload.notificationId)
  if (sendable) await post.send(noticeLetter(sendable, { siteUrl, secret }), errand.key)
  await write(tx => endErrand(tx, errand, now()))
}

/** Sends what was not read of a week; nothing where that is nothing. */
export const digest: Hand<'digest'> = async (errand, { now, post, siteUrl, secret }) => {
  const { personId } = errand.payload
  const sendable = post && await digestToSend(await read(), personId)
  if (sendable) await post.send(noticeLetter(sendable, { siteUrl, secret }), errand.key)
  await write(async tx => {
    if (sendable) await digestSent(tx, personId, sendable.notices.at(-1)!.id)
    await endErrand(tx, errand, now())
  })
}
