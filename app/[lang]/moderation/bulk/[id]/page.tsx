import type { Metadata } from 'next'
import { BecauseField } from '@/components/moderation/because-field'
import { FormProblems } from '@/components/moderation/form-problems'
import { returnedTo } from '@/components/moderation/returned'
import { sayBatch } from '@/components/moderation/say-batch'
import { FormKey } from '@/components/form/form-key'
import { sayDay } from '@/components/say/time'
import { read } from '@/db/connection'
import { bulkActOf, itemsOf } from '@/db/moderation/batches/in-bulk'
import { isId } from '@/domain/ids'
import { isModerator } from '@/domain/permission'
import { pathIn } from '@/messages/languages'
import { missing } from '../../../../missing'
import { languageOf, type PageProps } from '../../../../page-words'
import { newFormKey, typedDraft } from '../../../../typed-draft'
import { viewer } from '../../../../viewer'

type Props = PageProps & { params: Promise<{ lang: string; id: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, ...rest } = await params
  const { batches } = languageOf(rest).words
  return { title: isId(id) ? batches.act(Number(id)) : batches.acts, description: batches.undoHint, robots: { index: false } }
}

/** What one bulk act changed, for everybody; for moderators the way back. */
export default async function OneBulkAct({ params, searchParams }: Props) {
  const { id, ...asked } = await params
  const { lang, words } = languageOf(asked)
  const [database, search, reader] = [await read(), await searchParams, await viewer()]
  const act = isId(id) ? await bulkActOf(database, Number(id)) : null
  if (!act) return missing()
  const items = await itemsOf(database, act.id)
  const { batches, log } = words
  const subject = act.deed === 'suspend' ? 'person' : 'case'
  const typed = returnedTo(await typedDraft(search), ['undo-bulk'], { bulk: act.id })
  const [applied, undone] = [search.done, search.undone].map(it => (typeof it === 'string' && /^\d{1,5}$/.test(it) ? Number(it) : null))
  const told = undone != null ? batches.done.undone(undone) : applied != null ? batches.done.applied(applied) : null
  return (
    <div className="max-w-prose">
      <p className="eyebrow"><a className="lone" href={pathIn(lang, '/moderation')}>{log.title}</a></p>
      <h1 className="finding">{batches.act(act.id)}</h1>
      <p className="mt-3">{batches.deeds[act.deed]}</p>
      {/* Who shares a network with whom is not for everybody to know of people named below. */}
      <p className="text-small text-soft">{(act.deed !== 'suspend' || isModerator(reader)) && <>{sayBatch(act.batch, words)} · </>}<bdi>{batches.actBy(act.by, sayDay(act.at))}</bdi></p>
      <p className="mt-2 mb-6"><bdi>{log.reason}{act.reason}</bdi></p>
      {told && <p role="status" className="mb-6 border-l-4 border-approved py-1 pl-4">{told}</p>}
      {act.undoneAt !== null && <p className="mb-6"><bdi>{batches.undone(act.undoneBy ?? log.somebody, sayDay(act.undoneAt))} · {log.reason}{act.undoneReason}</bdi></p>}
      {act.undoneAt === null && isModerator(reader) && (
        <form method="post" action="/do/undo-bulk" className="mb-8 max-w-form border-y border-hair py-4">
          <p className="hint mb-3">{batches.undoHint}</p>
          <FormProblems typed={typed} words={words} />
          <FormKey formKey={typed?.key ?? newFormKey()} lang={lang} back={`/moderation/bulk/${act.id}`} />
          <input type="hidden" name="bulk" value={act.id} />
          <BecauseField form="undo" typed={typed} words={words} />
          <button className="button">{batches.undo}</button>
        </form>
      )}
      <h2 className="mb-3 text-lead">{batches.items[subject](items.length)}</h2>
      <ul className="flex flex-wrap gap-x-5">
        {items.map(it => (
          <li key={it.id} className="flex min-h-11 items-center whitespace-nowrap">
            {it.name === null
              ? <a href={pathIn(lang, `/cases/${it.id}`)}>{batches.caseItem(it.id)}</a>
              : <a href={pathIn(lang, `/people/${encodeURIComponent(it.name)}`)}><bdi>{it.name}</bdi></a>}
            {act.undoneAt !== null && it.undoneAt === null && <span className="text-small text-soft"> · {batches.leftAlone}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
