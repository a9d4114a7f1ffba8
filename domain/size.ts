/**
 * The most bytes of JSON, in UTF-8, that are kept in one item of the table. DynamoDB takes 400 KB with the names of attributes,
 * and a list of very small values takes half as much again there as in JSON.
 */
export const MOST_KEPT_BYTES = 250_000

/** Whether something fits one item, counted in bytes: one character takes up to four. */
export const fitsOneItem = (value: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(value)).length <= MOST_KEPT_BYTES
