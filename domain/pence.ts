/** £1 billion: a larger amount is a slip of the pen, and sums of these stay exact. */
export const MOST_PENCE = 100_000_000_000

/** What is said of a larger amount. */
export const TOO_MANY_PENCE = 'Enter an amount of £1,000,000,000 or less'
