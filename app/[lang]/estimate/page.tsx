import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EstimateAnswer } from '@/components/estimate/estimate-answer'
import { EstimateForm } from '@/components/estimate/estimate-form'
import { isOver } from '@/domain/case/outcome'
import { minuteOf } from '@/domain/case/interval'
import { nextStage, readEstimate, typedFor, type ReadEstimate } from '@/domain/figures/estimate-address'
import type { FigureFilter } from '@/domain/figures/filter'
import type { FigureFinding } from '@/domain/figures/finding'
import { permit } from '@/domain/permission'
import { caseById, casesByIds } from '@/db/cases/rows'
import { read, type Reader } from '@/db/connection'
import { figureFor, ownEstimateFor } from '@/db/figures/beforehand/ask'
import { durationsFigure } from '@/db/figures/durations'
import { filterOf, openWaitOf, widerFilters } from '@/db/figures/estimate'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { missing } from '../../missing'
import { languageOf, numberOf, type PageProps } from '../../page-words'
import { shareOf } from '../../share'
import { newFormKey } from '../../typed-draft'
import { viewer } from '../../viewer'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.estimate.title, description: words.estimate.description,
    ...await shareOf({ lang, words, card: 'estimate' }),
  }
}

/** "I paid three hours ago. Is that normal? What next?" Everything asked stands in the address; nothing is stored. */
export default async function EstimatePage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const now = Date.now()
  const database = await read()
  const caseId = [search.case].flat()[0]
  if (caseId !== undefined) return estimateOfCase(database, caseId, { lang, words, now })

  const asked = readEstimate(search, minuteOf(now))
  const { isAsked, filter, stage, waited, typed } = asked
  const answer = (it: FigureFilter) => figureFor(database, 'estimate', { ...it, stage, ...typed }, now)
  const figure = isAsked && waited && await answer(filter)
  return (
    <>
      <Head asked={asked} lang={lang} words={words} isAnswered={Boolean(figure)} />
      {figure && waited && (
        <EstimateAnswer
          {...{ figure, lang, words }} asked={filter} typed={typed}
          wider={figure.suppressed && figure.suppressed !== 'counting' ? await Promise.all(askedInstead(filter).map(answer)) : []}
          next={await nextOf(database, asked, now)} cases={await casesByIds(database, figure.cases)} taking={{ lang, newKey: newFormKey }}
        />
      )}
    </>
  )
}

/** Less narrow, and at last of everybody's cases: on a young site few tell their own. */
function askedInstead(filter: FigureFilter): FigureFilter[] {
  const { process, layer } = filter
  return [...widerFilters(filter), ...(layer === 'all' ? [] : [{ process, layer: 'all' as const }])]
}

type Here = { lang: Language; words: Words; now: number }

/** The same from one's own open case: where it stands and for how long, as narrowly as can be answered. */
async function estimateOfCase(database: Reader, id: string, { lang, words, now }: Here) {
  const [reader, stored] = await Promise.all([viewer(), caseById(database, numberOf(id))])
  if (reader.kind === 'guest') redirect(pathIn(lang, `/sign-in?then=${encodeURIComponent(`/estimate?case=${numberOf(id)}`)}`))
  // Somebody else's case is nobody's to ask about by its number.
  if (!stored || 'refused' in permit('ask_estimate', reader, stored.row)) return missing()
  const { estimate } = words
  const { row, case: it } = stored
  const over = isOver(it.events, row.process)
  const wait = over ? null : await openWaitOf(database, stored, now)
  const filter = filterOf(stored)
  const back = <a className="lone" href={pathIn(lang, `/cases/${row.id}`)}>{estimate.backToCase}</a>
  if (!wait) {
    const asked = readEstimate({ ...filter, step: '' }, minuteOf(now))
    return (
      <Head asked={asked} lang={lang} words={words} isAnswered={false} note={<>{over ? estimate.caseOver : estimate.caseUnknown} {back}</>} />
    )
  }
  const { stage, waited } = wait
  const asked: ReadEstimate = { isAsked: true, filter, stage, waited, typed: typedFor(waited), fault: null, misread: false }
  const figure = await ownEstimateFor(database, row.id, { filter, stage, waited }, now)
  return (
    <>
      <Head asked={asked} lang={lang} words={words} isAnswered note={<>{estimate.ofCase(row.id)} {back}</>} />
      <EstimateAnswer
        {...{ figure, lang, words }} asked={filter} typed={asked.typed} wider={[]} next={await nextOf(database, asked, now)}
        cases={await casesByIds(database, figure.cases)} taking={{ lang, newKey: newFormKey }} isOwn
      />
      {!figure.suppressed && row.inFigures && <p className="weight mt-2">{estimate.keptNote}</p>}
    </>
  )
}

/** How long the next step takes, for everybody of the review: who comes to it is not known yet. */
async function nextOf(database: Reader, { filter: { process, layer }, stage }: ReadEstimate, now: number): Promise<FigureFinding | null> {
  const next = nextStage(stage, process)
  if (!next) return null
  const figure = await durationsFigure(database, { process, layer, stage: next }, now)
  return figure.suppressed ? null : { kind: 'durations', figure }
}

type HeadProps = { asked: ReadEstimate; lang: Language; words: Words; isAnswered: boolean; note?: React.ReactNode }

/** The question; without an answer beneath, its title is the page's. */
function Head({ asked, lang, words, isAnswered, note }: HeadProps) {
  const { estimate } = words
  const Title = isAnswered ? 'p' : 'h1'
  return (
    <>
      <Title className={isAnswered ? 'eyebrow' : 'finding'}>{estimate.title}</Title>
      {note && <p className="hint">{note}</p>}
      <EstimateForm asked={asked} lang={lang} words={words} />
      {!isAnswered && !note && <p className="hint mt-4">{estimate.emptyHint}</p>}
    </>
  )
}
