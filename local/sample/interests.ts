/** An interest that a sample person would declare, in plain words. Dates are relative to the day the sample is made. */
export interface SampleInterest {
  personId: string
  organisationId: string
  kind: 'director' | 'partner' | 'owner' | 'employee' | 'paid-adviser' | 'family' | 'other'
  detail: string
  /** The tie has ended, on this date. */
  endedOn?: string
  /** Of an owner, in hundredths of a per cent. */
  basisPoints?: number
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
      kind: 'paid-adviser',
      detail: 'Clinical supervision, paid by the session.',
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
      kind: 'other',
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
    // An approver declares, too.
    {
      personId: 'cordelia-vanstrade',
      organisationId: 'stillwater-minds',
      kind: 'family',
      detail: 'Her brother is a partner in its other office.',
    },
  ]
}
