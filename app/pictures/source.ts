import { dayOf, minuteOf } from '@/domain/case/interval'
import { method } from '@/domain/statistics/method'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { settings } from '../settings'

/** By which method and of what day a picture is. */
export function dated({ pictures, stats }: Words, now = Date.now()): string {
  return pictures.dated(stats.method(method), dayOf(minuteOf(now)))
}

/** Where a page is found, as people write it: without the scheme, and without the slash of the front page. */
export function homeOf(lang: Language, path: string): string {
  return wholeAddress(lang, path).replace(/^https?:\/\//, '').replace(/\/$/, '')
}

/** The whole address of a page. */
export function wholeAddress(lang: Language, path: string): string {
  return `${settings().SITE_URL}${pathIn(lang, path)}`
}
