import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { fromSchema } from '@/domain/fields'
import { mailAddressKey, mailAddressSchema } from '@/domain/people/mail-address'
import { passwordProblem } from '@/domain/people/password'
import { safeReturnPath } from '@/domain/people/return-path'
import { dropCheckInLinks } from '@/db/check-ins/links'
import { isUniqueViolation, readCurrent, write, type Transaction } from '@/db/connection'
import { sendLetter } from '@/db/outbox/entrust'
import { dropMailAddress, keepMailAddress, mailAddressOf, personOfMailAddress } from '@/db/people/mail-addresses'
import { dropMailLinks, mailLinkOf, makeMailLink, mailLinkLifetime, takeMailLink, type MailLink } from '@/db/people/mail-links'
import { hashPassword } from '@/db/people/password-hash'
import { personById } from '@/db/people/people'
import { pathIn, readPath, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { guestAct, type ActAnswer, type GuestContext } from '../act'
import { knownBrowser, rememberBrowser } from '../browser'
import { enter } from '../enter'
import { askForConfirmation, askForLetter } from '../letter-limit'
import { isSecure } from '../own-cookie'
import { unproved } from '../prove'
import { offersMail, settings } from '../settings'
import { tellByLetter } from '../tell-by-letter'

const own = '/me/e-mail'
const then = z.string().transform(text => readPath(safeReturnPath(text)).path)

/** Fields: address; password, unless he has just signed in. Sends a letter to the new address, and changes nothing yet. */
export const keepEMail = guestAct({
  draft: fromSchema(z.object({ address: mailAddressSchema, password: z.string() })), limit: 'sign_in',
}, async ({ address, password }, context) => {
  const { viewer, now, lang } = context
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  if (!offersMail()) return { missing: true }
  const refused = await unproved('password', password, viewer, context)
  if (refused) return refused
  const wait = await askForConfirmation(address, viewer)
  if (wait) return { refused: { limited: wait } }
  const browser = await rememberBrowser(isSecure())
  await write(async tx => {
    // Whose address it is is nobody’s business: for one that is taken there is no letter, and the same answer.
    const taken = await personOfMailAddress(tx, address)
    const isOthers = taken !== null && taken.personId !== viewer.id
    const link = { use: 'confirm', personId: viewer.id, browser, address, wanted: own } as const
    await post(tx, link, { to: isOthers ? null : address, name: viewer.name, lang, now })
  })
  return { to: `${own}?done=sent` }
})

/** Fields: password, unless he has just signed in. The address that is dropped is told. */
export const dropEMail = guestAct({
  draft: fromSchema(z.object({ current_password: z.string() })), limit: 'sign_in',
}, async (draft, context) => {
  const { viewer, now, lang } = context
  if (viewer.kind === 'guest') return { refused: 'sign_in' }
  const refused = await unproved('current_password', draft.current_password, viewer, context)
  if (refused) return refused
  await write(async tx => {
    const before = await dropMailAddress(tx, viewer.id)
    await dropMailLinks(tx, viewer.id)
    await dropCheckInLinks(tx, viewer.id)
    if (before) await tellByLetter(tx, before, wordsFor(lang).byMail.letters.removed(viewer.name), { personId: viewer.id, now })
  })
  return { to: `${own}?done=removed` }
})

/** Fields: address, use (sign_in or recover), then. The answer is the same whether anybody has the address or not. */
export const askMailLink = guestAct({
  draft: fromSchema(z.object({ address: mailAddressSchema, use: z.enum(['sign_in', 'recover'], 'not_in_list'), then })), limit: 'sign_in',
}, async ({ address, use, then: wanted }, { now, lang, address: from }) => {
  if (!offersMail()) return { missing: true }
  const owner = await personOfMailAddress(await readCurrent(), address)
  const wait = await askForLetter(address, from, owner?.personId ?? null)
  if (wait) return { refused: { limited: wait } }
  const browser = await rememberBrowser(isSecure())
  await write(async tx => {
    const known = await personOfMailAddress(tx, address)
    const person = known && await personById(tx, known.personId)
    const link = { use, personId: person?.id ?? null, browser, address: '', wanted }
    await post(tx, link, { to: known?.address ?? null, name: person?.name ?? '', lang, now })
  })
  return { to: '/sign-in/by-mail?done=sent' }
})

/** Fields: token, as the letter has it; new_password where the link is for one. */
export const useMailLink = guestAct({
  draft: fromSchema(z.object({ token: z.string().max(100), new_password: z.string() })), limit: 'sign_in',
}, async ({ token, new_password }, context) => {
  const { now, viewer } = context
  const link = await mailLinkOf(await readCurrent(), token, now)
  const personId = link?.personId
  if (!link || personId == null) return { to: '/mail-link' }
  if (link.use === 'confirm') return viewer.kind === 'member' && viewer.id === personId ? confirm(token, link, personId, context) : { refused: 'sign_in' }
  if (link.browser !== await knownBrowser()) return { to: `/mail-link?${new URLSearchParams({ token })}` }
  const passwordHash = link.use === 'recover' ? await newHash(personId, new_password) : null
  if (passwordHash !== null && typeof passwordHash === 'object') return passwordHash
  const entered = await enter(context, link.wanted, async tx => (await takeMailLink(tx, token) ? personId : null), passwordHash)
  return entered ?? { to: '/mail-link' }
})

async function newHash(personId: number, typed: string): Promise<string | ActAnswer> {
  const person = await personById(await readCurrent(), personId)
  const problem = passwordProblem(typed, person?.name ?? '')
  return problem ? { problems: [{ path: 'new_password', code: problem }] } : hashPassword(typed)
}

async function confirm(token: string, { address }: MailLink, personId: number, { now, lang }: GuestContext): Promise<ActAnswer> {
  const kept = write(async tx => {
    if (!await takeMailLink(tx, token)) return null
    const change = await keepMailAddress(tx, { personId, address, now })
    if (!change) return null
    await dropMailLinks(tx, personId)
    if (change.before && mailAddressKey(change.before) !== mailAddressKey(address)) {
      // They lie in a letter-box that may be somebody else's by now.
      await dropCheckInLinks(tx, personId)
      const person = await personById(tx, personId)
      await tellByLetter(tx, change.before, wordsFor(lang).byMail.letters.changed(person!.name), { personId, now })
    }
    return change
  })
  const change = await kept.catch((error: unknown) => {
    if (isUniqueViolation(error)) return null
    throw error
  })
  return { to: change ? `${own}?done=confirmed` : '/mail-link' }
}

/** Makes the link and, where there is somebody to write to, its letter; without, it takes as long. */
async function post(
  tx: Transaction, link: MailLink, { to, name, lang, now }: { to: string | null; name: string; lang: Language; now: number },
): Promise<void> {
  const token = await makeMailLink(tx, { ...link, ...to === null && { personId: null }, now })
  const place = settings().SITE_URL + pathIn(lang, `/mail-link?${new URLSearchParams({ token })}`)
  const letter = wordsFor(lang).byMail.letters[link.use](name, place)
  if (to !== null) await sendLetter(tx, { to, ...letter }, { key: `link:${randomUUID()}`, now, uselessAt: now + mailLinkLifetime })
}
