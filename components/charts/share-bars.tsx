import type { ReactNode } from 'react'
import { isAlike, type Pooling } from '@/domain/statistics/pooling'
import type { Share } from '@/domain/statistics/shares'
import type { Words } from '@/messages/words'
import { sayCounted } from '../figures/say-outcome'
import { sayShare } from '../figures/say'
import { Chart } from './chart'
import { HaloText } from './halo-text'
import type { NamedShare } from './named-shares'
import type { PicturePlace } from './picture-links'
import { ShareTable } from './share-table'
import type { ChartSize } from './size'
import { textWidth } from './text-width'

type BarRole = 'refused' | 'plain'

type Props = {
  title: string
  shares: readonly NamedShare[]
  caption: ReactNode
  words: Words
  /** Refusals and demands are vermilion, other answers ink. */
  role?: BarRole
  /** Another table than that of the bars. */
  table?: ReactNode
  picture?: PicturePlace
  /** The same lines pulled towards their average: hollow marks beside the dots. */
  pooling?: Pooling | null
}

const rowHeight = 58
const axisHeight = 34
/** A line more, where a phone has no room for a name and its count side by side. */
const besides = 22

/** Shares one under the other: a dot at the share, its interval as a whisker, x/n at the right. */
export function ShareBars({ title, shares, caption, words, role = 'refused', table, picture, pooling = null }: Props) {
  const { stats, paths } = words
  if (shares.every(({ x }) => x === null)) return <HeldBack title={title} words={words} />
  const parts = shares.flatMap(({ name, x, n, share }) =>
    (x === null || share === null ? [] : [stats.sharePart(name, x, n, sayShare(share, words))]))
  const pooled = new Map(pooling && !isAlike(pooling) ? pooling.lines.map(line => [line.code, line.share]) : [])
  return (
    <Chart
      title={title}
      label={stats.sharesLabel(title, parts.join(stats.sentenceJoin) || stats.tooFewToDraw)}
      height={size => heightOf(shares, size, words) + (isDrawn(shares) ? axisHeight : 0)}
      draw={size => <Drawing shares={shares} words={words} size={size} role={role} pooled={pooled} />}
      caption={isDrawn(shares) && <>{caption}{pooling && (isAlike(pooling) ? paths.alikeCaption : paths.pooledCaption)}</>}
      table={table ?? <ShareTable shares={shares} pooled={pooled} words={words} />}
      tableName={stats.table}
      picture={picture}
    />
  )
}

/** Whether any share may be said; without one there is nothing to measure by an axis. */
const isDrawn = (shares: readonly Share[]) => shares.some(({ share }) => share !== null)

function HeldBack({ title, words }: Pick<Props, 'title' | 'words'>) {
  return (
    <section className="mt-10">
      <h2 className="text-lead">{title}</h2>
      <p className="mt-1 text-soft">{words.stats.fewReports}</p>
    </section>
  )
}

/** Whether a row's name and count have to stand one under the other. */
function isTall(share: NamedShare, { width }: ChartSize, words: Words): boolean {
  const count = sayCounted(share, words)
  return count !== '' && textWidth(share.name) + textWidth(count) + 12 > width
}

const heightOf = (shares: readonly NamedShare[], size: ChartSize, words: Words) =>
  shares.reduce((sum, share) => sum + rowHeight + (isTall(share, size, words) ? besides : 0), 0)

type DrawingProps = Pick<Props, 'shares' | 'words'> & { size: ChartSize; role: BarRole; pooled: ReadonlyMap<string, number> }

function Drawing({ shares, words, size, role, pooled }: DrawingProps) {
  const floor = heightOf(shares, size, words)
  const x = (share: number) => share * size.width
  return (
    <>
      {isDrawn(shares) && [0, 0.25, 0.5, 0.75, 1].map(share => (
        <g key={share}>
          <path d={`M${x(share)} 4V${floor}`} className="stroke-hair" />
          <text
            x={x(share)} y={floor + 20} className="fill-soft"
            textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
          >
            {words.stats.percent(share * 100)}
          </text>
        </g>
      ))}
      {shares.map((share, i) => (
        <g key={share.code} transform={`translate(0,${heightOf(shares.slice(0, i), size, words)})`}>
          <HaloText x={0} y={20}>{share.name}</HaloText>
          {isTall(share, size, words)
            ? <HaloText soft x={0} y={64}>{sayCounted(share, words)}</HaloText>
            : <HaloText soft={size.name === 'phone'} x={size.width} y={20} textAnchor="end">{sayCounted(share, words)}</HaloText>}
          <Whisker share={share} x={x} role={role} words={words} />
          {pooled.has(share.code) && (
            <path d={`M${x(pooled.get(share.code)!)} 30l8 8l-8 8l-8 -8Z`} className="fill-paper stroke-ink" fillOpacity={0.55} strokeWidth={1.5} />
          )}
        </g>
      ))}
      {isDrawn(shares) && <path d={`M0 ${floor}H${size.width}`} className="stroke-edge" />}
    </>
  )
}

type WhiskerProps = { share: Share; x: (share: number) => number; role: BarRole; words: Words }

function Whisker({ share: it, x, role, words }: WhiskerProps) {
  const { share, lower, upper, suppressed } = it
  if (share === null || lower === null || upper === null) {
    const { tooFewToDraw, coveredStage, tooFewStage } = words.stats
    const reason = suppressed === 'counts_only' ? tooFewToDraw : suppressed === 'complement' ? coveredStage : tooFewStage
    return <HaloText soft x={0} y={42}>{reason}</HaloText>
  }
  const [wash, stroke, fill] = role === 'refused'
    ? ['fill-refused-wash', 'stroke-refused', 'fill-refused'] : ['fill-left-wash', 'stroke-ink', 'fill-ink']
  return (
    <g transform="translate(0,38)">
      <rect x={0} y={-7} width={x(share)} height={14} className={wash} />
      <path d={`M${x(lower)} 0H${x(upper)}M${x(lower)} -5v10M${x(upper)} -5v10`} className={stroke} strokeWidth={1.75} />
      <circle cx={x(share)} cy={0} r={5} className={fill} />
    </g>
  )
}
