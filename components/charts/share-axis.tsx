/** The line at the foot of a chart of shares, from none to all. */
export function ShareAxis({ y, width, percent }: { y: number; width: number; percent: (n: number) => string }) {
  return (
    <g>
      <path d={`M0 ${y}H${width}`} className="stroke-edge" />
      {[0, 0.25, 0.5, 0.75, 1].map(share => (
        <g key={share}>
          <path d={`M${share * width} ${y}v5`} className="stroke-edge" />
          <text
            x={share * width} y={y + 22} className="fill-soft"
            textAnchor={share === 0 ? 'start' : share === 1 ? 'end' : 'middle'}
          >
            {percent(share * 100)}
          </text>
        </g>
      ))}
    </g>
  )
}
