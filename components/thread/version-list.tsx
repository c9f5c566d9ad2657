import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'

type Version = { version: number; words: string; at: number }

/** The versions of a reply as they were typed, the latest first. */
export function VersionList({ versions, words }: { versions: Version[]; words: Words['thread']['historyPage'] }) {
  return (
    <ol>
      {versions.map((it, at) => (
        <li key={it.version} className="border-t border-hair py-4">
          <h2 className="text-small text-soft">
            {words.version(it.version)} · <TimeOf at={it.at} />{at === 0 && ` · ${words.now}`}
          </h2>
          <pre className="mt-1 whitespace-pre-wrap font-han" dir="auto">{it.words}</pre>
        </li>
      ))}
    </ol>
  )
}
