/** The seal in a picture, `size` units wide, at its upper left corner. */
export function Seal({ name, size, x, y }: { name: string; size: number; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect width={size} height={size} rx={size / 11} className="fill-seal" />
      <text
        x={size / 2} y={size * 0.645} textAnchor="middle" fontSize={size * 0.41} fontWeight={600} className="fill-on-seal"
      >
        {name}
      </text>
    </g>
  )
}
