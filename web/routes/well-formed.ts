import { notFound } from '@tanstack/react-router'
import { deedNames } from '../features/case/deeds.ts'

/** How each part of an address looks. Some of them become parts of the API's addresses: nothing else may. */
const forms: Record<string, RegExp> = {
  caseId: /^c[0-9a-f]{12}$/,
  draftId: /^c[0-9a-f]{12}$/,
  organisationId: /^[a-z0-9][a-z0-9-]{1,62}$/,
  month: /^\d{4}-(0[1-9]|1[0-2])$/,
  section: /^[a-z-]{1,40}$/,
  deed: new RegExp(`^(${deedNames.join('|')})$`),
}

/** Before a page is fetched: an address that cannot be one leads to no page. @throws NotFoundError */
export function wellFormed({ params }: { params: object }): void {
  for (const [name, part] of Object.entries(params)) if (forms[name]?.test(String(part)) === false) throw notFound()
}
