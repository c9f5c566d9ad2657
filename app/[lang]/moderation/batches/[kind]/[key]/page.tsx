import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BulkActLine } from '@/components/moderation/bulk-act-line'
import { BulkForm } from '@/components/moderation/bulk-form'
import { InfluenceTable } from '@/components/moderation/influence-table'
import { MemberList } from '@/components/moderation/member-list'
import { sayBatch } from '@/components/moderation/say-batch'
import { read } from '@/db/connection'
import { listBulkActs, mostInOneAct, targetsOf } from '@/db/moderation/batches/in-bulk'
import { influencesOf } from '@/db/moderation/batches/jumps'
import { listMembers, sizeOf } from '@/db/moderation/batches/members'
import { openSuspicions } from '@/db/moderation/batches/settle'
import { isId } from '@/domain/ids'
import { batchFrom, nameOf } from '@/domain/moderation/batch'
import { isModerator } from '@/domain/permission'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../../missing'
import { languageOf, type PageProps } from '../../../../../page-words'
import { newFormKey, typedDraft } from '../../../../../typed-draft'
import { viewer } from '../../../../../viewer'

type Props = PageProps & { params: Promise<{ lang: string; kind: string; key: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, key, ...rest } = await params
  const { words } = languageOf(rest)
  const batch = batchFrom(kind, decodeURIComponent(key))
  return { title: batch ? sayBatch(batch, words) : words.batches.title, description: words.batches.influence, robots: { index: false } }
}

const pageLength = 30

/** One batch before anything is done to it: its size, what figures would be without it, its cases, and the form. */
export default async function OneBatch({ params, searchParams }: Props) {
  const asked = await params
  const { lang, words } = languageOf(asked)
  const batch = batchFrom(asked.kind, decodeURIComponent(asked.key))
  const path = `/moderation/batches/${asked.kind}/${asked.key}`
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${encodeURIComponent(path)}`))
  if (!isModerator(reader) || !batch) return missing()
  const [database, search] = [await read(), await searchParams]
  const size = await sizeOf(database, batch)
  if (size.cases === 0) return missing()
  const after = typeof search.after === 'string' && isId(search.after) ? Number(search.after) : 0
  const [influences, members, { digest }, acts, open] = await Promise.all([
    influencesOf(database, batch, Date.now()), listMembers(database, batch, after, pageLength + 1), targetsOf(database, batch),
    listBulkActs(database, { batch }), openSuspicions(database),
  ])
  const { batches } = words
  const mayClear = open.some(it => nameOf(it) === nameOf(batch))
  return (
    <div className="max-w-prose">
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation/batches')}>{batches.title}</a></p>
      <h1 className="finding">{sayBatch(batch, words)}</h1>
      <p className="mt-3 mb-8">{batches.size(size.cases, size.accounts)} · {batches.counted(size.counted)}</p>

      <h2 className="mb-3 text-lead">{batches.influence}</h2>
      {influences.length > 0 ? <InfluenceTable lines={influences} words={words} /> : <p className="border-y border-hair py-4 text-soft">{batches.noInfluence}</p>}

      <h2 id="decide" className="mt-10 mb-3 text-lead">{batches.decide}</h2>
      <BulkForm {...{ batch, digest, mayClear, lang, words }} most={mostInOneAct} back={path} newKey={newFormKey} typed={await typedDraft(search)} />

      <h2 id="members" className="mt-10 mb-3 text-lead">{batches.members}</h2>
      <MemberList members={members.slice(0, pageLength)} lang={lang} words={words} />
      {members.length > pageLength && (
        <p className="mt-4"><a className="button" rel="next" href={pathIn(lang, `${path}?after=${members[pageLength - 1]!.id}#members`)}>{words.site.more}</a></p>
      )}

      {acts.length > 0 && <h2 className="mt-10 mb-3 text-lead">{batches.acts}</h2>}
      <ul>{acts.map(act => <BulkActLine key={act.id} act={act} lang={lang} words={words} />)}</ul>
    </div>
  )
}
