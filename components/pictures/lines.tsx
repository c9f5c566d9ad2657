import type { Line } from './wrap'

type Props = { lines: readonly Line[]; x: number; y: number; size: number; step: number; ink?: string; weight?: number }

/** Lines of text in a picture, the first with its foot at y, the strong stretches in the accent. */
export function Lines({ lines, x, y, size, step, ink = 'fill-ink', weight }: Props) {
  return (
    <g fontSize={size} fontWeight={weight}>
      {lines.map((line, i) => (
        <text key={i} x={x} y={y + i * step} className={ink}>
          {line.map(({ text, strong }, k) => (strong ? <tspan key={k} className="fill-accent">{text}</tspan> : text))}
        </text>
      ))}
    </g>
  )
}
