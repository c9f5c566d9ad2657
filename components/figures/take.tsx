import { endpoints } from '@/domain/api/endpoints'
import type { FigureFilter } from '@/domain/figures/filter'
import { isUnsaid, pageOfQuestion, slugOf, type KeptAnswers, type KeptKind, type StoredQuestion } from '@/domain/figures/kept'
import type { Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { pictureOf } from '../charts/picture-links'
import { FormKey } from '../form/form-key'

/** Where an answer is shown: kept under a ref, or live, where it may be kept by a form of which each has a key of its own. */
export type Taking = { ref: string } | { lang: Language; newKey: () => string }

type Props = {
  kind: KeptKind
  /** What was asked, as its API has it. */
  question: StoredQuestion
  /** Nothing is said, or it is said elsewhere on the page: only its numbers as they are. */
  brief?: boolean
  /** In a picture nothing can be taken. */
  taking: Taking | undefined
  words: Words
}

/** The numbers of an answer, the rows behind it, and the way to keep it: one quiet line. What is kept leads to what was kept. */
export function Take({ kind, question, brief = false, taking, words }: Props) {
  if (!taking) return null
  const json = 'ref' in taking ? `/api/v1/figures/${taking.ref}` : `/api/v1${endpoints[kind].path}?${new URLSearchParams(question)}`
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 text-small text-soft">
      <a className="inline-flex min-h-11 items-center" href={json}>{words.stats.asJson}</a>
      {'newKey' in taking && !brief && (
        <>
          <RowLinks {...{ kind, question, words }} />
          <KeepButton {...{ kind, question, words }} lang={taking.lang} formKey={taking.newKey()} />
        </>
      )}
    </div>
  )
}

export function RowLinks({ kind, question, words }: Pick<Props, 'kind' | 'question' | 'words'>) {
  const rows = (format: string) => `/api/v1/stats/${slugOf(kind)}/rows.${format}?${new URLSearchParams(question)}`
  return (
    <span className="inline-flex min-h-11 items-center gap-x-3">
      {words.kept.downloadRows}
      <a className="lone" href={rows('csv')}>CSV</a>
      <a className="lone" href={rows('ndjson')}>NDJSON</a>
    </span>
  )
}

export function KeepButton({ kind, question, formKey, lang, words: { kept } }: Pick<Props, 'kind' | 'question' | 'words'> & { formKey: string; lang: Language }) {
  return (
    <form method="post" action="/do/keep-figure">
      <FormKey formKey={formKey} lang={lang} back={pageOfQuestion(kind, question)} />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="question" value={String(new URLSearchParams(question))} />
      <button className="word-button" title={kept.keepHint}>{kept.keep}</button>
    </form>
  )
}

/** What the questions of cases show alike: how each is taken away, and on the page of a kept one no second asking. */
export function shown<Kind extends KeptKind>(kind: Kind, figure: KeptAnswers[Kind], taking: Taking | undefined, words: Words) {
  const take = <Take {...{ kind, taking, words }} question={figure.filter} brief={isUnsaid(kind, figure)} />
  return { take, isAsked: isKept(taking), words }
}

/** What is kept has no picture: its address would draw the figure of today. */
export function pictureIn(taking: Taking | undefined, chart: string, filter: FigureFilter, words: Words) {
  return isKept(taking) ? undefined : pictureOf(chart, filter, words)
}

export const isKept = (taking: Taking | undefined) => taking !== undefined && 'ref' in taking
