import type { Metadata } from 'next'
import { Calibration } from '@/components/figures/calibration'
import { FigureFilterForm } from '@/components/figures/figure-filter'
import { LayerSwitch } from '@/components/figures/layer-switch'
import { Sources } from '@/components/figures/sources'
import { StageSwitch } from '@/components/figures/stage-switch'
import { BiasPart, NotRepaired } from '@/components/method/bias-part'
import { RobustnessPanel } from '@/components/method/robustness-panel'
import { Section } from '@/components/method/section'
import { Sentences } from '@/components/method/sentences'
import { SettledTable } from '@/components/method/settled-table'
import { ThresholdList } from '@/components/method/threshold-list'
import { VersionList } from '@/components/method/version-list'
import { read } from '@/db/connection'
import { figureFor } from '@/db/figures/beforehand/ask'
import { calibrationFigure } from '@/db/figures/calibration'
import { countLayers } from '@/db/figures/layers'
import { readFigureFilter, readStage } from '@/domain/figures/filter'
import { isUnsaid } from '@/domain/figures/kept'
import { method as version } from '@/domain/statistics/method'
import { pathIn } from '@/messages/languages'
import { languageOf, type PageProps } from '../../page-words'
import { shareOf } from '../../share'
import { newFormKey } from '../../typed-draft'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { lang, words } = languageOf(await params)
  return {
    title: words.method.title, description: words.method.intro,
    ...await shareOf({ lang, words, card: 'method' }),
  }
}

const commands = [
  'npm run --silent survival -- --file rows.csv', 'npm run simulate -- bias', 'npm run simulate -- coverage',
]

/** The method in plain words, its biases in numbers, and how steady a chosen figure is. */
export default async function MethodPage({ params, searchParams }: PageProps) {
  const { lang, words } = languageOf(await params)
  const search = await searchParams
  const { filter, misread } = readFigureFilter(search)
  const stage = readStage(search, filter.process)
  const database = await read()
  const figure = await figureFor(database, 'robustness', { ...filter, stage })
  const counts = await countLayers(database, filter)
  const { method } = words
  const path = '/method'
  return (
    <>
      <p className="eyebrow">{method.title}</p>
      <h1 className="finding mt-1">{method.finding(version)}</h1>
      <p className="weight mt-2">{method.intro}</p>
      <Contents words={method} />
      <Section id="brief" title={method.briefTitle}><Sentences of={method.brief} /></Section>
      <Section id="counted" title={method.countTitle}>
        <Sentences of={method.count} />
        <h3 className="mt-6 font-semibold">{method.settledTitle}</h3>
        <p className="mt-1 max-w-prose">{method.settledHint}</p>
        <SettledTable words={words} />
      </Section>
      <Section id="computed" title={method.formulasTitle}>
        <dl className="mt-2 max-w-prose space-y-3">
          {method.formulas.map(([what, how]) => (
            <div key={what}><dt className="font-semibold">{what}</dt><dd>{how}</dd></div>
          ))}
        </dl>
        <p className="mt-4 max-w-prose">{method.checked}</p>
      </Section>
      <Section id="biases" title={method.biasTitle}><BiasPart words={words} /></Section>
      <Section id="not-repaired" title={method.cannotTitle}><NotRepaired words={words} /></Section>
      <Section id="thresholds" title={method.thresholdsTitle}>
        <p className="mt-2 max-w-prose">{method.thresholdsHint}</p>
        <ThresholdList words={words} />
      </Section>
      <Section id="robustness" title={method.panelTitle}>
        <p className="mt-2 max-w-prose">{method.panelIntro}</p>
        <StageSwitch {...{ filter, stage, path, lang, words }} />
        <FigureFilterForm {...{ filter, misread, path, stage, lang, words }}>
          <LayerSwitch {...{ filter, counts, path, stage, lang, words }} />
        </FigureFilterForm>
        <RobustnessPanel figure={figure} words={words} />
        <Sources
          {...{ filter, stage, lang, words }} version={figure.method} api="/api/v1/stats/robustness"
          countedAt={figure.counted_at}
          keep={!isUnsaid('robustness', figure) && { kind: 'robustness', formKey: newFormKey() }}
        />
      </Section>
      <Section id="calibration" title={method.calibrationTitle}>
        <Calibration figure={await calibrationFigure(database)} words={words} />
      </Section>
      <Section id="change" title={method.mayChangeTitle}><Sentences of={method.mayChange} /></Section>
      <Section id="versions" title={method.versionsTitle}><VersionList words={words} /></Section>
      <Section id="again" title={method.again}>
        <p className="mt-2 max-w-prose">{method.againText}</p>
        <ul className="mt-2 text-small">
          {commands.map(command => <li key={command}><code>{command}</code></li>)}
        </ul>
        <p className="mt-2 flex flex-wrap gap-x-6">
          <a className="lone" href={pathIn(lang, '/data')}>{method.toData}</a>
          <a className="lone" href={pathIn(lang, '/rules')}>{method.toRules}</a>
          <a className="lone" href="/api/v1/method">{words.stats.asJson}</a>
        </p>
      </Section>
    </>
  )
}

function Contents({ words }: { words: ReturnType<typeof languageOf>['words']['method'] }) {
  const parts = [
    ['brief', words.briefTitle], ['counted', words.countTitle], ['computed', words.formulasTitle],
    ['biases', words.biasTitle], ['not-repaired', words.cannotTitle], ['thresholds', words.thresholdsTitle],
    ['robustness', words.panelTitle], ['calibration', words.calibrationTitle],
    ['change', words.mayChangeTitle], ['versions', words.versionsTitle], ['again', words.again],
  ] as const
  return (
    <nav aria-label={words.contents} className="mt-4">
      <ul className="flex max-w-[46rem] flex-wrap gap-x-6 text-small">
        {parts.map(([id, title]) => <li key={id}><a className="lone" href={`#${id}`}>{title}</a></li>)}
      </ul>
    </nav>
  )
}
