import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { idSchema } from '@/domain/ids'
import { permit } from '@/domain/permission'
import { readAddress } from '@/domain/webhooks/address'
import { mostWebhooks } from '@/domain/webhooks/webhook'
import { write } from '@/db/connection'
import { sendTest } from '@/db/webhooks/tell'
import { addWebhook as add, removeWebhook as remove, renewSecret, setPaused } from '@/db/webhooks/webhooks'
import { pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { guestAct, memberAct } from '../act'
import { plainPage } from '../plain-page'
import { passwordProof } from '../prove'
import { settings } from '../settings'

const own = '/me/webhooks'
const which = fromSchema(z.object({ webhook: idSchema }))
const one = fromSchema(z.object({ address: z.string(), password: z.string() }))
const renewal = fromSchema(z.object({ webhook: idSchema, current_password: z.string() }))

/** Fields: address; password, unless he has just signed in. Shows the secret, this once. */
export const addWebhook = memberAct({
  draft: one, limit: 'webhook', proof: ({ password }, context) => passwordProof('password', password, context),
}, async (tx, draft, { author, now, lang }) => {
  const permission = permit('follow', author, null)
  if ('refused' in permission) return permission
  const { WEBHOOKS_ANYWHERE, SITE_URL } = settings()
  const read = readAddress(draft.address, { anywhere: WEBHOOKS_ANYWHERE, site: SITE_URL })
  if ('problem' in read) return { problems: [{ path: 'address', code: read.problem }] }
  const secret = await add(tx, permission.permitted, { url: read.url, lang, now })
  if (secret === null) return { problems: [{ path: 'address', code: 'too_many_webhooks', values: { most: mostWebhooks } }] }
  return { to: `${own}?done=added`, shows: shown(secret, new URL(read.url).host, lang, 'text') }
})

/** Fields: webhook (its id); current_password, unless he has just signed in. Shows the new secret, this once. */
export const renewWebhookSecret = memberAct({
  draft: renewal, limit: 'webhook', proof: (draft, context) => passwordProof('current_password', draft.current_password, context),
}, async (tx, { webhook }, { author, now, lang }) => {
  const permission = permit('follow', author, null)
  if ('refused' in permission) return permission
  const renewed = await renewSecret(tx, permission.permitted, { webhookId: webhook, now })
  if (!renewed) return { missing: true }
  return { to: `${own}?done=renewed`, shows: shown(renewed.secret, new URL(renewed.url).host, lang, 'renewedText') }
})

/** Fields: webhook, wanted ('on': it is paused, 'off': it is told of things again). */
export const pauseWebhook = memberAct({
  draft: fromSchema(z.object({ webhook: idSchema, wanted: z.enum(['on', 'off'], 'not_in_list') })),
}, async (tx, { webhook, wanted }, { author, now }) => {
  const permission = permit('follow', author, null)
  if ('refused' in permission) return permission
  const paused = wanted === 'on'
  const isHis = await setPaused(tx, permission.permitted, { webhookId: webhook, paused, now })
  return isHis ? { to: `${own}?done=${paused ? 'paused' : 'resumed'}` } : { missing: true }
})

/** Fields: webhook. */
export const testWebhook = memberAct({ draft: which, limit: 'webhook' }, async (tx, { webhook }, { author, now }) => {
  const permission = permit('follow', author, null)
  if ('refused' in permission) return permission
  const problem = await sendTest(tx, permission.permitted, { webhookId: webhook, now })
  if (problem === 'missing') return { missing: true }
  return { to: problem === 'paused' ? own : `${own}?done=tested` }
})

/** Fields: webhook. Suspended people may: it is their own door. */
export const removeWebhook = guestAct({ draft: which }, async ({ webhook }, { viewer, now }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const gone = await write(tx => remove(tx, viewer.id, { webhookId: webhook, now }))
  return gone ? { to: `${own}?done=removed` } : { missing: true }
})

function shown(secret: string, host: string, lang: Language, text: 'text' | 'renewedText'): Response {
  const say = wordsFor(lang).webhooks.shown
  const link = { href: pathIn(lang, own), label: say.done }
  return plainPage({ lang, status: 200, title: say.title, text: say[text], quotes: [{ label: host, words: secret }], link })
}
