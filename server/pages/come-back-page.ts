import { doorWords } from '../../messages/door'
import { isLanguage, readPath, type Language } from '../../messages/languages'
import { escapeHtml, plainPage } from './plain-page'

/**
 * The answer to a form for which there is no time now: what was typed, to be read, and the same form to be sent again
 * under its own key. Passwords are not given back; without them there is nothing to send again.
 */
export function comeBackPage(address: string, typed: URLSearchParams | null): string {
  const lang = languageOf(address, typed)
  const { busy } = doorWords[lang]
  return plainPage({ lang, ...busy, rest: typed ? givenBack(address, typed, busy) : '' })
}

/** The language that a form says it was in; else that of the address. */
export function languageOf(address: string, typed: URLSearchParams | null): Language {
  const named = typed?.get('lang') ?? ''
  return isLanguage(named) ? named : readPath(address).lang
}

/** The words that were typed, and the form itself to be sent again. */
export function givenBack(address: string, typed: URLSearchParams, { yours, again }: { yours: string; again: string }): string {
  const words = ['title', 'words', 'because'].flatMap(name => typed.getAll(name)).filter(Boolean)
  const shown = words.length > 0 ? `<h2>${yours}</h2><pre dir="auto">${escapeHtml(words.join('\n\n'))}</pre>` : ''
  if ([...typed.keys()].some(name => /password|token/.test(name))) return shown
  const fields = [...typed].map(([name, value]) => `<textarea hidden name="${escapeHtml(name)}">\n${escapeHtml(value)}</textarea>`)
  return `${shown}<form method="post" action="${escapeHtml(address)}">${fields.join('')}<button>${again}</button></form>`
}
