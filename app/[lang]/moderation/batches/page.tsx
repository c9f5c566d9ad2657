import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { BulkActLine } from '@/components/moderation/bulk-act-line'
import { InfluenceTable } from '@/components/moderation/influence-table'
import { sayBatch } from '@/components/moderation/say-batch'
import { read } from '@/db/connection'
import { listBulkActs } from '@/db/moderation/batches/in-bulk'
import { batchesOf, sizeOf } from '@/db/moderation/batches/members'
import { openSuspicions } from '@/db/moderation/batches/settle'
import { isId } from '@/domain/ids'
import { nameOf, type Batch } from '@/domain/moderation/batch'
import { isModerator } from '@/domain/permission'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../missing'
import { languageOf, type PageProps } from '../../../page-words'
import { viewer } from '../../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { batches } = languageOf(await params).words
  return { title: batches.title, description: batches.description, robots: { index: false } }
}

/** Batches whose cases move a figure, what came with a case (`?case=`), and what was done in bulk before. */
export default async function Batches({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const reader = await viewer()
  if (reader.kind === 'guest') redirect(pathIn(lang, '/sign-in?then=/moderation/batches'))
  if (!isModerator(reader)) return missing()
  const [database, search] = [await read(), await searchParams]
  const wanted = typeof search.case === 'string' ? search.case.trim() : ''
  const [open, acts] = await Promise.all([openSuspicions(database), listBulkActs(database)])
  const found = isId(wanted) ? await batchesOf(database, Number(wanted)) : []
  const sized = await Promise.all(found.map(async batch => ({ batch, ...await sizeOf(database, batch) })))
  const { batches, log } = words
  const look = ({ kind, key }: Batch) => pathIn(lang, `/moderation/batches/${kind}/${encodeURIComponent(key)}`)
  const suspected = [...new Set(open.map(nameOf))].map(name => open.filter(it => nameOf(it) === name))
  return (
    <div className="max-w-prose">
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation')}>{log.title}</a></p>
      <h1 className="finding">{batches.title}</h1>
      <p className="mt-3">{batches.intro}</p>
      <p className="hint mt-2 mb-6">{batches.privacy}</p>
      {search.done === 'cleared' && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{batches.done.cleared}</p>}

      <h2 className="mb-3 text-lead">{batches.open}</h2>
      {suspected.length === 0 && <p className="border-y border-hair py-4 text-soft">{batches.none}</p>}
      {suspected.map(its => (
        <section key={nameOf(its[0]!)} className="mb-6 border-t-2 border-ink py-3">
          <h3 className="mb-2">{sayBatch(its[0]!, words)}</h3>
          <InfluenceTable lines={its.map(it => ({ ...it, n: it.cases, jumps: true }))} words={words} />
          <p className="mt-2"><a className="button" href={look(its[0]!)}>{batches.look}</a></p>
        </section>
      ))}

      <h2 id="of-case" className="mt-10 mb-3 text-lead">{batches.ofCase}</h2>
      <form action={`${pathIn(lang, '/moderation/batches')}#of-case`} className="flex flex-wrap items-end gap-3">
        <label className="field">
          <span className="block text-small">{batches.caseNumber}</span>
          <input name="case" inputMode="numeric" defaultValue={wanted} className="input" size={10} />
        </label>
        <button className="button">{batches.find}</button>
      </form>
      {wanted !== '' && sized.length === 0 && <p className="error mt-2">{batches.noCase}</p>}
      <ul className="mt-3">
        {sized.map(({ batch, cases, accounts, counted }) => (
          <li key={batch.kind} className="border-t border-hair py-3">
            <a href={look(batch)}>{batches.kinds[batch.kind]}</a>
            <p className="text-small text-soft">{batches.size(cases, accounts)} · {batches.counted(counted)}</p>
          </li>
        ))}
      </ul>

      <h2 className="mt-10 mb-3 text-lead">{batches.acts}</h2>
      {acts.length === 0 && <p className="border-y border-hair py-4 text-soft">{batches.noActs}</p>}
      <ul>{acts.map(act => <BulkActLine key={act.id} act={act} lang={lang} words={words} />)}</ul>
    </div>
  )
}
