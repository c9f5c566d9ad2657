import type { Ending } from '@/domain/codes'

type Ended = Exclude<Ending, 'waiting'>
type Look = { fill: string; stroke: string; ink: string; pattern: 'plain' | 'dots' | 'rising' | 'falling' }

/** Each ending has a colour, a pattern and a word; class names stand whole for Tailwind. */
export const endingLooks: Record<Ended, Look> = {
  approved: { fill: 'fill-approved-wash', stroke: 'stroke-approved', ink: 'fill-approved', pattern: 'plain' },
  filed: { fill: 'fill-approved-wash', stroke: 'stroke-approved', ink: 'fill-approved', pattern: 'plain' },
  approved_without_name: { fill: 'fill-approved-wash', stroke: 'stroke-approved', ink: 'fill-approved', pattern: 'rising' },
  failed: { fill: 'fill-refused-wash', stroke: 'stroke-refused', ink: 'fill-refused', pattern: 'rising' },
  filing_refused: { fill: 'fill-refused-wash', stroke: 'stroke-refused', ink: 'fill-refused', pattern: 'dots' },
  left: { fill: 'fill-left-wash', stroke: 'stroke-left', ink: 'fill-left', pattern: 'falling' },
}

/** An area of an ending as `fill` knows it: the pattern of `EndingPatterns` with the same prefix. */
export const patternOf = (prefix: string, ending: Ended) => `url(#${prefix}-${ending})`

export function EndingPatterns({ prefix, endings }: { prefix: string; endings: readonly Ended[] }) {
  return (
    <defs>
      {endings.map(ending => (
        <pattern key={ending} id={`${prefix}-${ending}`} width={8} height={8} patternUnits="userSpaceOnUse">
          <rect width={8} height={8} className={endingLooks[ending].fill} />
          <Marks look={endingLooks[ending]} />
        </pattern>
      ))}
    </defs>
  )
}

function Marks({ look: { pattern, stroke, ink } }: { look: Look }) {
  switch (pattern) {
    case 'plain': return null
    case 'dots': return <circle cx={4} cy={4} r={1} className={ink} opacity={0.55} />
    case 'rising': return <path d="M-2 2L2 -2M0 8L8 0M6 10L10 6" className={stroke} opacity={0.45} />
    case 'falling': return <path d="M-2 6L2 10M0 0L8 8M6 -2L10 2" className={stroke} opacity={0.35} />
  }
}
