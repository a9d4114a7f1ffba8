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

/** A bar for each of several things. It only shows what the table beside it says: a screen reader skips it. */
export function Bars({ bars }: { bars: Bar[] }) {
  const signed = bars.some(({ share }) => share < 0)
  const [zero, scale] = signed ? [50, 50] : [0, 100]
  return (
    <div className="bars" aria-hidden="true">
      {bars.map(({ id, name, share, says, marked }) => {
        const length = Math.min(1, Math.abs(share)) * scale
        return (
          <div key={id} className="bars-row">
            <span>{name}</span>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
              <rect
                className={marked ? 'bars-marked' : ''}
                x={share < 0 ? zero - length : zero}
                width={Math.max(length, 0.5)}
                height={1}
              />
            </svg>
            <span>{says}</span>
          </div>
        )
      })}
    </div>
  )
}
