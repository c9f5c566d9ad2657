import { askAll, type Asked } from '../../../db/check-ins/ask'
import { checkInLinkLifetime, makeCheckInLink } from '../../../db/check-ins/links'
import { letterReader } from '../../../db/check-ins/reader'
import { write, type Transaction } from '../../../db/connection'
import { endErrand } from '../../../db/outbox/errands'
import { entrust, sendLetter } from '../../../db/outbox/entrust'
import { unsubscribeToken } from '../../../domain/following/unsubscribe'
import { isLanguage, pathIn } from '../../../messages/languages'
import { wordsFor } from '../../../messages/words'
import type { Hand } from '../tools'

const hour = 3_600_000

/** Asks whoever is due whether his case still waits: on the site, and with a letter where he wants each notice by mail. */
export const askCheckIns: Hand<'ask_check_ins'> = async (errand, { now, post, siteUrl, secret }) => {
  const at = now()
  await askAll(at, post ? (tx, asked) => sendQuestion(tx, asked, { at, siteUrl, secret }) : undefined)
  await write(tx => endErrand(tx, errand, now()))
}

/** Has it done once in an hour, by whichever process comes to it. Looked at often, so that it asks the database rarely. */
export function everyHour(now: () => number): () => Promise<void> {
  let last = 0
  return async () => {
    const [at, window] = [now(), Math.floor(now() / hour)]
    if (window === last) return
    await write(tx => entrust(tx, { kind: 'ask_check_ins', key: `check-ins:${window}`, payload: {}, now: at, uselessAt: at + hour }))
    last = window
  }
}

type Post = { at: number; siteUrl: string; secret: string }

async function sendQuestion(tx: Transaction, { caseId, personId }: Asked, { at, siteUrl, secret }: Post): Promise<void> {
  const reader = await letterReader(tx, personId)
  if (!reader) return
  const lang = isLanguage(reader.lang) ? reader.lang : 'zh'
  const { checkIn } = wordsFor(lang).together
  const token = await makeCheckInLink(tx, { caseId, personId, now: at })
  const under = (path: string) => siteUrl + pathIn(lang, path)
  const letter = checkIn.letter(reader.name, caseId, under(`/check-in?${new URLSearchParams({ token })}`))
  const unsubscribe = under(`/mail/stop/${unsubscribeToken({ personId, address: reader.to }, secret)}`)
  await sendLetter(tx, { to: reader.to, ...letter, unsubscribe }, {
    key: `check-in:${caseId}:${at}`, now: at, uselessAt: at + checkInLinkLifetime,
  })
}
