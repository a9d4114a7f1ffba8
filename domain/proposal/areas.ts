/** Commissioning areas and the company's level of involvement in each (requirements §3). Only level 1 goes to a panel. */
export const areas = {
  prescribing: { name: 'Prescribing', level: 1 },
  outpatients: { name: 'Outpatients', level: 1 },
  inpatients: { name: 'Inpatients', level: 2 },
  'community-nursing': { name: 'Community nursing', level: 1 },
  diagnostics: { name: 'Diagnostics', level: 1 },
  'out-of-hours': { name: 'Out of hours', level: 1 },
  'urgent-care': { name: 'A&E and urgent care', level: 1 },
  'mental-health': { name: 'Adult mental health and counselling', level: 1 },
  'other-community': { name: 'Other community, mental and sexual health', level: 3 },
  tertiary: { name: 'Tertiary care', level: 4 },
} as const

export type Area = keyof typeof areas

export const areaNames = Object.keys(areas) as [Area, ...Area[]]

/** Where a proposal goes that no panel will see. */
export const elsewhere: Record<2 | 3 | 4, string> = {
  2: 'The company manages activity here under existing contracts: raise it with the contract manager for the service.',
  3: 'The company only advises here: take it to the body that commissions the service, and we will support it with advice.',
  4: 'The company has no part in this area: take it to the specialised commissioner.',
}
