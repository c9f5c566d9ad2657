import { en } from './en'
import type { Language } from './languages'
import { zh, type Words } from './zh'

export type { Words } from './zh'

/** Every sentence the site says, in one language. Sentences with values are functions. */
export function wordsFor(lang: Language): Words {
  return lang === 'zh' ? zh : en
}
