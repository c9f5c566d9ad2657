import { z } from 'zod'
import { valueOf, type Fields, type Parsed, fromSchema } from '@/domain/fields'
import { idSchema } from '@/domain/ids'
import { mostTokens, tokenDraft } from '@/domain/people/api-token'
import { permit } from '@/domain/permission'
import { write } from '@/db/connection'
import { makeToken as make, revokeToken as revoke } from '@/db/people/api-tokens'
import { isTwoStepSession } from '@/db/people/sessions'
import { pathIn } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { guestAct, memberAct } from '../act'
import { plainPage } from '../plain-page'
import { passwordProof } from '../prove'

/**
 * Fields: name, scopes (as often as there are), days ('7', '30', '90', '365', or nothing: until revoked); password, unless he
 * has just signed in.
 */
export const makeToken = memberAct({
  draft: asToken, limit: 'token', proof: (draft, context) => passwordProof('password', draft.password, context),
}, async (tx, draft, { author, now, lang }) => {
  const permission = permit('make_token', author, draft)
  if ('refused' in permission) return permission
  const expiresAt = draft.days ? now + Number(draft.days) * 86_400_000 : null
  const token = await make(tx, permission.permitted, { name: draft.name, scopes: draft.scopes, twoSteps: await isTwoStepSession(tx, author.sessionId), expiresAt, now })
  if (token === null) return { problems: [{ path: 'name', code: 'too_many_tokens', values: { most: mostTokens } }] }
  const { shown } = wordsFor(lang).tokens
  const quotes = [{ label: draft.name, words: token }]
  const link = { href: pathIn(lang, '/me/tokens'), label: shown.done }
  return { to: '/me/tokens?done=made', shows: plainPage({ lang, status: 200, title: shown.title, text: shown.text, quotes, link }) }
})

/** Fields: token (its id). Suspended people may: it is their own door. */
export const revokeToken = guestAct({ draft: fromSchema(z.object({ token: idSchema })) }, async (draft, { viewer }) => {
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const gone = await write(tx => revoke(tx, viewer.id, draft.token))
  return gone ? { to: '/me/tokens?done=revoked' } : { missing: true }
})

function asToken(fields: Fields): Parsed<z.infer<typeof tokenDraft> & { password: string }> {
  const told = { name: valueOf(fields, 'name'), scopes: fields.scopes ?? [], days: valueOf(fields, 'days') }
  const result = tokenDraft.safeParse(told)
  if (result.success) return { ok: true, value: { ...result.data, password: valueOf(fields, 'password') } }
  return { ok: false, problems: result.error.issues.map(({ path, message }) => ({ path: String(path[0]), code: message })) }
}
