import type { Case } from '@/domain/case/case'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { titleOf } from './title'

type Told = { row: { id: number }; case: Case }
type Props = { of: Told | null; count: number; first: Told[]; lang: Language; words: Words }

/** What this case says "me too" to, and how many say it of this one: each a case with its own times and words. */
export function MeToos({ of, count, first, lang, words }: Props) {
  if (!of && count === 0) return null
  const { together: { meToo }, cases } = words
  const link = ({ row, case: it }: Told, label: string) => (
    <a href={pathIn(lang, `/cases/${row.id}`)} title={titleOf(it, words)}>{label}</a>
  )
  return (
    <div id="me-too" className="mt-3 text-small">
      {of && <p>{meToo.of}{link(of, `${cases.caseNumber(of.row.id)}`)} <bdi className="text-soft">{titleOf(of.case, words)}</bdi></p>}
      {count > 0 && (
        <p className="flex flex-wrap gap-x-3">
          <span>{meToo.count(count)}</span>
          {first.map(it => <span key={it.row.id}>{link(it, cases.caseNumber(it.row.id))}</span>)}
          {count > first.length && <span className="text-soft">{meToo.others(count - first.length)}</span>}
        </p>
      )}
    </div>
  )
}
