import type { Batch, BulkDeed } from '@/domain/moderation/batch'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayDay } from '../say/time'
import { sayBatch } from './say-batch'

type Act = { id: number; batch: Batch; deed: BulkDeed; reason: string; by: string; at: number; undoneAt: number | null; undoneBy: string | null }
type Props = { act: Act; lang: Language; words: Words }

/** One bulk act in a list: what, to whom, by whom, why, and whether it was undone. */
export function BulkActLine({ act, lang, words }: Props) {
  const { batches, log } = words
  return (
    <li className="border-t border-hair py-3">
      <a href={pathIn(lang, `/moderation/bulk/${act.id}`)}>{batches.act(act.id)}</a>
      <span> · {batches.deeds[act.deed]}</span>
      <p className="text-small text-soft">
        {sayBatch(act.batch, words)} · <bdi>{batches.actBy(act.by, sayDay(act.at))}</bdi> · {log.reason}<bdi>{act.reason}</bdi>
      </p>
      {act.undoneAt !== null && <p className="text-small">{batches.undone(act.undoneBy ?? log.somebody, sayDay(act.undoneAt))}</p>}
    </li>
  )
}
