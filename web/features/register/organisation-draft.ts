import { NEW, type RecordedOrganisation, type TypedOrganisation, typedFrom } from './typed-organisation.ts'

/** What is typed of an organisation, and what the register said when it was begun. */
export interface OrganisationDraft {
  typed: TypedOrganisation
  /** The version that is written over. */
  over: string
  from: TypedOrganisation
}

/** What the register says of an organisation, but for the reason, which is always typed. */
const fields = ['name', 'kind', 'aliases', 'formerNames', 'owns', 'areas', 'intends', 'owned', 'served'] as const
export type OrganisationField = (typeof fields)[number]

export function draftFrom(recorded: RecordedOrganisation | undefined): OrganisationDraft {
  const typed = typedFrom(recorded)
  return { typed, over: recorded?.version ?? NEW, from: typed }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

export const isTouched = ({ typed, from }: OrganisationDraft): boolean => !same(typed, from)

/** Where the register says something else than when the draft was begun; and whether it was changed in the draft, too. */
export const movedIn = (
  { typed, from }: OrganisationDraft,
  now: OrganisationDraft,
): { field: OrganisationField; alsoTyped: boolean }[] =>
  fields
    .filter((field) => !same(from[field], now.from[field]))
    .map((field) => ({ field, alsoTyped: !same(typed[field], from[field]) && !same(typed[field], now.from[field]) }))

/** The draft over what the register says now: what was not changed in it is taken over, what was changed stays as it was typed. */
export function over(now: OrganisationDraft, { typed, from }: OrganisationDraft): OrganisationDraft {
  const untouched = fields.filter((field) => same(typed[field], from[field]))
  return {
    ...now,
    typed: { ...typed, ...Object.fromEntries(untouched.map((field) => [field, now.from[field]])) },
  }
}
