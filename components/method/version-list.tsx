import { methodVersions } from '@/domain/statistics/method'
import type { Words } from '@/messages/words'
import { Sentences } from './sentences'

/** What changed from version to version, newest first. */
export function VersionList({ words: { method, stats } }: { words: Words }) {
  return (
    <>
      {methodVersions.map(({ version, since, changes }) => (
        <div key={version} className="mt-4">
          <h3 className="font-semibold">
            {stats.method(version)} <span className="font-normal text-soft">{method.since(since)}</span>
          </h3>
          <Sentences of={changes.map(change => method.changes[change])} />
        </div>
      ))}
    </>
  )
}
