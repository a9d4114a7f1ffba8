import type { Person } from '../../domain/locality/locality.ts'

/** A person and where they belong: what is asked when nobody may decide on their own. */
export const belonging = ({ id, practiceId, organisationId }: Person) => ({
  person: id,
  ...(practiceId !== undefined && { practiceId }),
  ...(organisationId !== undefined && { organisationId }),
})
