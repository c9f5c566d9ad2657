import type { Metadata } from 'next'
import { FigureFilterForm } from '@/components/figures/figure-filter'
import { Finding } from '@/components/figures/finding'
import { LayerSwitch } from '@/components/figures/layer-switch'
import { SilentFindings } from '@/components/figures/silent-findings'
import { Sources } from '@/components/figures/sources'
import { TrendFinding } from '@/components/figures/trend-finding'
import { read } from '@/db/connection'
import { countLayers } from '@/db/figures/layers'
import { namedProcesses, pageOf, readFigureFilter, type FigureFilter } from '@/domain/figures/filter'
import type { FigureFinding } from '@/domain/figures/finding'
import { trendStage } from '@/domain/figures/trend'
import { method } from '@/domain/statistics/method'
import { isSilent } from '@/domain/statistics/suppression'
import { pathIn } from '@/messages/languages'
import { findingsOnce, trendOnce } from '../../figures-once'
import { languageOf, type PageProps } from '../../page-words'
import { shareOf } from '../../share'

const pages = [
  ['durations', '/stats/durations'], ['outcomes', '/stats/outcomes'], ['names', '/stats/names'],
  ['software_copyright', '/stats/software-copyright'],
] as const

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.stats.title, description: words.stats.caveat,
    ...await shareOf({ lang, words, card: 'stats', search: await searchParams }),
  }
}

/** Every finding of one process, a sentence each. */
export default async function Findings({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { stats, codes } = words
  const { filter, misread } = readFigureFilter(await searchParams)
  const database = await read()
  const findings = await findingsOnce(database, filter)
  const trend = await trendOnce(database, { filter, measure: 'answered', stage: trendStage[filter.process] })
  const counts = await countLayers(database, filter)
  const isSaid = ({ figure }: FigureFinding) => !isSilent(figure.suppressed)
  const path = '/stats'
  return (
    <>
      <h1 className="text-lead">{stats.about(codes.process[filter.process])}</h1>
      <p className="weight mt-1">{stats.caveat}{stats.waitingMeaning}</p>
      <FigureFilterForm {...{ filter, misread, path, lang, words }}>
        <LayerSwitch {...{ filter, counts, path, lang, words }} />
      </FigureFilterForm>
      <div className="mt-2 max-w-[46rem]">
        {findings.filter(isSaid).map((finding, i) => <Finding key={i} finding={finding} lang={lang} words={words} />)}
        {!isSilent(trend.suppressed) && <TrendFinding figure={trend} lang={lang} words={words} />}
      </div>
      <SilentFindings findings={findings.filter(finding => !isSaid(finding))} {...{ filter, counts, lang, words }} />
      <section className="mt-10">
        <h2 className="text-lead">{stats.pagesTitle}</h2>
        <ul className="mt-2 grid max-w-[46rem] gap-x-8 gap-y-3 sm:grid-cols-2">
          <li>
            <a href={pathIn(lang, '/estimate')} className="inline-flex min-h-11 items-center font-semibold">{words.estimate.title}</a>
            <p className="text-small text-soft">{words.estimate.description}</p>
          </li>
          <li>
            <a href={pathIn(lang, pageOf('/stats/trend', filter))} className="inline-flex min-h-11 items-center font-semibold">{words.trend.title}</a>
            <p className="text-small text-soft">{words.trend.hint}</p>
          </li>
          {pages.map(([kind, href]) => (
            <li key={kind}>
              <a href={pathIn(lang, pathOf(href, kind, filter))} className="inline-flex min-h-11 items-center font-semibold">
                {stats.titles[kind]}
              </a>
              <p className="text-small text-soft">{stats.hintsOf[filter.process]?.[kind] ?? stats.hints[kind]}</p>
            </li>
          ))}
        </ul>
      </section>
      <Sources filter={filter} version={method} lang={lang} words={words} />
    </>
  )
}

/** The page with the same cases, where it has them: a process without names has no page about names. */
function pathOf(href: string, kind: (typeof pages)[number][0], filter: FigureFilter): string {
  const everywhere = kind === 'durations' || kind === 'outcomes'
  const named = (namedProcesses as readonly string[]).includes(filter.process)
  return everywhere || named ? pageOf(href, filter) : href
}
