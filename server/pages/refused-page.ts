import { doorWords } from '../../messages/door'
import { readPath } from '../../messages/languages'
import { plainPage } from './plain-page'

/** What is said of a request that no page was made for, in the language of its address. */
export function refusedPage(address: string, why: 'tooLarge' | 'unreadable'): string {
  const { lang } = readPath(address)
  return plainPage({ lang, ...doorWords[lang][why] })
}

/** `wait` in seconds. */
export function tooFastPage(address: string, wait: number): string {
  const { lang } = readPath(address)
  const { title, text } = doorWords[lang].limited
  return plainPage({ lang, title, text: text(wait) })
}

export function startingPage(address: string): string {
  const { lang } = readPath(address)
  return plainPage({ lang, ...doorWords[lang].starting })
}
