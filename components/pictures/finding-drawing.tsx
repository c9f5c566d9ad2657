import type { ReactNode } from 'react'
import type { OutcomesFigure } from '@/domain/figures/outcomes'
import type { FigureFinding } from '@/domain/figures/finding'
import type { Share } from '@/domain/statistics/shares'
import type { Words } from '@/messages/words'
import { endingLooks } from '../charts/ending-looks'
import { ShareBars } from '../charts/share-bars'
import { chartSizes } from '../charts/size'
import { StageBars } from '../charts/stage-bars'
import { textWidth } from '../charts/text-width'
import { sayShare } from '../figures/say'
import { tellingRow } from '../figures/sentence'
import { cardRoom } from './card'
import { chartsIn } from './found-charts'

/** A finding drawn in one strip for a link card; nothing where it may not be drawn. */
export function findingDrawing(finding: FigureFinding, words: Words): ReactNode {
  if (finding.figure.suppressed) return null
  switch (finding.kind) {
    case 'durations': return stripOf(<StageBars figures={[finding.figure]} words={words} />)
    case 'outcomes': return <OutcomeStrip figure={finding.figure} words={words} />
    case 'names': return shareStrip(finding.figure.told.either, words)
    case 'software_copyright': return shareStrip(finding.figure.demanded, words)
  }
}

function shareStrip(share: Share, words: Words): ReactNode {
  return stripOf(<ShareBars title="" shares={[{ ...share, name: '' }]} caption="" words={words} />)
}

const desk = chartSizes[0]!

/** The chart of a page, as wide as the card has room. */
function stripOf(chart: ReactNode): ReactNode {
  const [found] = chartsIn(chart)
  const scale = cardRoom.width / desk.width
  return found && found.height(desk) * scale <= cardRoom.height
    && <g transform={`scale(${scale})`} fontSize={15}>{found.draw(desk)}</g>
}

/** Everybody who began as one bar: what became of them, and who still waits. */
function OutcomeStrip({ figure, words }: { figure: OutcomesFigure; words: Words }) {
  const row = tellingRow(figure)
  if (!row) return null
  const { codes, stats } = words
  const parts = [
    ...figure.endings.map((ending, k) => ({ name: codes.ending[ending], share: row.endings[k]!.share, ...endingLooks[ending] })),
    { name: stats.endWaiting, share: row.waiting.share, fill: 'fill-waiting-wash', stroke: 'stroke-waiting', ink: 'fill-waiting' },
  ]
  return parts.map(({ name, share, fill, stroke, ink }, i) => {
    const x = parts.slice(0, i).reduce((sum, part) => sum + part.share, 0) * cardRoom.width
    const [width, label] = [share * cardRoom.width, stats.outcomePart(name, sayShare(share, words))]
    return (
      <g key={name} transform={`translate(${x} 40)`}>
        {share > 0 && <rect width={width} height={56} className={`${fill} ${stroke}`} strokeWidth={2} />}
        {textWidth(label) * 1.6 < width && <text x={4} y={92} fontSize={24} className={ink}>{label}</text>}
      </g>
    )
  })
}
