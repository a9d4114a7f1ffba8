/** Something that stands between a draft and its submission. */
export interface Fault {
  pointer: string
  detail: string
}

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

/**
 * The faults in the order of the form. Those of the second entry of a list say so where there are several: else two would read alike.
 * @param nameOf what the form calls an entry, such as "Consultation 2"; nothing of a list whose entries have no name
 */
export function inOrder(
  faults: Fault[],
  form: Record<string, unknown>,
  nameOf: (field: string, number: number) => string | undefined,
): Fault[] {
  const placeOf = ({ pointer }: Fault): number => {
    const [, field = '', entry] = pointer.split('/')
    const section = sectionWith(field)
    const place = (sections[section] as readonly string[]).indexOf(field)
    return sectionNames.indexOf(section) * 1e6 + place * 1e4 + (entry === undefined ? 9e3 : Number(entry) || 0)
  }
  return faults
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((fault) => {
      const [, field = '', entry = ''] = fault.pointer.split('/')
      const list = form[field]
      const name = Array.isArray(list) && list.length > 1 && entry !== '' ? nameOf(field, Number(entry) + 1) : undefined
      return name === undefined ? fault : { ...fault, detail: `${name}: ${fault.detail}` }
    })
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
