import { failedWords } from '../../messages/failed'
import { readPath } from '../../messages/languages'
import { plainPage } from './plain-page'

/** Whether Next could not make the page: it then sends an empty one, for its scripts to fill. */
export function isFailed(html: string): boolean {
  return html.startsWith('<!DOCTYPE html><html id="__next_error__"')
}

/** What is sent instead, to be read by everybody. `address` is what was asked for. */
export function failedPage(address: string): string {
  const { lang } = readPath(address)
  const { title, text, again } = failedWords[lang]
  return plainPage({ lang, title, text, rest: `<p><a href="">${again}</a></p>` })
}
