import { isUnsubscribeToken, personOfUnsubscribeToken } from '@/domain/following/unsubscribe'
import { readCurrent, write } from '@/db/connection'
import { stopMail } from '@/db/following/mail-wish'
import { mailAddressOf } from '@/db/people/mail-addresses'
import { isLanguage, pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import { plainPage } from '../../../../plain-page'

type Context = { params: Promise<{ lang: string; token: string }> }

// The one change that is not a form of our own: mail programs post here by themselves, from nowhere and without a cookie
// (RFC 8058). Whoever has the letter may end the letters, and nothing else. Looking at the address ends nothing, since
// scanners of mail do.

export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { lang, token, personId, say } = await asked(params)
  if (personId === null) return unknown(lang)
  return plainPage({
    lang, status: 200, title: say.stopTitle, text: say.stopText,
    again: { action: pathIn(lang, `/mail/stop/${token}`), fields: { 'List-Unsubscribe': ['One-Click'] }, label: say.stopLink },
  })
}

export async function POST(_: Request, { params }: Context): Promise<Response> {
  const { lang, personId, say } = await asked(params)
  if (personId === null) return unknown(lang)
  await write(tx => stopMail(tx, personId, Date.now()))
  return plainPage({ lang, status: 200, title: say.stopped, text: say.stoppedText })
}

async function asked(params: Context['params']) {
  const { lang: given, token } = await params
  const lang: Language = isLanguage(given) ? given : 'zh'
  return { lang, token, personId: await readerOf(token), say: wordsFor(lang).noticeMail }
}

// An address that somebody gave up says no more of his letters.
async function readerOf(token: string): Promise<number | null> {
  const personId = personOfUnsubscribeToken(token)
  const address = personId === null ? null : await mailAddressOf(await readCurrent(), personId)
  return address !== null && isUnsubscribeToken(token, { personId: personId!, address }, process.env.AUTH_SECRET ?? '') ? personId : null
}

function unknown(lang: Language): Response {
  const { stopUnknown: title, stopUnknownText: text } = wordsFor(lang).noticeMail
  return plainPage({ lang, status: 404, title, text })
}
