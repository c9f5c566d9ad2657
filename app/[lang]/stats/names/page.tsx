import type { Metadata } from 'next'
import { FigureFilterForm } from '@/components/figures/figure-filter'
import { FigureHead } from '@/components/figures/figure-head'
import { LayerSwitch } from '@/components/figures/layer-switch'
import { Missing } from '@/components/figures/missing'
import { categoriesAnswer, changesAnswer, filingAnswer, patternsAnswer } from '@/components/figures/name-answers'
import {
  CategoriesQuestion, ChangesQuestion, FilingQuestion, PatternsQuestion,
} from '@/components/figures/name-questions'
import { Questions } from '@/components/figures/question'
import { Sources } from '@/components/figures/sources'
import { casesByIds } from '@/db/cases/rows'
import { read } from '@/db/connection'
import { countLayers } from '@/db/figures/layers'
import type { Process } from '@/domain/codes'
import { namedProcesses, readFigureFilter } from '@/domain/figures/filter'
import { isUnsaid } from '@/domain/figures/kept'
import type { NameChangesFigure } from '@/domain/figures/name-changes'
import type { NamesFigure } from '@/domain/figures/names'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { nameChangesOnce, namesOnce } from '../../../figures-once'
import { languageOf, type PageProps } from '../../../page-words'
import { shareOf } from '../../../share'
import { newFormKey } from '../../../typed-draft'

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.stats.titles.names, description: words.stats.hints.names,
    ...await shareOf({ lang, words, card: 'names', search: await searchParams }),
  }
}

/** A filing comes before these. */
const isCertified = (process: Process) => process === 'certification' || process === 'renewal'

/** What the page answers. */
function namesQuestions(figure: NamesFigure, changes: NameChangesFigure, words: Words) {
  const { ask } = words.paths
  return [
    ['names', ask.names, patternsAnswer(figure, words)],
    ['categories', ask.categories, categoriesAnswer(figure, words)],
    ...(isCertified(figure.filter.process) ? [['filing', ask.filing, filingAnswer(figure, words)] as const] : []),
    ['changes', ask.changes, changesAnswer(changes, words)],
  ] as const
}

/** Which names are told to change or to be proven, and what those who changed theirs came to. */
export default async function Names({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const { filter, misread } = readFigureFilter(await searchParams, namedProcesses)
  const database = await read()
  const figure = await namesOnce(database, filter)
  const changes = await nameChangesOnce(database, filter)
  const counts = await countLayers(database, filter)
  const finding = { kind: 'names', figure } as const
  const path = '/stats/names'
  const taking = { lang, newKey: newFormKey }
  const isSaid = !isSilent(figure.suppressed)
  return (
    <>
      <FigureHead finding={finding} words={words}>
        <FigureFilterForm {...{ filter, misread, path, lang, words }} processes={namedProcesses}>
          <LayerSwitch {...{ filter, counts, path, lang, words }} />
        </FigureFilterForm>
        {isSaid && <Questions list={namesQuestions(figure, changes, words)} title={words.paths.contents} />}
      </FigureHead>
      {isSaid && (
        <>
          <PatternsQuestion figure={figure} taking={taking} words={words} />
          <CategoriesQuestion figure={figure} taking={taking} words={words} />
          {isCertified(filter.process) && <FilingQuestion figure={figure} taking={taking} words={words} />}
          <ChangesQuestion figure={changes} made={figure.changes} taking={taking} words={words} />
        </>
      )}
      {figure.suppressed && (
        <Missing {...{ finding, counts, path, lang, words }} cases={await casesByIds(database, figure.cases)} />
      )}
      <Sources
        {...{ filter, lang, words }} version={figure.method} api="/api/v1/stats/names"
        keep={!isUnsaid('names', figure) && { kind: 'names', formKey: newFormKey() }}
      />
    </>
  )
}
