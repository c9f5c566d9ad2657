import type { ReactNode } from 'react'
import { findingOf, type KeptFigure } from '@/domain/figures/kept'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { questionOf } from '../estimate/estimate-answer'
import { answerSentence, weightOf } from '../estimate/say'
import { chartsIn } from '../pictures/found-charts'
import { comparisonSentence } from './comparison-words'
import { Drawing } from './drawing'
import { Emphasised } from './emphasised'
import { FigureHead, kindWords } from './figure-head'
import { sentenceOf } from './sentence'
import { trendSentence, trendWeight } from './trend-words'

type Props = { kept: KeptFigure; words: Words; children: ReactNode }

/** The top of a kept figure: whose cases, what they say or what was asked of them, and how much that can bear. */
export function KeptHead({ kept, words, children }: Props) {
  const finding = findingOf(kept)
  if (finding) return <FigureHead finding={finding} words={words}>{children}</FigureHead>
  const weight = weightIn(kept, words)
  return (
    <header>
      <p className="eyebrow">{whoseIn(kept, words)}</p>
      <h1 className="finding mt-1"><Emphasised text={headIn(kept, words)} /></h1>
      {weight && <p className="weight mt-2">{weight}</p>}
      <p className="weight">{words.stats.caveat}{words.stats.waitingMeaning}</p>
      {children}
    </header>
  )
}

/** What a kept figure says, in a line: its sentence, or the title of its drawing. */
export function sayKept(kept: KeptFigure, words: Words): string {
  const finding = findingOf(kept)
  if (finding) return sentenceOf(finding, words).replaceAll('**', '')
  const isSaidAbove = kept.kind === 'trend' || kept.kind === 'estimate'
  const [chart] = isSaidAbove ? [] : chartsIn(<Drawing kept={kept} lang={words.pictures.lang} words={words} />)
  return (chart?.title ?? headIn(kept, words)).replaceAll('**', '')
}

function whoseIn(kept: KeptFigure, words: Words): string {
  const { answer, kind } = kept
  if (kind === 'estimate') return `${questionOf(answer, words)} · ${words.stats.layerName[answer.filter.layer]}`
  const whose = kindWords(answer.filter, words)
  return kind === 'comparison' ? `${whose} · ${nameOfStage(answer.stage, answer.filter.process, words)}` : whose
}

function headIn(kept: KeptFigure, words: Words): string {
  const { paths: { ask }, method } = words
  switch (kept.kind) {
    case 'comparison': return comparisonSentence(kept.answer, words)
    case 'trend': return trendSentence(kept.answer, words)
    case 'estimate': return answerSentence(kept.answer, words)
    case 'robustness': return method.panelTitle
    case 'outcomeMonths': return ask.months
    case 'nameChanges': return ask.changes
    case 'rounds': case 'orders': case 'reasons': case 'repairs': return ask[kept.kind]
    default: return ''
  }
}

/** The others say it below their drawing. */
function weightIn(kept: KeptFigure, words: Words): string | null {
  if (kept.kind === 'trend') return trendWeight(kept.answer, words)
  return kept.kind === 'estimate' ? weightOf(kept.answer, null, words) : null
}
