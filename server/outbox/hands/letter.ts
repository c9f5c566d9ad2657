import { write } from '../../../db/connection'
import { endErrand } from '../../../db/outbox/errands'
import { GiveUp } from '../give-up'
import type { Hand } from '../tools'

/** Sends a letter. Where we are stopped between sending and saying so it is sent again, under the same Message-ID. */
export const letter: Hand<'letter'> = async (errand, { now, post }) => {
  if (!post) throw new GiveUp('no mail server')
  await post.send(errand.payload, errand.key)
  await write(tx => endErrand(tx, errand, now()))
}
