import { doorWords } from '../../messages/door'
import { readPath } from '../../messages/languages'
import { givenBack, languageOf } from './come-back-page'
import { plainPage } from './plain-page'

/** What is said of a request that no page was made for, in the language of its address. */
export function refusedPage(address: string, why: 'tooLarge' | 'unreadable'): string {
  const { lang } = readPath(address)
  return plainPage({ lang, ...doorWords[lang][why] })
}

/** `wait` in seconds; what was `typed` is given back. */
export function tooFastPage(address: string, wait: number, typed: URLSearchParams | null): string {
  const lang = languageOf(address, typed)
  const { title, text } = doorWords[lang].limited
  return plainPage({ lang, title, text: text(wait), rest: typed ? givenBack(address, typed, doorWords[lang].busy) : '' })
}

export function startingPage(address: string): string {
  const { lang } = readPath(address)
  return plainPage({ lang, ...doorWords[lang].starting })
}
