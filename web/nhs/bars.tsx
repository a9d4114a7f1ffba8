interface Bar {
  /** Tells it from the others; two may have one name. */
  id: string
  name: string
  /** From −1 to 1: how far the bar goes from the middle; or from 0 to 1 from the left where none is below 0. */
  share: number
  says: string
  /** Drawn stronger; what it means is said in words too. */
  marked?: boolean
}

const [ROW, WIDTH] = [28, 600]

/** A bar for each of several things. It only shows what the table beside it says: a screen reader skips it. */
export function Bars({ bars }: { bars: Bar[] }) {
  const signed = bars.some(({ share }) => share < 0)
  const [zero, scale] = signed ? [400, 130] : [280, 250]
  return (
    <svg className="bars" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} aria-hidden="true">
      {bars.map(({ id, name, share, says, marked }, row) => {
        const length = Math.min(1, Math.abs(share)) * scale
        return (
          <g key={id} transform={`translate(0 ${row * ROW})`}>
            <text x={0} y={19}>
              {name.length > 32 ? `${name.slice(0, 31)}…` : name}
            </text>
            <rect
              className={marked ? 'bars-marked' : ''}
              x={share < 0 ? zero - length : zero}
              y={5}
              width={Math.max(length, 1)}
              height={18}
            />
            <text x={share < 0 ? zero + 4 : zero + length + 4} y={19}>
              {says}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
