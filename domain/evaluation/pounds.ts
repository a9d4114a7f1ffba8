/** `£1,234.56`: an amount in pence as it is read. */
export const pounds = (pence: number): string =>
  (pence / 100).toLocaleString('en-GB', { style: 'currency', currency: 'GBP' })
