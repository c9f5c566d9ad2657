/** The lines of 0, 50 and 100 %, named at their left end above the line. */
export function ShareLines({ y, width, percent }: {
  y: (share: number) => number; width: number; percent: (n: number) => string
}) {
  return (
    <g>
      {[0.5, 1].map(share => (
        <g key={share}>
          <path d={`M0 ${y(share)}H${width}`} className="stroke-line" strokeDasharray="2 4" />
          <text x={0} y={y(share) - 5} className="fill-soft">{percent(share * 100)}</text>
        </g>
      ))}
    </g>
  )
}
