import type { Metadata } from 'next'
import { AfterDemand, responsesTitle } from '@/components/figures/after-demand'
import { copyrightAnswer, CopyrightCharts } from '@/components/figures/copyright-charts'
import { FigureFilterForm } from '@/components/figures/figure-filter'
import { FigureHead } from '@/components/figures/figure-head'
import { LayerSwitch } from '@/components/figures/layer-switch'
import { Missing } from '@/components/figures/missing'
import { Questions } from '@/components/figures/question'
import { Sources } from '@/components/figures/sources'
import { casesByIds } from '@/db/cases/rows'
import { read } from '@/db/connection'
import { countLayers } from '@/db/figures/layers'
import { namedProcesses, readFigureFilter } from '@/domain/figures/filter'
import { isUnsaid } from '@/domain/figures/kept'
import { isSilent } from '@/domain/statistics/suppression'
import { softwareCopyrightOnce } from '../../../figures-once'
import { languageOf, type PageProps } from '../../../page-words'
import { shareOf } from '../../../share'
import { newFormKey } from '../../../typed-draft'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.stats.titles.software_copyright, description: words.stats.hints.software_copyright,
    ...await shareOf({ lang, words, card: 'software-copyright', search: await searchParams }),
  }
}

/** Who is asked for a software copyright, and what happens then. */
export default async function SoftwareCopyright({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { filter: { proof: _, ...filter }, misread } = readFigureFilter(await searchParams, namedProcesses)
  const database = await read()
  const figure = await softwareCopyrightOnce(database, filter)
  const counts = await countLayers(database, filter)
  const finding = { kind: 'software_copyright', figure } as const
  const path = '/stats/software-copyright'
  const { ask } = words.paths
  return (
    <>
      <FigureHead finding={finding} words={words}>
        <FigureFilterForm {...{ filter, misread, path, lang, words }} processes={namedProcesses} without="proof">
          <LayerSwitch {...{ filter, counts, path, lang, words }} />
        </FigureFilterForm>
        {!isSilent(figure.suppressed) && (
          <Questions
            title={words.paths.contents}
            list={[['copyright', ask.copyright, copyrightAnswer(figure, words)], ['after', ask.after, responsesTitle(figure.after, words)]]}
          />
        )}
      </FigureHead>
      {!isSilent(figure.suppressed) && (
        <>
          <CopyrightCharts figure={figure} taking={{ lang, newKey: newFormKey }} words={words} />
          <AfterDemand after={figure.after} lang={lang} words={words} />
        </>
      )}
      {figure.suppressed && (
        <Missing {...{ finding, counts, path, lang, words }} cases={await casesByIds(database, figure.cases)} />
      )}
      <Sources
        {...{ filter, lang, words }} version={figure.method} api="/api/v1/stats/software-copyright"
        keep={!isUnsaid('softwareCopyright', figure) && { kind: 'softwareCopyright', formKey: newFormKey() }}
      />
    </>
  )
}
