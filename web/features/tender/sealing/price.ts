/** Pence from what somebody typed in pounds, exactly: `£1,180,000.50`. NaN when it is no amount. */
export function penceOf(typed: string): number {
  const [, pounds = '', pence = ''] = /^£?((?:\d{1,3}(?:,\d{3})+|\d{1,10}))(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? []
  return pounds === '' ? Number.NaN : Number(`${pounds.replaceAll(',', '')}${pence.padEnd(2, '0')}`)
}
