/**
 * What is kept in one item of the table, as JSON in UTF-8. DynamoDB takes 400 KB with the names; a list of the smallest values takes half as
 * much again there as in JSON.
 */
export const MOST_KEPT_BYTES = 250_000

/** Whether something fits one item. Characters do not tell: some are four bytes. */
export const fitsOneItem = (value: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(value)).length <= MOST_KEPT_BYTES
