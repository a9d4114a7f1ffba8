import type { Case } from '../case/case.ts'
import type { Organisation } from '../locality/locality.ts'
import { refuseUnless } from '../refusal.ts'
import { namedInTenders } from '../tender/named.ts'

/** Whom the approver belongs to, and the register by whose names it is known. */
export interface Own {
  organisationId: string
  register: Organisation[]
}

/** Nobody answers for the authority on a tender of their own organisation, or one that names it, by whatever name. */
export function mustBeDisinterested({ tender }: Case, own: Own | undefined): void {
  if (!own) return
  const named = namedInTenders(tender, own.register).some(({ organisationId }) => organisationId === own.organisationId)
  refuseUnless(
    !named,
    'NotAllowed',
    'Your own organisation is named in a tender: another member of the sub-committee must decide on it.',
  )
}
