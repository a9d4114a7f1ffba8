import { type Exact, rounded } from '../evaluation/exact.ts'

/** Of practices, organisations and panel members, by identifier. */
export type Names = (id: string) => string

export const plain = (value: Exact): string => rounded(value).replace(/\.?0+$/, '')

export const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`
