import type { Stage } from '@/domain/codes'
import { cohorts, type Cohort } from '@/domain/figures/cohort'
import { pageOf, type FigureFilter } from '@/domain/figures/filter'
import { writeView, type View } from '@/domain/figures/view'
import { clocks } from '@/domain/figures/working-figure'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { SwitchLinks } from './switch-links'

type Props = {
  filter: FigureFilter; stage: Stage; view: View; path: string
  /** Which cases the figure counts after all; it may not be those asked for. */
  counted: Cohort
  /** What else the address asks for, kept. */
  more: Record<string, string>
  lang: Language; words: Words
}

/** On which clock, and with or without the young cases. */
export function ViewSwitch({ filter, stage, view, counted, path, more, lang, words: { compare } }: Props) {
  const to = (other: Partial<View>) => pathIn(lang, pageOf(path, filter, stage, { ...writeView({ ...view, ...other }), ...more }))
  return (
    <>
      <SwitchLinks
        title={compare.clockTitle}
        links={clocks.map(clock =>
          ({ key: clock, href: to({ clock }), label: compare.clocks[clock], isShown: clock === view.clock }))}
      />
      <SwitchLinks
        title={compare.cohortTitle}
        links={cohorts.map(cohort =>
          ({ key: cohort, href: to({ cohort }), label: compare.cohorts[cohort], isShown: cohort === counted }))}
      />
      {view.cohort === 'all' && counted === 'settled' && <p className="weight">{compare.youngHeld}</p>}
    </>
  )
}
