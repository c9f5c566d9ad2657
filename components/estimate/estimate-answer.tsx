import type { ReactNode } from 'react'
import type { EstimateFigure } from '@/domain/figures/estimate'
import { writeSearch } from '@/domain/case/filter'
import { writeEstimate, type TypedWait } from '@/domain/figures/estimate-address'
import { pageOf, type FigureFilter } from '@/domain/figures/filter'
import { isUnsaid } from '@/domain/figures/kept'
import type { Counted, FigureFinding } from '@/domain/figures/finding'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { CaseList, type ListedCase } from '../cases/case-list'
import { Emphasised } from '../figures/emphasised'
import { Finding } from '../figures/finding'
import { sayLength } from '../figures/say'
import { Take, type Taking } from '../figures/take'
import { CourseChart, coursePicture } from './course-chart'
import { answerSentence, becameSentence, normalSentences, sayWidened, untilNowSentence, weightOf } from './say'

type Props = {
  figure: EstimateFigure & Counted
  /** What was asked, where the answer had to be looked for more widely. */
  asked: FigureFilter
  typed: TypedWait
  /** The same of wider questions, where this one has no answer. */
  wider: readonly EstimateFigure[]
  /** The step that follows. */
  next: FigureFinding | null
  /** The cases to read instead of an answer. */
  cases: ListedCase[]
  taking: Taking
  /** Of one's own case, which the others are without: nobody else's figure, so it cannot be kept. */
  isOwn?: boolean
  lang: Language
  words: Words
}

/** How much longer, in a sentence; then whether that is normal, what becomes of it, and what comes after. */
export function EstimateAnswer({ figure, asked, typed, wider, next, cases, taking, isOwn = false, lang, words }: Props) {
  const { estimate } = words
  const normal = normalSentences(figure, words)
  const untilNow = untilNowSentence(figure, words)
  const became = becameSentence(figure, words)
  return (
    <>
      <section className="mt-8 border-t border-line pt-6">
        <p className="eyebrow">{questionOf(figure, words)}</p>
        <h1 className="finding mt-1"><Emphasised text={answerSentence(figure, words)} /></h1>
        <p className="weight mt-2">{weightOf(figure, sayWidened(asked, figure.filter, words), words)}</p>
        {untilNow && <p className="weight mt-1">{untilNow}</p>}
        {figure.suppressed && <Wider {...{ figure, wider, typed, lang, words }} />}
      </section>
      {normal && (
        <section className="mt-8 max-w-[46rem]">
          <h2 className="text-lead">{estimate.normalTitle}</h2>
          <p><Emphasised text={normal.join(lang === 'zh' ? '' : ' ')} /></p>
        </section>
      )}
      <CourseChart figure={figure} words={words} picture={isOwn ? undefined : coursePicture(figure, words)} />
      {became && !figure.suppressed && <p className="weight mt-2">{became}</p>}
      {next && (
        <section className="mt-8 max-w-[46rem]">
          <h2 className="text-lead">{next.kind === 'durations' && next.figure.stage === 'fix' ? estimate.nextRefused : estimate.nextTitle}</h2>
          <Finding finding={next} lang={lang} words={words} level={3} />
        </section>
      )}
      {cases.length > 0 && (
        <section className="mt-8">
          <p className="text-soft">{estimate.read}</p>
          <CaseList cases={cases} lang={lang} words={words} level={3} echoed={false} />
        </section>
      )}
      <Onward
        {...{ figure, asked, lang, words }}
        take={<Take kind="estimate" question={questionFor(figure)} brief={isOwn || isUnsaid('estimate', figure)} taking={taking} words={words} />}
      />
      <p className="weight mt-4">{words.stats.caveat}{words.stats.waitingMeaning}</p>
    </>
  )
}

export function questionOf({ filter, stage, scale, waited }: EstimateFigure, words: Words): string {
  const { estimate, codes } = words
  const who = [codes.process[filter.process], filter.subject && codes.subject[filter.subject], filter.category && codes.category[filter.category]]
  const wait = waited === 0 ? (scale === 'day' ? estimate.today : estimate.justBegun) : sayLength(waited, scale, words)
  return estimate.question(who.filter(Boolean).join(' · '), nameOfStage(stage, filter.process, words), wait)
}

/** What is missing for an answer, and which wider question has one. */
function Wider({ figure, wider, typed, lang, words }: Pick<Props, 'figure' | 'wider' | 'typed' | 'lang' | 'words'>) {
  const { estimate } = words
  return (
    <div className="mt-4 max-w-[46rem]">
      <p>{figure.suppressed === 'counting' ? words.stats.countingWhy : estimate.missing(figure.missing.people, figure.missing.ends)}</p>
      {wider.length > 0 && <h2 className="mt-4 text-lead">{estimate.wider}</h2>}
      <ul>
        {wider.map(({ filter, stage, suppressed, n }) => {
          const what = filter.layer === figure.filter.layer ? sayWidened(figure.filter, filter, words) ?? '' : estimate.layerToo
          return (
            <li key={what}>
              {suppressed
                ? <span className="inline-flex min-h-11 items-center text-soft">{estimate.widerCannot(what, n)}</span>
                : (
                    <a className="inline-flex min-h-11 items-center" href={pathIn(lang, `/estimate${writeEstimate(filter, stage, typed)}`)}>
                      {estimate.widerCan(what, n)}
                    </a>
                  )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

/** What was asked, as the API has it. */
function questionFor({ filter, stage, waited, scale }: EstimateFigure): Record<string, string> {
  return { ...filter, stage, waited: String(waited), unit: scale }
}

function Onward({ figure, asked, take, lang, words }: Pick<Props, 'figure' | 'asked' | 'lang' | 'words'> & { take: ReactNode }) {
  const { estimate, stats } = words
  const { process, subject, category, layer } = asked
  const { stage, filter } = figure
  const links = [
    ['/cases' + writeSearch({ process, ...(subject && { subject }), ...(category && { category }), ...(layer === 'thread' && { layer }) }), estimate.casesLike],
    [pageOf('/stats/durations', filter, stage), estimate.stageFigure],
    [pageOf('/stats/outcomes', filter), estimate.outcomes],
  ] as const
  return (
    <section className="mt-10 border-t border-hair pt-4">
      <h2 className="text-lead">{estimate.linksTitle}</h2>
      <ul className="flex flex-wrap gap-x-6">
        {links.map(([href, label]) => (
          <li key={href}><a className="inline-flex min-h-11 items-center" href={pathIn(lang, href)}>{label}</a></li>
        ))}
      </ul>
      {take}
      <p className="hint mt-3 mb-2">{estimate.reportHint}</p>
      <a className="button button-main" href={pathIn(lang, `/cases/new?process=${process}`)}>{estimate.report}</a>
      <p className="mt-3 text-small text-soft">{stats.method(figure.method)}</p>
    </section>
  )
}
