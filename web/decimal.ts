/** An exact number such as `206/3` as it is drawn and read: `68.67`. Nothing is reckoned with it. */
export const decimal = (exact: string, places = 2): string => numberOf(exact).toFixed(places).replace('-', '−')

/** For drawing only. */
export function numberOf(exact: string): number {
  const [above = '0', below = '1'] = exact.split('/')
  return Number(above) / Number(below)
}
