import { waitHeaders } from '@/domain/api/problem'
import type { Viewer } from '@/domain/people/viewer'
import { pathIn, type Language } from '@/messages/languages'
import { wordsFor } from '@/messages/words'
import type { ActAnswer, ActContext } from './act'
import { keepTyped, typedText } from './keep-typed'
import { plainPage } from './plain-page'
import { newFormKey } from './typed-draft'

export type Refused =
  | 'foreign_origin' | 'sign_in' | 'suspended' | 'silenced' | 'awaiting' | 'not_allowed' | 'key_reused'
  | { limited: number }
  | { unreadable: 400 | 413 | 415 }

type Spoken = Pick<ActContext, 'lang' | 'back' | 'act'> & Partial<ActContext>

/** Turns what an act answered into HTTP: a redirect that can be reloaded, or a page that says why not. */
export async function answerTo(answer: ActAnswer, context: ActContext, viewer: Viewer): Promise<Response> {
  const { lang, back, key } = context
  if ('to' in answer) return answer.shows ?? seeOther(pathIn(lang, answer.to))
  if ('refused' in answer) return answerRefusal(answer.refused, context, viewer)
  if ('missing' in answer) return gone(lang)
  if ('sends' in answer) return answer.sends
  if ('again' in answer) {
    await keepTyped({ ...context, fields: answer.fields }, viewer, [])
    return seeOther(pathIn(lang, withDraft(back, key, answer.again)))
  }
  if ('conflict' in answer) return conflict(answer.conflict, context, viewer)
  await keepTyped(context, viewer, answer.problems)
  return seeOther(pathIn(lang, withDraft(back, key, 'problems')))
}

/** Says no, with the reason in words; what was typed is kept whenever there is something to come back to. */
export async function answerRefusal(refused: Refused, context: Spoken, viewer: Viewer): Promise<Response> {
  const { lang, back } = context
  const { refusals } = wordsFor(lang).site
  if (refused === 'foreign_origin') return plainPage({ lang, status: 403, ...refusals.foreignOrigin })
  if (typeof refused === 'object' && 'unreadable' in refused) {
    return plainPage({ lang, status: refused.unreadable, ...refusals.unreadable })
  }
  if (typeof refused === 'object') return tooFast(refused.limited, context, viewer)
  // A key that is used up cannot be used again: the text waits under a new one.
  const key = refused === 'key_reused' ? newFormKey() : context.key
  if (isWhole(context) && key) await keepTyped({ ...context, key }, viewer, [])
  if (refused === 'sign_in') {
    return seeOther(pathIn(lang, `/sign-in?then=${encodeURIComponent(key ? withDraft(back, key) : back)}`))
  }
  const link = { href: pathIn(lang, key ? withDraft(back, key) : back), label: wordsFor(lang).site.backToForm }
  if (refused === 'key_reused') return plainPage({ lang, status: 409, ...refusals.keyReused, link })
  const why = refused === 'suspended' ? refusals.suspended : refused === 'silenced' ? refusals.silenced
    : refused === 'awaiting' ? refusals.awaiting : refusals.notAllowed
  if (refused === 'not_allowed' && viewer.kind === 'member' && viewer.waitingRole) {
    const { refusal, toSetUp } = wordsFor(lang).twoStep
    return plainPage({ lang, status: 403, ...refusal, link: { href: pathIn(lang, `/me/two-step?${new URLSearchParams({ then: key ? withDraft(back, key) : back })}`), label: toSetUp } })
  }
  return plainPage({ lang, status: 403, ...why, link })
}

/**
 * Too fast. A person's text is kept; a stranger's is given back on the spot, since somebody without a name who sends a
 * thousand forms a minute must not fill the disk.
 */
async function tooFast(seconds: number, context: Spoken, viewer: Viewer): Promise<Response> {
  const { lang, back, key } = context
  const { refusals, backToForm, conflict } = wordsFor(lang).site
  const kept = viewer.kind === 'member' && isWhole(context)
  if (kept) await keepTyped(context, viewer, [])
  const typed = kept ? '' : typedText(context.fields ?? {})
  return plainPage({
    lang,
    status: 429,
    title: refusals.limited.title,
    text: refusals.limited.text(seconds),
    quotes: typed ? [{ label: conflict.yours, words: typed }] : [],
    link: { href: pathIn(lang, kept && key ? withDraft(back, key) : back), label: backToForm },
    headers: Object.fromEntries(waitHeaders(seconds)),
  })
}

/** Nothing could be stored, nor a draft: the form itself goes back, to be sent again under its key. */
export function answerGivenBack({ lang, act, fields, back }: ActContext): Response {
  const { refusals: { databaseAway }, backToForm, conflict } = wordsFor(lang).site
  const typed = typedText(fields)
  // A password is never written into a page; whoever was signing in types it once more.
  const again = Object.keys(fields).some(name => /password|token|one_time/.test(name)) ? undefined
    : { action: `/do/${act}`, fields, label: databaseAway.again }
  return plainPage({
    lang,
    status: 503,
    title: databaseAway.title,
    text: databaseAway.text,
    quotes: typed ? [{ label: conflict.yours, words: typed }] : [],
    ...(again && { again }),
    link: { href: pathIn(lang, back), label: backToForm },
    headers: { 'retry-after': '5' },
  })
}

async function conflict(
  { yours, theirs }: { yours: string; theirs: string }, context: ActContext, viewer: Viewer,
): Promise<Response> {
  await keepTyped(context, viewer, [])
  const { lang, back, key } = context
  const { conflict, backToForm } = wordsFor(lang).site
  return plainPage({
    lang,
    status: 409,
    title: conflict.title,
    text: conflict.text,
    quotes: [{ label: conflict.yours, words: yours }, { label: conflict.theirs, words: theirs }],
    link: { href: pathIn(lang, withDraft(back, key)), label: backToForm },
  })
}

function gone(lang: Language): Response {
  return plainPage({ lang, status: 404, ...wordsFor(lang).site.notFound })
}

function withDraft(back: string, key: string, anchor = ''): string {
  const [address = '/'] = back.split('#')
  const [path, query] = address.split('?')
  const params = new URLSearchParams(query)
  params.set('draft', key)
  return `${path}?${params}${anchor && `#${anchor}`}`
}

function isWhole(context: Spoken): context is ActContext {
  return context.fields !== undefined && context.key !== undefined
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}
