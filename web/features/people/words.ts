import type { Capacity } from '../../../domain/case/capacity.ts'
import type { Party } from '../../../domain/case/party.ts'

const kinds: Record<Party['kind'], string> = {
  'programme-manager': 'the programme manager',
  approver: 'the approver',
  practice: 'a practice',
  person: 'a person taking part',
  provider: 'a provider',
}

const plurals: Record<Party['kind'], string> = {
  'programme-manager': 'programme managers',
  approver: 'approvers',
  practice: 'practices',
  person: 'people',
  provider: 'providers',
}

const capacities: Record<Capacity, string> = {
  practice: 'practice user',
  'programme-manager': 'programme manager',
  'deputy-programme-manager': 'deputy programme manager',
  provider: 'provider',
  approver: 'approver',
  observer: 'observer',
  auditor: 'auditor',
  nominee: 'nominee',
  'panel-member': 'panel member',
  chair: 'chair of the panel',
}

export const words = {
  you: 'you',
  nobody: 'nobody',
  workflow: 'the workflow',
  kinds,
  plurals,
  capacities,
  list: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
} as const
