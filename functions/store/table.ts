/** The one table, said once: `local/` makes it with the SDK, `cdk/` declares it. What its rows mean is in `keys.ts`. */
export const tableShape = {
  name: 'redesign-panels',
  partitionKey: 'pk',
  sortKey: 'sk',
  billing: 'PAY_PER_REQUEST',
  stream: 'NEW_AND_OLD_IMAGES',
  /** Rows carrying this attribute (seconds since 1970) may be removed after that instant. */
  timeToLiveAttribute: 'expiresAt',
} as const
