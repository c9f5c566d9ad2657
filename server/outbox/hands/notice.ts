import { write } from '../../../db/connection'
import { endErrand } from '../../../db/outbox/errands'
import type { Hand } from '../tools'

/** Carries a notice further as its person wishes; who wished for nothing reads it on the site. */
export const notice: Hand<'notice'> = (errand, { now }) => write(tx => endErrand(tx, errand, now()))
