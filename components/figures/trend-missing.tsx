import type { TrendFigure } from '@/domain/figures/trend'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { CaseList, type ListedCase } from '../cases/case-list'

type Props = { figure: TrendFigure; cases: ListedCase[]; lang: Language; words: Words }

/** Where a trend cannot be drawn: what it takes, how many there are, and the few cases to read instead. */
export function TrendMissing({ figure, cases, lang, words }: Props) {
  const { stats, trend } = words
  return (
    <section className="mt-10 max-w-[46rem]">
      <h2 className="text-lead">{stats.missingTitle}</h2>
      <p className="mt-2">{figure.suppressed === 'counting' ? stats.countingWhy : trend.missing(figure.accounts)}</p>
      <p className="mt-2">
        <a href={pathIn(lang, `/cases/new?process=${figure.filter.process}`)} className="button">{stats.report}</a>
      </p>
      {cases.length > 0 && (
        <>
          <p className="mt-6 text-soft">{stats.readThese(cases.length, figure.n)}</p>
          <CaseList cases={cases} lang={lang} words={words} level={3} echoed={false} />
        </>
      )}
    </section>
  )
}
