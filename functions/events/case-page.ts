import type { Case } from '../../domain/case/case.ts'

/** Where the portal shows a case, for the links of mails: a link opens a page, after sign-in, and never acts. */
export const casePage = ({ id }: Pick<Case, 'id'>): string => `/cases/${id}`
