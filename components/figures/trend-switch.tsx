import { pageOf, stagesOf, type FigureFilter } from '@/domain/figures/filter'
import type { TrendQuestion } from '@/domain/figures/trend'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { SwitchLinks } from './switch-links'

type Props = { question: TrendQuestion; path: string; lang: Language; words: Words }

/** The pace of each stage, and how many came through. */
export function TrendSwitch({ question: { filter, measure, stage }, path, lang, words }: Props) {
  const stages = stagesOf[filter.process].map(it => ({
    key: it as string, href: pathIn(lang, pageOf(path, filter, it)), label: nameOfStage(it, filter.process, words),
    isShown: measure === 'answered' && it === stage,
  }))
  const approved = {
    key: 'approved', href: pathIn(lang, approvedPage(path, filter)), label: words.trend.howMany, isShown: measure === 'approved',
  }
  return <SwitchLinks title={words.trend.question} links={[...stages, approved]} />
}

const approvedPage = (path: string, filter: FigureFilter) => pageOf(path, filter, undefined, { measure: 'approved' })
