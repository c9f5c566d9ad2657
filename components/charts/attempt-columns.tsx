import type { AttemptsAnswer } from '@/domain/figures/rounds'
import type { Words } from '@/messages/words'
import { sayOutcome } from '../figures/say-outcome'
import { Chart } from './chart'
import type { PicturePlace } from './picture-links'
import { EndingLegend } from './ending-legend'
import { columnsHeight, StackColumns } from './stack-columns'

type Props = {
  figure: AttemptsAnswer
  title: string
  label: string
  caption: string
  /** What the n-th attempt is called. */
  nameOf: (n: number) => string
  prefix: string
  picture?: PicturePlace
  words: Words
}

// Few go further, and their columns would all look like the one before.
const most = 5

/** Where all cases stand after each round, or each order: one stack an attempt. */
export function AttemptColumns({ figure, title, label, caption, nameOf, prefix, picture, words }: Props) {
  const { paths, stats, codes } = words
  const { endings } = figure
  const steps = figure.steps.slice(0, most)
  return (
    <Chart
      title={title}
      label={label}
      height={columnsHeight}
      draw={size => (
        <StackColumns
          columns={steps.map(({ attempt, at_risk, endings: stack, waiting }) =>
            ({ key: `${attempt}`, label: nameOf(attempt), above: `${at_risk}`, stack, waiting }))}
          endings={endings} size={size} prefix={prefix} percent={stats.percent}
        />
      )}
      legend={(
        <EndingLegend
          endings={endings.map(ending => [ending, codes.ending[ending]] as const)} waiting={paths.underWay} prefix={`${prefix}-legend`}
        />
      )}
      caption={caption}
      table={(
        <table>
          <thead>
            <tr>
              <td />
              {[stats.columns.n, ...endings.map(ending => codes.ending[ending]), paths.underWay].map(head => <th key={head} scope="col">{head}</th>)}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ attempt, at_risk, endings: shares, waiting }) => (
              <tr key={attempt}>
                <th scope="row">{nameOf(attempt)}</th>
                <td>{at_risk}</td>
                {[...shares, waiting].map((share, k) => <td key={k}>{sayOutcome(share, words)}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      tableName={stats.table}
      picture={picture}
    />
  )
}
