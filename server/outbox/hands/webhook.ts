import { readCurrent, write } from '../../../db/connection'
import { endErrand } from '../../../db/outbox/errands'
import { attemptFailed, delivered, deliveryToSend, giveUpDelivery } from '../../../db/webhooks/deliveries'
import { oldest } from '../../../domain/webhooks/patience'
import { NotSent } from '../../webhooks/connect'
import { messageFor } from '../../webhooks/message'
import { openSender, type Answer } from '../../webhooks/send'
import type { Hand } from '../tools'

const toPublicAddresses = openSender({ anywhere: false })

/**
 * Sends a webhook what its owner follows. Where we are stopped between sending and saying so it is sent again, under the
 * same id.
 */
export const webhook: Hand<'webhook'> = async (errand, { now, siteUrl, sender = toPublicAddresses }) => {
  const it = await deliveryToSend(await readCurrent(), errand.payload.deliveryId, now())
  if (!it) return write(tx => endErrand(tx, errand, now()))
  const useless = it.isPaused ? 'paused' : it.secrets.length === 0 ? 'sealed' : now() > it.createdAt + oldest ? 'old' : null
  if (useless) return write(tx => giveUpDelivery(tx, errand, it, useless, now()))
  const begun = performance.now()
  const answer = await sender(it.url, messageFor(it, { siteUrl, now: now() })).catch((error: unknown) => {
    if (error instanceof NotSent) return error
    throw error
  })
  const took = performance.now() - begun
  await write(async tx => {
    const at = now()
    if (answer instanceof NotSent) await attemptFailed(tx, errand, it, { failure: answer.message, status: null, now: at })
    else if (isTaken(answer)) await delivered(tx, errand, it, { status: answer.status, took, now: at })
    else await attemptFailed(tx, errand, it, { failure: failureOf(answer), ...answer, now: at })
  })
}

function isTaken({ status }: Answer): boolean {
  return status >= 200 && status < 300
}

function failureOf({ status }: Answer): string {
  if (status === 410) return 'gone'
  return status >= 300 && status < 400 ? 'redirect' : 'answer'
}
