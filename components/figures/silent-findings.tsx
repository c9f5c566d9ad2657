import type { Layer } from '@/domain/case/layers'
import { pageOf, type FigureFilter } from '@/domain/figures/filter'
import type { FigureFinding } from '@/domain/figures/finding'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { pathOf } from './finding'
import { sentenceOf } from './sentence'

type Props = { findings: readonly FigureFinding[]; filter: FigureFilter; counts: Record<Layer, number>; lang: Language; words: Words }

/** What cannot be said yet, a line each; and whose cases may say more. */
export function SilentFindings({ findings, filter, counts, lang, words }: Props) {
  const { stats } = words
  if (findings.length === 0) return null
  const isMore = filter.layer !== 'all' && counts.all > counts[filter.layer]
  return (
    <section className="mt-8 max-w-[46rem]">
      <h2 className="text-lead">{stats.silentTitle}</h2>
      <ul className="mt-1 text-small text-soft">
        {findings.map((finding, i) => (
          <li key={i}>
            <a className="inline-flex min-h-11 items-center" href={pathIn(lang, pathOf(finding))}>{sentenceOf(finding, words).replaceAll('**', '')}</a>
          </li>
        ))}
      </ul>
      {isMore && (
        <p>
          <a className="lone" href={pathIn(lang, pageOf('/stats', { ...filter, layer: 'all' }))}>{stats.missingOther(stats.layerName.all, counts.all)}</a>
        </p>
      )}
      <p className="mt-2"><a href={pathIn(lang, `/cases/new?process=${filter.process}`)} className="button">{stats.report}</a></p>
    </section>
  )
}
