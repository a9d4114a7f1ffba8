let format: Intl.NumberFormat | undefined

/** `£1,234.56`: an amount in pence as it is read. */
export function pounds(pence: number): string {
  format ??= new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' })
  return format.format(pence / 100)
}
