import type { LogEntry } from '@/domain/moderation/log-entry'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { TimeOf } from '../say/time-of'
import { LogChanges } from './log-changes'
import { LogLine } from './log-line'

type Props = { entries: LogEntry[]; lang: Language; words: Pick<Words, 'log' | 'rules'> }

/** The public log: when, who did what to what, and why. Each line has an address of its own. */
export function LogList({ entries, lang, words: { log: words, rules } }: Props) {
  return (
    <ol className="border-t border-hair">
      {entries.map(entry => (
        <li
          key={entry.id} id={`line-${entry.id}`}
          className="border-b border-hair py-3 sm:grid sm:grid-cols-[9.5rem_1fr] sm:gap-4"
        >
          <p className="text-small text-soft"><TimeOf at={entry.at} /></p>
          <div>
            <p><LogLine entry={entry} lang={lang} words={words} /></p>
            <LogChanges entry={entry} words={words} ruleField={rules.field} />
            {entry.reason && (
              <p className="text-small text-soft">{words.reason}<bdi className="text-ink">{entry.reason}</bdi></p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
