import type { MonthOutcomes, OutcomeMonthsFigure } from '@/domain/figures/months'
import { isSilent } from '@/domain/statistics/suppression'
import type { Words } from '@/messages/words'
import { sayOutcome } from '../figures/say-outcome'
import { Chart } from './chart'
import type { PicturePlace } from './picture-links'
import { EndingLegend } from './ending-legend'
import type { ChartSize } from './size'
import { columnsHeight, StackColumns, type StackColumn } from './stack-columns'

type Props = { figure: OutcomeMonthsFigure; title: string; words: Words; picture?: PicturePlace }

// As many columns as have room for their counts; the table has every month.
const most = { desk: 18, phone: 9 }

/** The cases of each start month at one age; those that may still change are hatched. */
export function MonthColumns({ figure, title, words, picture }: Props) {
  const { paths, stats, codes } = words
  const { days, endings } = figure
  return (
    <Chart
      title={title}
      label={paths.monthsLabel(title, figure.months.length)}
      height={columnsHeight}
      draw={size => (
        <StackColumns
          columns={columnsOf(figure, size, words)} endings={endings} size={size} prefix="months" percent={stats.percent}
        />
      )}
      legend={(
        <EndingLegend
          endings={endings.map(ending => [ending, codes.ending[ending]] as const)} waiting={stats.endWaiting}
          unsettled={paths.notSettled} prefix="months-legend"
        />
      )}
      caption={paths.monthsCaption(days)}
      table={<MonthTable figure={figure} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

function columnsOf({ months }: OutcomeMonthsFigure, { name }: ChartSize, { paths }: Words): StackColumn[] {
  const shown = withGaps(months).slice(-most[name])
  return shown.map(({ month, line }, i) => {
    const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
    return {
      key: month,
      label: `${number}`,
      ...((i === 0 || number === 1) && { below: year }),
      above: line ? aboveOf(line, paths) : '0',
      stack: line?.endings ?? null,
      waiting: line?.waiting ?? null,
      isOpen: line ? !line.settled : false,
    }
  })
}

function aboveOf({ n, suppressed }: MonthOutcomes, paths: Words['paths']): string {
  if (suppressed === 'few_accounts') return paths.underFive
  return suppressed === 'complement' ? paths.covered : `${n}`
}

/** Every month from the first to the last; one in which nothing started has no line. */
function withGaps(months: readonly MonthOutcomes[]): { month: string; line: MonthOutcomes | null }[] {
  const lineOf = new Map(months.map(line => [line.month, line]))
  const all: { month: string; line: MonthOutcomes | null }[] = []
  const last = months.at(-1)?.month
  for (let month = months[0]?.month; month !== undefined && last !== undefined && month <= last; month = after(month)) {
    all.push({ month, line: lineOf.get(month) ?? null })
  }
  return all
}

function after(month: string): string {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
}

function MonthTable({ figure: { months, endings }, words }: Pick<Props, 'figure' | 'words'>) {
  const { paths, stats, codes } = words
  return (
    <table>
      <thead>
        <tr>
          {[paths.month, stats.columns.n, ...endings.map(ending => codes.ending[ending]), stats.endWaiting]
            .map(head => <th key={head} scope="col">{head}</th>)}
        </tr>
      </thead>
      <tbody>
        {[...months].reverse().map(({ month, settled, n, suppressed, endings: shares, waiting }) => (
          <tr key={month}>
            <th scope="row">{paths.monthLine(month, settled)}</th>
            {isSilent(suppressed)
              ? <td colSpan={endings.length + 2} className="text-soft">{suppressed === 'few_accounts' ? stats.fewReports : stats.unknown}</td>
              : (
                  <>
                    <td>{n}</td>
                    {shares && waiting
                      ? [...shares, waiting].map((share, k) => <td key={k}>{sayOutcome(share, words)}</td>)
                      : <td colSpan={endings.length + 1} className="text-soft">{stats.tooFewToDraw}</td>}
                  </>
                )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
