import type { LogEntry } from '@/domain/moderation/log-entry'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { LogChanges } from '../moderation/log-changes'
import { LogLine } from '../moderation/log-line'

/** A line of the public log for a reader of feeds: who did what to what, and why. */
export function LogContent({ entry, lang, words: { log, rules } }: { entry: LogEntry; lang: Language; words: Words }) {
  return (
    <>
      <p><LogLine entry={entry} lang={lang} words={log} /></p>
      <LogChanges entry={entry} words={log} ruleField={rules.field} />
      {entry.reason && <p>{log.reason}<bdi>{entry.reason}</bdi></p>}
    </>
  )
}
