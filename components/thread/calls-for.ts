import { callsUnder } from '@/domain/text/mentions'
import type { Language } from '@/messages/languages'

/** Stored HTML in which whoever is called is led to in this language. */
export function callsFor(lang: Language, html: string): string {
  return callsUnder(html, lang === 'zh' ? '' : `/${lang}`)
}
