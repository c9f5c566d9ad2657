import { pageOf } from '@/domain/figures/filter'
import type { FigureFinding } from '@/domain/figures/finding'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { Emphasised } from './emphasised'
import { sentenceOf } from './sentence'
import { Weight } from './weight'

type Props = { finding: FigureFinding; lang: Language; words: Words; level?: 2 | 3 }

/** A finding among others: the sentence, its weight, and the way to its drawing. */
export function Finding({ finding, lang, words, level = 2 }: Props) {
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <article className="border-b border-hair py-5 last:border-0">
      <Title className="finding"><Emphasised text={sentenceOf(finding, words)} /></Title>
      <Weight finding={finding} words={words} brief />
      <p className="text-small">
        <a className="inline-flex min-h-11 items-center" href={pathIn(lang, pathOf(finding))}>
          {words.stats.see(words.stats.titles[finding.kind])}
        </a>
      </p>
    </article>
  )
}

/** The page of a finding, with its filter. */
export function pathOf(finding: FigureFinding): string {
  const { kind, figure: { filter } } = finding
  if (kind === 'durations') return pageOf('/stats/durations', filter, finding.figure.stage)
  return pageOf(`/stats/${kind === 'software_copyright' ? 'software-copyright' : kind}`, filter)
}
