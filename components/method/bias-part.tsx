import table from '@/domain/simulation/bias-table.json'
import type { Words } from '@/messages/words'
import { sayShare } from '../figures/say'
import { BiasChart, rangeOf } from './bias-chart'
import { Sentences } from './sentences'

/** Which ways mislead, by how much, and what no way repairs: told with the figures of `npm run simulate -- bias`. */
export function BiasPart({ words }: { words: Words }) {
  const { method, stats } = words
  const shortBy = ([least, most]: readonly [number, number]) =>
    stats.percentRange(...[most, least].map(days => Math.round(100 * (1 - days / table.true_median))) as [number, number])
  return (
    <>
      <p className="mt-2 max-w-prose">{biasIntro(words)}</p>
      <BiasChart words={words} />
      <Sentences of={method.biasReading(shortBy(mixedEntry()), shortBy(rangeOf('settled', 20)))} />
    </>
  )
}

/** What was simulated, and how often. */
export function biasIntro({ method }: Words): string {
  return method.biasIntro(table.true_median.toFixed(2), table.runs, table.cases)
}

/** Where everybody reports when it is over there is nobody to mix. */
function mixedEntry(): [number, number] {
  const medians = table.rows.filter(({ days, anyState }) => days === 120 && anyState > 0)
    .map(({ medians }) => medians.mixed_entry)
  return [Math.min(...medians), Math.max(...medians)]
}

export function NotRepaired({ words }: { words: Words }) {
  const { cannot } = words.method
  const { selection, decided } = table
  const say = (share: number) => sayShare(share, words)
  return (
    <Sentences
      of={[
        cannot.volunteers,
        cannot.slow(String(selection.slow_twice_as_likely), String(selection.slow_half_as_likely)),
        cannot.refused(say(selection.refused_twice_as_likely.shown), say(selection.refused_twice_as_likely.true)),
        cannot.decided(say(decided.day_3), say(decided.day_7), say(decided.true)),
      ]}
    />
  )
}
