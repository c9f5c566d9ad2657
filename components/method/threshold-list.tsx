import {
  fewestAccounts, fewestAccountsForQuantiles, fewestAtRisk, fewestEvents, fewestEventsToCompare, fewestSpellsForSteady,
  fewestSpellsForTail, fewestWaitingAsLong, mostPerAccountStageMonth, preciseAtMost, preciseFraction, preciseMinutes,
  preciseShareForMinutes,
} from '@/domain/statistics/thresholds'
import type { Words } from '@/messages/words'
import { sayShare } from '../figures/say'
import { Sentences } from './sentences'

/** Every number that decides what may be said, read from where it decides. */
export function ThresholdList({ words }: { words: Words }) {
  const { thresholds } = words.method
  return (
    <Sentences
      of={[
        thresholds.accounts(fewestAccounts),
        thresholds.quantiles(fewestAccountsForQuantiles, fewestEvents),
        thresholds.atRisk(fewestAtRisk),
        thresholds.tail(fewestSpellsForTail),
        thresholds.early(fewestSpellsForSteady),
        thresholds.cap(mostPerAccountStageMonth),
        thresholds.compare(fewestEventsToCompare),
        thresholds.asLong(fewestWaitingAsLong),
        thresholds.precise(preciseMinutes, sayShare(preciseFraction, words), preciseAtMost / 60),
        thresholds.scale(sayShare(preciseShareForMinutes, words)),
      ]}
    />
  )
}
