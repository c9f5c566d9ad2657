import type { NameChangesFigure, NameChangeLine } from '@/domain/figures/name-changes'
import type { NamesFigure } from '@/domain/figures/names'
import type { Share } from '@/domain/statistics/shares'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { Chart } from '../charts/chart'
import { EndingLegend } from '../charts/ending-legend'
import { areCounted, byShare, firstTitle, named } from '../charts/named-shares'
import { ShareBars } from '../charts/share-bars'
import { rowsHeight, StackRows } from '../charts/stack-rows'
import { categoriesAnswer, changesAnswer, filingAnswer, patternsAnswer } from './name-answers'
import { NamesTable } from './names-table'
import { cohortParts } from './outcome-questions'
import { Question, Unanswered } from './question'
import { sayShareLimits } from './say'
import { sayOutcome } from './say-outcome'
import { pictureIn, shown, Take, type Taking } from './take'

type Props = { figure: NamesFigure; taking?: Taking; words: Words }

/** The rows of names and the way to keep them stand once on their page. */
const namesTake = ({ figure, taking, words }: Props) => <Take kind="names" question={figure.filter} brief taking={taking} words={words} />

/** Which kinds of names are told to change or to be proven. */
export function PatternsQuestion(props: Props) {
  const { figure, taking, words } = props
  const { stats, codes, paths } = words
  const { rankings, patterns, filter } = figure
  const shares = byShare(named(patterns.map(({ either }) => either), codes.namePattern), rankings.patterns)
  return (
    <Question id="names" ask={paths.ask.names} weight={[]} take={namesTake(props)} words={words}>
      <ShareBars
        title={patternsAnswer(figure, words)} shares={shares}
        caption={stats.sharesCaption} words={words} pooling={rankings.patterns}
        table={<NamesTable figure={figure} words={words} />} picture={pictureIn(taking, 'names', filter, words)}
      />
    </Question>
  )
}

export function CategoriesQuestion(props: Props) {
  const { figure, taking, words } = props
  const { rankings, categories, filter } = figure
  const { stats, codes, paths } = words
  const shares = byShare(named(categories, codes.category), rankings.categories)
  return (
    <Question id="categories" ask={paths.ask.categories} weight={[]} take={namesTake(props)} words={words}>
      <ShareBars
        title={categoriesAnswer(figure, words)} shares={shares}
        caption={stats.sharesCaptionOnce} words={words} pooling={rankings.categories} picture={pictureIn(taking, 'names-categories', filter, words)}
      />
    </Question>
  )
}

/** Names that had passed in their filing: what certification told them all the same. */
export function FilingQuestion(props: Props) {
  const { figure, taking, words } = props
  const { filing_passed, passed_elsewhere, filter } = figure
  const { stats, codes, paths } = words
  const elsewhere = named(passed_elsewhere, codes.passedElsewhere)
  const isSaid = filing_passed !== null && filing_passed.either.x !== null
  const title = filingAnswer(figure, words)
  const weight = !isSaid ? [] : [
    paths.filingParts(stats.xOfN(filing_passed.rename.x ?? 0, filing_passed.rename.n), stats.xOfN(filing_passed.proof.x ?? 0, filing_passed.proof.n)),
    filing_passed.difference && sayDifference(filing_passed.difference, words),
  ]
  return (
    <Question id="filing" ask={paths.ask.filing} weight={weight} take={namesTake(props)} words={words}>
      {areCounted(elsewhere)
        ? <ShareBars title={title} shares={elsewhere} caption={<>{stats.sharesCaptionOnce}{paths.filingWhy}</>} words={words} picture={pictureIn(taking, 'names-filing', filter, words)} />
        : <Unanswered>{title}</Unanswered>}
    </Question>
  )
}

type Difference = NonNullable<NonNullable<NamesFigure['filing_passed']>['difference']>

function sayDifference({ value, lower, upper, clear }: Difference, { paths }: Words): string {
  if (!clear) return paths.filingAlike
  const [least, most] = value > 0 ? [lower, upper] : [-upper, -lower]
  const points = (share: number) => Math.round(share * 100)
  return paths.filingMore(value > 0, paths.points(points(Math.abs(value))), paths.pointRange(points(least), points(most)))
}

