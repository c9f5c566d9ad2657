import { layers, type Layer } from '@/domain/case/layers'
import { pageOf, type FigureFilter } from '@/domain/figures/filter'
import type { Stage } from '@/domain/codes'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { SwitchLinks } from './switch-links'

type Props = {
  filter: FigureFilter; counts: Record<Layer, number>; path: string; stage?: Stage
  /** What else the address asks for, kept. */
  more?: Record<string, string>
  lang: Language; words: Words
}

/** Whose cases are counted, each layer by its plain name and with its number of cases. */
export function LayerSwitch({ filter, counts, path, stage, more, lang, words: { stats } }: Props) {
  return (
    <SwitchLinks
      title={stats.layerTitle}
      links={layers.map(layer => ({
        key: layer,
        href: pathIn(lang, pageOf(path, { ...filter, layer }, stage, more)),
        label: stats.layerWithCount(stats.layerName[layer], counts[layer]),
        isShown: layer === filter.layer,
      }))}
    />
  )
}
