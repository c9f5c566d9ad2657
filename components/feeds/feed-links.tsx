import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'

/** Where to follow what this page shows; `path` is the feed's below /feeds/atom and /feeds/json. */
export function FeedLinks({ path, lang, words }: { path: string; lang: Language; words: Words['feeds'] }) {
  return (
    <p className="mt-6 flex flex-wrap items-center gap-x-4 text-small text-soft no-print">
      <span>{words.follow}</span>
      <a className="word-button" type="application/atom+xml" href={pathIn(lang, `/feeds/atom${path}`)}>Atom</a>
      <a className="word-button" type="application/feed+json" href={pathIn(lang, `/feeds/json${path}`)}>JSON Feed</a>
    </p>
  )
}
