import { HidePanel } from '@/components/moderation/hide-panel'
import { LockPanel } from '@/components/moderation/lock-panel'
import { MergePanel } from '@/components/moderation/merge-panel'
import { TagPanel } from '@/components/moderation/tag-panel'
import { mayTag, permit } from '@/domain/permission'
import type { Viewer } from '@/domain/people/viewer'
import { mergedHere } from '@/db/cases/merges'
import type { StoredCase } from '@/db/cases/rows'
import type { Reader } from '@/db/connection'
import { openHidings } from '@/db/moderation/hiding'
import { suggestionsOf, tagBook } from '@/db/moderation/tags'
import { lockOf } from '@/db/threads/locks'
import { newFormKey, type TypedDraft } from '../../../typed-draft'

type Desk = Pick<Parameters<typeof TagPanel>[0], 'lang' | 'words' | 'tags'> & {
  database: Reader
  stored: StoredCase
  reader: Viewer
  typed: TypedDraft | null
}

/** What a moderator finds beneath a case: tags and suggestions where it is not his own, and hiding. */
export async function moderatorsDesk({ database, stored: { row }, reader, lang, words, tags, typed }: Desk) {
  const [suggestions, groups, hidings, lock, merged] = await Promise.all([
    suggestionsOf(database, row.id), tagBook(database), openHidings(database, 'case', [row.id]), lockOf(database, row.id), mergedHere(database, row.id),
  ])
  const shared = { lang, words, back: `/cases/${row.id}`, newKey: newFormKey, typed }
  return (
    <div className="mt-6 no-print">
      {mayTag(reader, row) && <TagPanel caseId={row.id} tags={tags} suggestions={suggestions} groups={groups} {...shared} />}
      {row.state === 'live' && <LockPanel caseId={row.id} lock={lock} {...shared} />}
      {row.state === 'live' && <MergePanel caseId={row.id} may={'permitted' in permit('merge', reader, row)} merged={merged} {...shared} />}
      {'permitted' in permit('hide', reader, row) && <HidePanel subject="case" subjectId={row.id} hidden={hidings.get(row.id) ?? null} {...shared} />}
    </div>
  )
}
