import type { FigureFilter } from '@/domain/figures/filter'
import type { KeptKind } from '@/domain/figures/kept'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { sayInstant } from '../say/time'
import { KeepButton, RowLinks } from './take'

type Props = {
  filter: FigureFilter
  version: string
  /** Where the API answers the same figure; its address, without the filter. */
  api?: string
  stage?: string
  more?: Record<string, string>
  /** What to keep it as, and the key of the form for that; without, it can neither be kept nor its rows taken away. */
  keep?: { kind: KeptKind; formKey: string } | false
  /** When figures of the page were counted, where that was beforehand. */
  countedAt?: number | undefined
  lang: Language
  words: Words
}

/** Where a figure comes from and how to take it away. */
export function Sources({ filter, version, api, stage, more, keep, countedAt, lang, words }: Props) {
  const { stats } = words
  const question = { ...filter, ...(stage && { stage }), ...more }
  return (
    <div className="mt-8 flex flex-wrap items-center gap-x-6 border-t border-hair pt-2 text-small text-soft">
      <a className="inline-flex min-h-11 items-center" href={pathIn(lang, '/data')}>{stats.download}</a>
      {api && <a className="inline-flex min-h-11 items-center" href={`${api}?${new URLSearchParams(question)}`}>{stats.asJson}</a>}
      {keep && <RowLinks kind={keep.kind} question={question} words={words} />}
      <a className="inline-flex min-h-11 items-center" href={pathIn(lang, '/method')}>{stats.method(version)}</a>
      {countedAt !== undefined && <p>{stats.countedAt(sayInstant(countedAt))}{stats.sentenceEnd}</p>}
      {keep && <KeepButton {...keep} {...{ question, lang, words }} />}
    </div>
  )
}
