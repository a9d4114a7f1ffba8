import type { Organisation } from '../../../domain/locality/locality.ts'
import type { Interest, Relation } from '../../../domain/register/declaration.ts'
import type { DeclarationStatus } from '../../../domain/register/expiry.ts'
import type { Tone } from '../../nhs/tone.ts'

const kinds: Record<Interest['kind'], string> = {
  director: 'is a director',
  partner: 'is a partner',
  owner: 'owns it, or a part of it',
  member: 'is a member',
  employee: 'is employed there',
  'paid-adviser': 'is paid to advise it',
  family: 'has family with one of these ties',
  'business-partner': 'has a business partner with one of these ties',
  gift: 'had a gift or hospitality from it',
  other: 'something else',
}

const relations: Record<Relation['kind'], string> = { family: 'family', 'business-partner': 'business partner' }

const organisationKinds: Record<Organisation['kind'], string> = {
  company: 'The commissioning company',
  practice: 'Practice',
  federation: 'Owned by the practices',
  provider: 'Provider',
  other: 'Other',
}

const status: Record<DeclarationStatus, string> = {
  never: 'Not declared',
  current: 'Declared',
  'expires soon': 'Expires soon',
  expired: 'Expired',
}

const tones: Record<DeclarationStatus, Tone> = {
  never: 'late',
  current: 'good',
  'expires soon': 'soon',
  expired: 'late',
}

const and = new Intl.ListFormat('en-GB')

export const words = {
  title: 'Register of interests',
  what: 'What everybody declared, what organisations own and provide, and how all of it came about. Every check of conflicts rests on this, and names its version.',
  version: (register: string) => `Version ${register}.`,
  success: 'Done',
  sending: 'One moment …',
  struck: 'The interest is struck out. The reason stands in the history.',
  faults: { title: 'There is a problem', detail: 'Nothing was changed. Correct what is listed, then go on.' },
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  kinds,
  relations,
  incompatible: 'Both of the company and of the practices’ provider',
  both: (person: string, company: string, provider: string) =>
    `${person} is a director or employee of ${company}, and is tied to ${provider}. Nobody may be both.`,
  strange: {
    title: 'Names that nobody knows',
    what: 'These stand in declarations, and no organisation goes by them. Ask whoever declared them which organisation they mean.',
    none: 'Every name in a declaration is that of an organisation in the register.',
    unlike: (name: string) => `“${name}”. No organisation has a name like it.`,
    like: (name: string, like: string) => `“${name}”. It may be ${like}.`,
  },
  organisations: {
    title: 'Organisations',
    name: 'Name',
    kind: 'Kind',
    owns: 'Owns',
    provides: 'Provides',
    intends: 'Intends to provide',
    aliases: (names: string) => `also ${names}`,
    formerly: (names: string) => `formerly ${names}`,
    kinds: organisationKinds,
  },
  organisation: {
    add: 'Add an organisation',
    newTitle: 'A new organisation',
    unknown: 'The register knows no such organisation.',
    ownedBy: (owners: string[]) => `Owned by ${and.format(owners)}.`,
    owner: (name: string, percent: number) => `${name} (${percent} %)`,
    name: 'What is it called now?',
    kind: 'What kind of organisation is it?',
    aliases: 'Other names that it goes by (optional)',
    formerNames: 'Former names (optional)',
    oneALine: 'One on each line. Whoever declares an interest under such a name is understood.',
    owns: 'What does it own?',
    holding: (index: number) => `Share ${index + 1}`,
    addShare: 'Add a share',
    remove: (legend: string) => `Remove ${legend.toLowerCase()}`,
    owned: 'Of which organisation?',
    choose: 'Choose an organisation',
    share: 'How much of it, in per cent?',
    shareHint: 'For example, 12.5',
    since: 'Since when? (optional)',
    sinceHint: 'For example, 27 3 2025',
    circle: (names: string[]) =>
      `It owns a part of ${and.format(names)}, and is owned by it in turn, directly or through others. Such a circle is lawful and is kept: check that it is meant.`,
    provides: 'In which areas does it provide services?',
    intends: 'In which areas does it intend to?',
    reason: 'Why does this change, and where is it known from?',
    reasonHint: 'For example, Companies House, 3 March 2026. It stands in the history.',
    confirm: 'Record the organisation',
    done: (name: string) => `${name} is recorded. Every open case is checked against it now.`,
    noPast: 'It stands as it came from the file; nothing was changed since.',
    missing: {
      name: 'Enter what it is called',
      owned: 'Choose the organisation that it owns a part of',
      share: 'Enter a share from 0.01 to 100 per cent, such as 12.5',
      since: 'Enter a real date, such as 27 3 2025, or leave it empty',
      reason: 'Enter the reason',
    },
  },
  people: {
    title: 'People',
    one: (name: string, how: string, suggested: number) =>
      `${name}: ${how.toLowerCase()}${suggested > 0 ? `, ${suggested} not declared by them` : ''}`,
    status,
    tones,
    until: (date: string) => `Holds until the ${date}.`,
    never: 'Has not declared anything yet.',
    nothing: 'Said that there is nothing to declare.',
    suggested: (interest: string) => `Suggested by the register: ${interest}.`,
    knownFrom: (source: string) => `Known from: ${source}`,
    dropped: 'It was declared once, and left out or made less of since.',
  },
  strike: {
    reason: 'Why is it wrong?',
    missing: 'Enter the reason why it is wrong',
    confirm: 'Strike it out',
  },
  record: {
    title: 'Record an interest of somebody',
    what: 'For what is known from a public source. It is put to the person as a flag; it bars nobody by itself.',
    person: 'Whose interest is it?',
    choose: 'Choose a person',
    kind: 'What ties them to it?',
    share: 'How much of it do they own, in per cent? (optional)',
    source: 'Where is this known from?',
    sourceHint: 'For example, Companies House, 3 March 2026',
    missingPerson: 'Choose whose interest it is',
    missingSource: 'Say where this is known from',
    confirm: 'Record it',
    done: 'The interest is recorded, and will be put to them.',
  },
  past: {
    title: 'History',
    file: 'from a file',
    more: 'Show more',
    export: 'Download the whole record',
    exportWhat:
      'With “npm run verify” anybody checks offline that nothing in it was changed, left out, added or moved.',
  },
} as const
