import type { Process } from '@/domain/codes'
import type { Reading } from '@/domain/thread-import/reading'
import type { Words } from '@/messages/words'
import { sayFound } from './say-found'

/** What was read of a comment, each with the words that say it. */
export function FoundList({ reading, process, words }: { reading: Reading; process: Process; words: Words }) {
  const { oldThreads } = words
  const { found, item, inherited } = reading
  return (
    <dl className="grid gap-x-4 gap-y-1 text-small sm:grid-cols-[auto_1fr]" aria-label={oldThreads.found}>
      {found.map(it => (
        <div key={`${it.field} ${it.value}`} className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt className="text-soft">{oldThreads.field[it.field]}</dt>
          <dd>
            <strong>{sayFound(it, process, words)}</strong>{' '}
            <q className="text-soft" lang="zh-CN"><bdi>{item.text.slice(it.from, it.to).trim()}</bdi></q>
          </dd>
        </div>
      ))}
      {inherited && (
        <div className="sm:col-span-2 sm:grid sm:grid-cols-subgrid">
          <dt className="text-soft">{oldThreads.field.process}</dt>
          <dd><strong>{words.codes.process[process]}</strong> <span className="text-soft">{oldThreads.inherited}</span></dd>
        </div>
      )}
    </dl>
  )
}
