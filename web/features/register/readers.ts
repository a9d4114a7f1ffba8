import type { Person, Role } from '../../../domain/locality/locality.ts'

const keepers: readonly Role[] = ['programme-manager', 'deputy-programme-manager']

/** Who has the register; the API decides, this only spares the others a refusal. */
export const readsRegister = ({ roles }: Pick<Person, 'roles'>): boolean =>
  keepsRegister({ roles }) || roles.includes('auditor')

/** Who records and strikes out in it. */
export const keepsRegister = ({ roles }: Pick<Person, 'roles'>): boolean => roles.some((role) => keepers.includes(role))