type ChangesProps = {
  figure: NameChangesFigure
  /** How often each change was made; none where only what followed is kept. */
  made?: readonly Share[]
  taking?: Taking
  words: Words
}

/** What was changed after a name was refused, and what the next verdict was. */
export function ChangesQuestion({ figure, made = [], taking, words }: ChangesProps) {
  const { paths, stats, codes } = words
  const { filter, suppressed, n, again, unsaid, left_out, capped, all } = figure
  const limits = all?.verdicts && sayShareLimits(all.verdicts[0]!, words)
  const weight = isSilent(suppressed) ? [unsaid > 0 && paths.changesUnsaid(unsaid)] : [
    limits && stats.interval(limits), all && stats.counted(stats.cases(n), all.unended ?? 0), ...cohortParts(figure, words),
    again > 0 && paths.changesAgain(again), unsaid > 0 && paths.changesUnsaid(unsaid), left_out > 0 && paths.changesLeftOut(left_out),
    capped > 0 && stats.capped(stats.cases(capped)),
  ]
  const madeShares = byShare(named(made, codes.nameChange))
  return (
    <Question id="changes" ask={paths.ask.changes} weight={weight} {...shown('nameChanges', figure, taking, words)}>
      {all?.verdicts
        ? <ChangesChart figure={figure} taking={taking} title={changesAnswer(figure, words)} words={words} />
        : <Unanswered>{changesAnswer(figure, words)}</Unanswered>}
      {areCounted(made) && (
        <ShareBars
          title={firstTitle(madeShares, stats.namesChanges, words)} shares={madeShares} caption={stats.sharesCaptionOnce} words={words} role="plain"
          picture={pictureIn(taking, 'names-made', filter, words)}
        />
      )}
    </Question>
  )
}

/** In the order of the figure's verdicts: passed, refused, left, passed without the name. */
const looks = ['approved', 'failed', 'left', 'approved_without_name'] as const

function ChangesChart({ figure: { changes, days, verdicts, filter }, title, taking, words }: Omit<ChangesProps, 'made'> & { title: string }) {
  const { paths, stats } = words
  const names = verdicts.map(verdict => paths.verdict[verdict as keyof typeof paths.verdict])
  const nameOf = ({ change }: NameChangeLine) => paths.change[change as keyof typeof paths.change]
  const noteOf = ({ suppressed }: NameChangeLine) => {
    if (suppressed === 'complement') return stats.coveredStage
    return suppressed === 'few_accounts' ? stats.tooFewStage : stats.tooFewToDraw
  }
  const isCounted = ({ suppressed }: NameChangeLine) => suppressed === null || suppressed === 'counts_only'
  const rows = changes.map(line => ({
    key: line.change, name: nameOf(line), count: isCounted(line) ? paths.rowCount(line.n, line.unended ?? 0) : '',
    stack: line.verdicts, note: noteOf(line),
  }))
  return (
    <Chart
      title={title}
      label={title}
      picture={pictureIn(taking, 'names-changes', filter, words)}
      height={() => rowsHeight(rows.length)}
      draw={size => <StackRows rows={rows} looks={looks} size={size} prefix="changes" percent={stats.percent} />}
      legend={<EndingLegend endings={looks.map((look, i) => [look, names[i]!] as const)} waiting={stats.endWaiting} prefix="changes-legend" />}
      caption={paths.changesCaption(days)}
      table={(
        <table>
          <thead>
            <tr><td />{[stats.columns.n, ...names, stats.endWaiting].map(head => <th key={head} scope="col">{head}</th>)}</tr>
          </thead>
          <tbody>
            {changes.map(line => (
              <tr key={line.change}>
                <th scope="row">{nameOf(line)}</th>
                {isCounted(line) && <td>{line.n}</td>}
                {line.verdicts && line.waiting
                  ? [...line.verdicts, line.waiting].map((share, k) => <td key={k}>{sayOutcome(share, words)}</td>)
                  : <td colSpan={names.length + (isCounted(line) ? 1 : 2)} className="text-soft">{noteOf(line)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      tableName={stats.table}
    />
  )
}
