import { dimensions, type ComparisonFigure } from '@/domain/figures/comparison'
import { writeComparison, type ComparisonAddress } from '@/domain/figures/comparison-address'
import { isUnsaid } from '@/domain/figures/kept'
import { pageOf, writeFigureSearch, type FigureFilter } from '@/domain/figures/filter'
import type { Stage } from '@/domain/codes'
import { pathIn, type Language } from '@/messages/languages'
import type { Words } from '@/messages/words'
import { pictureOf } from '../charts/picture-links'
import { TwoCurves } from '../charts/two-curves'
import { SelectField } from '../form/field'
import { comparisonSentence, groupName } from './comparison-words'
import { Emphasised } from './emphasised'
import { SwitchLinks } from './switch-links'
import { Take, type Taking } from './take'

type Props = {
  /** What is compared, and what the address says of it; null where nothing is. */
  asked: ComparisonAddress | null
  figure: ComparisonFigure | null
  /** The rules to choose from: ref and words. */
  rules: readonly (readonly [ref: string, label: string])[]
  filter: FigureFilter; stage: Stage; path: string
  /** What else the address asks for, kept. */
  view: Record<string, string>
  taking: Taking
  lang: Language; words: Words
}

/** Two groups side by side: by what, which, the finding with its drawing, and who is left out. */
export function Comparison(props: Props) {
  const { asked, figure, filter, stage, path, view, taking, lang, words } = props
  const { compare } = words
  const to = (other: ComparisonAddress | null) =>
    `${pathIn(lang, pageOf(path, filter, stage, { ...view, ...writeComparison(other) }))}#compare`
  return (
    <section id="compare" className={`mt-12 max-w-[46rem] border-t border-hair pt-6 ${figure ? '' : 'no-print'}`}>
      <h2 className="text-lead">{compare.title}</h2>
      <SwitchLinks
        title={compare.byTitle}
        links={[
          { key: 'none', href: to(null), label: compare.none, isShown: asked === null },
          ...dimensions.map(by =>
            ({ key: by, href: to({ by, pair: null, rule: null }), label: compare.by[by], isShown: asked?.by === by })),
        ]}
      />
      {asked && figure && <PairForm {...props} asked={asked} figure={figure} />}
      {figure && (figure.times.length > 0
        ? <TwoCurves figure={figure} words={words} picture={pictureOf('groups', filter, words, stage, { ...view, ...writeComparison(asked) })} />
        : <p className="mt-4 max-w-[36rem]"><Emphasised text={comparisonSentence(figure, words)} /></p>)}
      {figure && <LeftOut figure={figure} words={words} />}
      {figure && <Take kind="comparison" question={questionOf(props)} brief={isUnsaid('comparison', figure)} taking={taking} words={words} />}
    </section>
  )
}

function PairForm({ asked, figure, rules, filter, stage, path, view, lang, words }: Props & {
  asked: ComparisonAddress; figure: ComparisonFigure
}) {
  const { compare } = words
  const options = figure.choices.map(code => [code, groupName(figure, code, words)] as const)
  const kept = { ...Object.fromEntries(new URLSearchParams(writeFigureSearch(filter))), stage, ...view, by: asked.by }
  const isRule = asked.by === 'rule'
  if (isRule ? rules.length === 0 : options.length < 2) return null
  return (
    <form
      method="get" action={`${pathIn(lang, path)}#compare`}
      className="mt-2 grid items-end gap-x-6 sm:grid-cols-[1fr_1fr_auto] [&_select]:w-full"
    >
      {Object.entries(kept).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {isRule
        ? <SelectField name="rule" label={compare.rule} value={figure.rule?.ref} options={rules} className="!mb-4 min-w-0 sm:col-span-2" />
        : (['a', 'b'] as const).map((name, i) => (
            <SelectField
              key={name} name={name} label={i === 0 ? compare.first : compare.second} value={figure.groups[i]?.code}
              options={options} className="!mb-4 min-w-0"
            />
          ))}
      <button className="button mb-4">{compare.apply}</button>
    </form>
  )
}

/** Who stands in neither group, and how old the counted cases are. */
export function LeftOut({ figure, words }: { figure: ComparisonFigure; words: Words }) {
  const { stats, compare } = words
  const { groups, both, unplaced, cohort, provisional, unsettled, scale, working } = figure
  if (groups.length === 0) return null
  const capped = groups.reduce((sum, group) => sum + group.capped, 0)
  const leftOut = groups.reduce((sum, group) => sum + group.left_out, 0)
  const parts = [
    provisional && compare.cohortAll,
    cohort === 'settled' && stats.settled(unsettled > 0 && stats.rounds(unsettled)),
    working && compare.workingClock,
    both > 0 && compare.both(stats.rounds(both)),
    unplaced > 0 && compare.unplaced(stats.rounds(unplaced)),
    leftOut > 0 && (working ? compare.workingRough(stats.rounds(leftOut)) : stats.leftOut(stats.rounds(leftOut), scale === 'day' ? 'day' : 'minute')),
    capped > 0 && stats.capped(stats.rounds(capped)),
  ].filter(Boolean).join(stats.sentenceJoin)
  return parts ? <p className="weight mt-2">{parts.charAt(0).toUpperCase() + parts.slice(1) + stats.sentenceEnd}</p> : null
}

/** The same comparison as the API has it. */
function questionOf({ asked, figure, filter, stage, view }: Props): Record<string, string> {
  const [first, second] = figure?.groups ?? []
  const shown = writeComparison(asked && {
    by: asked.by, pair: first && second && asked.by !== 'rule' ? [first.code, second.code] : null, rule: figure?.rule?.ref ?? null,
  })
  return { ...filter, stage, ...view, ...shown }
}
