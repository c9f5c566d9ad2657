import type { Ending } from '@/domain/codes'
import { EndingPatterns, endingLooks, patternOf } from './ending-looks'

type Ended = Exclude<Ending, 'waiting'>
type Props = { endings: readonly (readonly [Ended, string])[]; waiting: string; unsettled?: string; prefix: string }

/** What each part of a stack is called: a square of its colour and pattern, and its word. */
export function EndingLegend({ endings, waiting, unsettled, prefix }: Props) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-5 text-small">
      {endings.map(([ending, name]) => (
        <li key={ending} className="flex items-center gap-2">
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
            <EndingPatterns prefix={prefix} endings={[ending]} />
            <rect x={0.5} y={0.5} width={15} height={15} fill={patternOf(prefix, ending)} className={endingLooks[ending].stroke} />
          </svg>
          {name}
        </li>
      ))}
      <li className="flex items-center gap-2 text-waiting">
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
          <rect x={0.5} y={0.5} width={15} height={15} className="fill-paper stroke-waiting" />
        </svg>
        {waiting}
      </li>
      {unsettled && (
        <li className="flex items-center gap-2 text-soft">
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
            <HatchPattern id={`${prefix}-hatch`} />
            <rect x={0.5} y={0.5} width={15} height={15} fill={`url(#${prefix}-hatch)`} className="stroke-edge" strokeDasharray="3 2" />
          </svg>
          {unsettled}
        </li>
      )}
    </ul>
  )
}

/** Over what may still change. */
export function HatchPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width={9} height={9} patternUnits="userSpaceOnUse">
        <path d="M-2 2L2 -2M0 9L9 0M7 11L11 7" className="stroke-paper" strokeWidth={3.5} />
      </pattern>
    </defs>
  )
}
