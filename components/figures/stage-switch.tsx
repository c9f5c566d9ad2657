import type { Stage } from '@/domain/codes'
import { pageOf, stagesOf, type FigureFilter } from '@/domain/figures/filter'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { SwitchLinks } from './switch-links'

type Props = {
  filter: FigureFilter; stage: Stage; path: string; more?: Record<string, string>; lang: Language; words: Words
}

/** The stages of a process. Nothing where there is no choice. */
export function StageSwitch({ filter, stage, path, more, lang, words }: Props) {
  const stages = stagesOf[filter.process]
  if (stages.length < 2) return null
  return (
    <SwitchLinks
      title={words.stats.filter.stage}
      links={stages.map(it => ({
        key: it, href: pathIn(lang, pageOf(path, filter, it, more)), label: nameOfStage(it, filter.process, words),
        isShown: it === stage,
      }))}
    />
  )
}
