import type { Fault } from './use-drafts.ts'

/** The form in parts that take minutes each (requirements §3), with the fields of each. */
export const sections = {
  about: ['title', 'area', 'kind', 'proposer'],
  problem: ['problem', 'objectives'],
  deliverables: ['deliverables'],
  costs: ['costs'],
  fit: ['strategicFit'],
  consultation: ['consulted'],
  people: ['clinicalLead', 'projectManager'],
  governance: ['clinicalGovernance', 'premises'],
  attachments: ['attachments'],
} as const satisfies Record<string, readonly string[]>

export type Section = keyof typeof sections
export const sectionNames = Object.keys(sections) as Section[]

/** `/costs/oneOff` → `costs-oneOff`: what the page calls the field that a fault is at. */
export const fieldOf = ({ pointer }: Fault): string => pointer.slice(1).replaceAll('/', '-')

/** The section that a fault is put right in. */
export const sectionOf = ({ pointer }: Fault): Section => sectionWith(pointer.split('/')[1] ?? '')

export function sectionWith(field: string): Section {
  return sectionNames.find((name) => (sections[name] as readonly string[]).includes(field)) ?? 'about'
}

/** Nobody need write anything there. */
export const isOptional = (section: Section): boolean => section === 'attachments'

export interface SectionState {
  section: Section
  /** Nothing of it has been written, or how much of it is still to do. */
  begun: boolean
  faults: Fault[]
}

/** How far each section is. Who proposes is known from the beginning, and begins nothing. */
export const statesOf = (form: Record<string, unknown>, faults: Fault[]): SectionState[] =>
  sectionNames.map((section) => ({
    section,
    begun: sections[section].some((field) => field !== 'proposer' && form[field] !== undefined),
    faults: faults.filter((fault) => sectionOf(fault) === section),
  }))
