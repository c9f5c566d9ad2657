import type { ReactNode } from 'react'
import type { FigureFilter } from '@/domain/figures/filter'
import type { FigureFinding } from '@/domain/figures/finding'
import type { Words } from '@/messages/words'
import { Emphasised } from './emphasised'
import { sentenceOf } from './sentence'
import { Weight } from './weight'

type Props = { finding: FigureFinding; words: Words; children?: ReactNode }

/** The top of a figure's page: whose cases, what they say, and how much that can bear. */
export function FigureHead({ finding, words, children }: Props) {
  return (
    <header>
      <p className="eyebrow">{kindWords(finding.figure.filter, words)}</p>
      <h1 className="finding mt-1"><Emphasised text={sentenceOf(finding, words)} /></h1>
      <Weight finding={finding} words={words} />
      {children}
    </header>
  )
}

/** The filter in words: 首次微信认证 · 个人 · 工具. */
export function kindWords({ process, subject, category, pattern, proof, layer }: FigureFilter, { codes, stats }: Words): string {
  return [
    codes.process[process],
    subject && codes.subject[subject],
    category && codes.category[category],
    pattern && codes.namePattern[pattern],
    proof && codes.proof[proof],
    stats.layerName[layer],
  ].filter(Boolean).join(' · ')
}
