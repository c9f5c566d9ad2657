import type { RobustnessFigure, RobustWait } from '@/domain/figures/robustness'
import type { Words } from '@/messages/words'
import { nameOfStage } from '../cases/event-words'
import { RangeBars, type RangeBar } from '../charts/range-bars'
import { ShareAxis } from '../charts/share-axis'
import { timeAxis, TimeAxisLine } from '../charts/time-axis'
import { sayLength, sayShareLimits, sayWaitLimits } from '../figures/say'

type Props = { figure: RobustnessFigure; words: Words }
type Range = { lower: number | null; upper: number | null }

/** What lies, and the loss of a few accounts, would do to a median and to a share. */
export function RobustnessPanel({ figure, words }: Props) {
  return (
    <>
      <WaitBars figure={figure} words={words} />
      <ShareBars figure={figure} words={words} />
    </>
  )
}

function WaitBars({ figure: { wait, stage, filter, false_share }, words }: Props) {
  const { method } = words
  const name = nameOfStage(stage, filter.process, words)
  const { median, false_reports, scale } = wait
  if (wait.suppressed === 'counting') return <p className="mt-6">{words.stats.countingWhy}</p>
  if (!median || !false_reports) return <p className="mt-6">{method.panelNothing(name)}</p>
  const lied = { lower: false_reports.shortest, upper: false_reports.longest }
  const say = (range: Range) => sayWaitLimits(range, scale, words) ?? method.tooFewLeft
  const bars = barsOf(median, lied, wait.without.map(it => ({ ...it, lower: it.shortest, upper: it.longest })), false_share, say, words)
  const ends = bars.flatMap(({ low, high }) => [low, high].filter(it => it !== null))
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  return (
    <>
      <RangeBars
        title={method.waitFinding(name, Math.round(1 / false_share), say(lied))}
        bars={bars} at={median.value} caption={method.panelCaption} words={words}
        axis={({ width }) => {
          const axis = timeAxis(scale, [scale === 'minute' ? from / 1.5 : 0, to * 1.2], width, words)
          return { at: axis.at, line: y => <TimeAxisLine axis={axis} y={y} /> }
        }}
      />
      <p className="weight mt-2">{sayEntry(wait, words)}</p>
    </>
  )
}

function ShareBars({ figure: { outcome, false_share }, words }: Props) {
  const { method, stats, codes } = words
  const { share, day, ending, false_reports } = outcome
  if (outcome.suppressed === 'counting') return null
  if (!share || day === null || !false_reports) return <p className="mt-6">{method.panelNothing(method.panelWhole)}</p>
  const good = stats.outcomeGood[ending] ?? codes.ending[ending]
  const say = (range: Range) => sayShareLimits(range, words) ?? method.tooFewLeft
  const bars = barsOf(share, false_reports, outcome.without, false_share, say, words)
  return (
    <RangeBars
      title={method.shareFinding(day, good, Math.round(1 / false_share), say(false_reports))}
      bars={bars} at={share.value} caption="" words={words}
      axis={({ width }) => ({ at: it => it * width, line: y => <ShareAxis y={y} width={width} percent={stats.percent} /> })}
    />
  )
}

function barsOf(
  shown: Range, lied: Range, without: readonly ({ accounts: number } & Range)[], falseShare: number,
  say: (range: Range) => string, { method }: Words,
): RangeBar[] {
  const bar = (name: string, range: Range): RangeBar => ({ name, low: range.lower, high: range.upper, said: say(range) })
  return [
    bar(method.rowShown, shown), bar(method.rowFalse(Math.round(1 / falseShare)), lied),
    ...without.map(it => bar(method.rowWithout(it.accounts), it)),
  ]
}

function sayEntry({ delayed_entry, scale }: RobustWait, words: Words): string {
  const { method } = words
  if (!delayed_entry) return method.entryNone
  const { n, median, beside, from } = delayed_entry
  const say = (t: number | null) => (t === null ? method.entryNotReached : sayLength(t, scale, words))
  const limits = sayWaitLimits(median, scale, words)
  return method.entryCheck(
    n, say(median.value), limits && words.stats.interval(limits), say(beside), from === null ? null : sayLength(from, scale, words),
  )
}
