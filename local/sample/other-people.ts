import type { Role } from '../../domain/locality/locality.ts'

type Row = [name: string, role: Role, skills?: string[]]

export const officers: Row[] = [
  ['Miriam Holtenby', 'programme-manager', ['contracts', 'finance']],
  ['Rufus Attercliffe-Moss', 'deputy-programme-manager', ['contracts']],
  ['Cordelia Vanstrade', 'approver', ['finance']],
  ['Professor Alasdair Kinmorrow', 'approver', ['quality-improvement']],
  ['Edith Larcombe-Pyne', 'observer', ['patient-voice']],
  ['Quentin Brathwell', 'auditor', ['finance', 'information-governance']],
]

type ProviderRow = [name: string, provider: string, skills?: string[]]

export const providerPeople: ProviderRow[] = [
  ['Jocasta Wrenfield', 'hearthlight', ['counselling']],
  ['Malachy Stonnard', 'hearthlight', ['finance']],
  ['Devika Northolme', 'northmere-talking', ['mental-health']],
  ['Crispin Awdley', 'northmere-talking', ['contracts']],
  ['Dr Thandeka Moorsby', 'stillwater-minds', ['mental-health']],
  ['Linus Fairweather-Crane', 'stillwater-minds', ['finance']],
  ['Agatha Pellimore', 'cloverbank', ['contracts']],
  ['Dr Ruaridh Cantlow', 'cloverbank', ['mental-health']],
  ['Bettina Harrowsmith', 'wayside-wellbeing', ['counselling']],
  ['Ephraim Dunnockshaw', 'wayside-wellbeing', ['quality-improvement']],
]
