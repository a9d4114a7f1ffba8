const sterling = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })

/** Pence as pounds are read: `£1,234.56`. */
export const pounds = (pence: number): string => sterling.format(pence / 100).replace(/\.00$/, '')

/** `1,234.56` as it is typed, in pence; undefined when it is no amount of money. */
export function penceOf(typed: string): number | undefined {
  const plain = typed.trim().replace(/^£/, '').replaceAll(',', '')
  const [, whole, part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(plain) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}

/** Pence as they would be typed: `1234.5` is `1234.50`. */
export const typedPounds = (pence: number): string =>
  pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
