import type { Layer } from '@/domain/case/layers'
import { pageOf } from '@/domain/figures/filter'
import type { FigureFinding } from '@/domain/figures/finding'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { CaseList, type ListedCase } from '../cases/case-list'

type Props = {
  finding: FigureFinding
  counts: Record<Layer, number>
  /** The cases to read instead of a figure. */
  cases: ListedCase[]
  path: string
  more?: Record<string, string>
  lang: Language
  words: Words
}

/** Where a figure is held back: what is missing, how many people would answer it, and the few cases there are. */
export function Missing({ finding, counts, cases, path, more, lang, words }: Props) {
  const { stats } = words
  const { figure: { suppressed, filter } } = finding
  if (!suppressed) return null
  const stage = finding.kind === 'durations' ? finding.figure.stage : undefined
  const other = filter.layer !== 'all' && counts.all > counts[filter.layer] ? counts.all : 0
  const all = countAll(finding)
  return (
    <section className="mt-10 max-w-[46rem]">
      <h2 className="text-lead">{stats.missingTitle}</h2>
      <p className="mt-2">{sayMissing(finding, words)}</p>
      {isByDays(finding) && <p>{stats.missingDays}</p>}
      {other > 0 && (
        <p>
          <a href={pathIn(lang, pageOf(path, { ...filter, layer: 'all' }, stage, more))} className="inline-flex min-h-11 items-center">
            {stats.missingOther(stats.layerName.all, other)}
          </a>
        </p>
      )}
      <p className="mt-2">
        <a href={pathIn(lang, `/cases/new?process=${filter.process}`)} className="button">{stats.report}</a>
      </p>
      {cases.length > 0 && (
        <>
          <p className="mt-6 text-soft">{stats.readThese(cases.length, all)}</p>
          <CaseList cases={cases} lang={lang} words={words} level={3} echoed={false} />
        </>
      )}
    </section>
  )
}

/** How many people there are and how many it takes, in the words of the question. */
function sayMissing({ kind, figure }: FigureFinding, { stats }: Words): string {
  if (figure.suppressed === 'complement') return stats.coveredWhy
  if (figure.suppressed === 'counting') return stats.countingWhy
  if (kind === 'durations') return stats.missingWaits(figure.accounts, figure.events)
  if (kind !== 'outcomes') return stats.missingShares(figure.accounts)
  return stats.missingOutcomes(figure.accounts, figure.ended && figure.ended.reduce((sum, n) => sum + n, 0))
}

/** Some are left out of what is counted in days, where a wait of known hours has no place unless its days are known. */
function isByDays({ kind, figure }: FigureFinding): boolean {
  if (kind === 'outcomes') return figure.left_out > 0
  return kind === 'durations' && figure.scale === 'day' && figure.left_out > 0
}

/** The cases of which those listed may be only the first. */
function countAll({ kind, figure }: FigureFinding): number {
  if (kind === 'durations') return figure.reported
  return kind === 'outcomes' ? figure.n + figure.left_out + figure.capped : figure.n
}
