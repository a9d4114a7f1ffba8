import type { Declaration, Interest } from '../../domain/register/declaration.ts'

/** An interest of a sample person. Dates are relative to the day the sample is made. */
export interface SampleInterest extends Omit<Interest, 'basisPoints' | 'endedOn'> {
  personId: string
  /** The tie has ended, on this date. */
  endedOn?: string
  /** Of an owner, in hundredths of a per cent. */
  basisPoints?: number
}

/** What somebody of the sample declares. */
export function declarationOf(interests: readonly SampleInterest[], person: string): Declaration {
  const own = interests.filter(({ personId }) => personId === person).map(({ personId: _, ...interest }) => interest)
  return own.length > 0 ? { kind: 'interests', interests: own } : { kind: 'nothing to declare' }
}

/** Each row exercises a rule of requirements §4, which the comment above it names. */
export function sampleInterests(monthsAgo: (months: number) => string): SampleInterest[] {
  return [
    // Bar, every case: director or owner of the practices' own provider organisation.
    {
      personId: 'dr-idris-calloweth',
      organisationId: 'valehead-federation',
      kind: 'director',
      detail: 'Elected director of the federation by its member practices.',
    },
    // The practice owns a share of a federation: partners barred, salaried staff flagged.
    { personId: 'dr-farrukh-bellamoor', organisationId: 'garrowmere', kind: 'partner', detail: 'GP partner.' },
    { personId: 'dr-leila-ravensby', organisationId: 'kestlemoor', kind: 'partner', detail: 'GP partner.' },
    { personId: 'dr-imogen-sallowfield', organisationId: 'garrowmere', kind: 'employee', detail: 'Salaried GP.' },
    {
      personId: 'gareth-lummington',
      organisationId: 'saltersgate',
      kind: 'employee',
      detail: 'Practice manager, employed by the partners.',
    },
    // Bar, this case: employee or owner of an organisation that provides what the case is about.
    {
      personId: 'ottilie-brackenhurst',
      organisationId: 'northmere-talking',
      kind: 'employee',
      detail: 'Runs a bereavement group for it one evening a week.',
    },
    {
      personId: 'dr-henrik-aldermoss',
      organisationId: 'stillwater-minds',
      kind: 'owner',
      detail: 'Holds shares left to him by an aunt.',
      basisPoints: 450,
    },
    // Flag: ownership under one per cent of any other organisation.
    {
      personId: 'neville-throssell-bay',
      organisationId: 'cloverbank',
      kind: 'owner',
      detail: 'A few loan notes bought at a public offer.',
      basisPoints: 20,
    },
    // Bar: family or business partner with such an interest.
    {
      personId: 'judith-ambleworth',
      organisationId: 'hearthlight',
      kind: 'family',
      detail: 'Her husband is the finance director.',
    },
    // Bar: a tie that ended within 24 months; and one that ended long ago.
    {
      personId: 'dr-solveig-marchetter',
      organisationId: 'hearthlight',
      kind: 'employee',
      detail: 'Clinical supervisor, one day a week.',
      endedOn: monthsAgo(10),
    },
    {
      personId: 'sunita-grantleigh',
      organisationId: 'wayside-wellbeing',
      kind: 'employee',
      detail: 'Office manager before she joined the practice.',
      endedOn: monthsAgo(40),
    },
    // A paid adviser now.
    {
      personId: 'dr-adeel-summerskale',
      organisationId: 'cloverbank',
      kind: 'paid-adviser',
      detail: 'Sits on its clinical reference group for a fee.',
    },
    // Flag: gifts or hospitality, and anything "other".
    {
      personId: 'desmond-hartlebrook',
      organisationId: 'northmere-talking',
      kind: 'gift',
      detail: 'Was its guest at a conference dinner.',
    },
    {
      personId: 'dr-catrin-hallowdene',
      organisationId: 'wayside-wellbeing',
      kind: 'other',
      detail: 'Sings in a choir with its chair.',
    },
    // Bar: employees of the commissioning company have no vote.
    {
      personId: 'miriam-holtenby',
      organisationId: 'ferrowdale-commissioning',
      kind: 'employee',
      detail: 'Programme manager.',
    },
    {
      personId: 'rufus-attercliffe-moss',
      organisationId: 'ferrowdale-commissioning',
      kind: 'employee',
      detail: 'Deputy programme manager.',
    },
    // Bar: a business partner with such an interest.
    {
      personId: 'douglas-winterholt',
      organisationId: 'stillwater-minds',
      kind: 'business-partner',
      detail: 'Lets rooms together with one of its directors.',
    },
    // Flag: employed by an organisation that owns a part of one with a stake, which owns a part of another.
    {
      personId: 'winifred-tarnley',
      organisationId: 'ravelsby-property',
      kind: 'employee',
      detail: 'Keeps its books on Fridays.',
    },
    // Bar: owner through a chain. It owns a sixth of a provider.
    {
      personId: 'philippa-conyngwood',
      organisationId: 'ravelsby-property',
      kind: 'owner',
      detail: 'One of six who own it.',
      basisPoints: 1_650,
    },
    // Flag: an organisation that the register does not know, with a name like one that it does.
    {
      personId: 'gwenda-parslowe-hythe',
      organisationId: 'Wayside Well-being Coop',
      kind: 'member',
      detail: 'A member since it was founded.',
    },
    // An approver declares, too, and is locked out where a family tie bars.
    {
      personId: 'professor-alasdair-kinmorrow',
      organisationId: 'stillwater-minds',
      kind: 'family',
      detail: 'Her brother is a partner in its other office.',
    },
  ]
}
