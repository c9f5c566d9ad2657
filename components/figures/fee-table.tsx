import type { FeeLine } from '@/domain/figures/rounds'
import type { Words } from '@/messages/words'
import { sayOutcome } from './say-outcome'

/** For how much money cases passed, by what one order cost. Nothing where nobody tells the fee. */
export function FeeTable({ fees, words }: { fees: readonly FeeLine[]; words: Words }) {
  const { paths, stats } = words
  if (fees.length === 0) return null
  return (
    <>
      <h3 className="mt-5 font-semibold">{paths.feesTitle}</h3>
      <dl className="mt-1 max-w-[46rem]">
        {fees.map(fee => (
          <div key={fee.fee_yuan} className="border-b border-hair py-2 sm:flex sm:gap-x-6">
            <dt className="shrink-0 sm:w-32">{paths.fee(fee.fee_yuan)}</dt>
            <dd>{sayFee(fee, words)}{fee.suppressed ? '' : stats.sentenceEnd}</dd>
          </div>
        ))}
      </dl>
      <p className="hint mt-1">{paths.feeNote}</p>
    </>
  )
}

function sayFee({ n, waiting, suppressed, within, median_yuan }: FeeLine, words: Words): string {
  const { paths, stats } = words
  if (suppressed === 'counts_only') return paths.countsOnly(n)
  if (suppressed) return stats.fewReports
  return [
    median_yuan === null ? paths.feeNoMedian : paths.feeMedian(median_yuan),
    ...within.map(it => paths.feeWithin(it.yuan, sayOutcome(it, words))),
    paths.rowCount(n, waiting ?? 0),
  ].join(stats.sentenceJoin)
}
