import type { Organisation } from '../../../domain/locality/locality.ts'
import type { Interest, Relation } from '../../../domain/register/declaration.ts'
import type { DeclarationStatus } from '../../../domain/register/expiry.ts'
import type { Tone } from '../../nhs/tone.ts'

const kinds: Record<Interest['kind'], string> = {
  director: 'is a director',
  partner: 'is a partner',
  owner: 'owns it, or part of it',
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
  what: 'What everybody has declared, what organisations own and provide, and the history of both. Every check for conflicts uses this register, and names the version it used.',
  version: (register: string) => `Version ${register}.`,
  success: 'Done',
  sending: 'One moment…',
  struck: 'The interest is struck out. The reason is in the history.',
  relationStruck: 'The relation is struck out. The reason is in the history.',
  faults: { title: 'There is a problem', detail: 'Nothing was changed. Correct the problems listed, then continue.' },
  or: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  kinds,
  relations,
  incompatible: 'In both the company and the practices’ provider',
  both: (person: string, company: string, provider: string) =>
    `${person} is a director or employee of ${company}, and is tied to ${provider}. Nobody may be both.`,
  strange: {
    title: 'Names not in the register',
    what: 'These names are in declarations, but no organisation has them. Ask the person who declared each one which organisation they mean.',
    none: 'Every name in a declaration belongs to an organisation in the register.',
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
    one: 'An organisation of the register',
    newTitle: 'A new organisation',
    unknown: 'This organisation is not in the register.',
    ownedBy: (owners: string[]) => `Owned by ${and.format(owners)}.`,
    owner: (name: string, percent: number) => `${name} (${percent}%)`,
    name: 'What is it called now?',
    kind: 'What kind of organisation is it?',
    aliases: 'Other names it uses (optional)',
    formerNames: 'Former names (optional)',
    oneALine: 'Put each name on its own line. An interest declared under any of these names is recognised.',
    owns: 'What does it own?',
    holding: (index: number) => `Share ${index + 1}`,
    addShare: 'Add a share',
    remove: (legend: string) => `Remove ${legend.toLowerCase()}`,
    removed: (legend: string) => `${legend} was removed.`,
    removeEnded: (legend: string) => `Remove ${legend}: it was never so`,
    owned: 'Of which organisation?',
    choose: 'Choose an organisation',
    share: 'What percentage of it?',
    shareHint: 'For example, 12.5',
    since: 'Since when? (optional)',
    sinceHint: 'For example, 27 3 2025',
    circle: (names: string[]) =>
      `It owns part of ${and.format(names)} and is in turn owned by it, directly or through others. Such a circle is lawful and can be recorded: check that it is correct.`,
    provides: 'In which areas does it provide services?',
    intends: 'In which areas does it intend to provide services?',
    ended: 'What has ended',
    endedWhat:
      'What it owned or provided until then still counts for as long as any interest that has ended. Remove one only if it was never so, and say why below.',
    heldUntil: (share: string, name: string, date: string) => `${share}% of ${name}, until ${date}`,
    servedUntil: (area: string, date: string) => `${area}, until ${date}`,
    endedHolding: (share: string, name: string) => `${share}% of ${name}`,
    endedOn: 'When did this end?',
    stops: 'A share that you remove or make smaller, and an area that you untick, are kept as ended today.',
    reason: 'Why are you changing this, and what is the source?',
    reasonHint: 'For example, Companies House, 3 March 2026. It goes in the history.',
    moved: 'The register has changed since you began',
    movedWhat: 'What you typed is kept. This is what the register says now:',
    fields: {
      name: 'Name',
      kind: 'Kind',
      aliases: 'Other names',
      formerNames: 'Former names',
      owns: 'Owns',
      areas: 'Provides services in',
      intends: 'Intends to provide services in',
      owned: 'Owned until lately',
      served: 'Provided services until lately',
    },
    nowSays: (field: string, value: string) => `${field}: ${value}.`,
    nothing: 'nothing',
    bothChanged: 'You changed this, too. What you typed stays: check it.',
    goOn: 'Take this over, and keep my changes',
    startAgain: 'Discard what I typed',
    confirm: 'Record the organisation',
    done: (name: string) => `${name} is recorded. Every open case is checked against it now.`,
    noPast: 'It is as it was loaded from the file. Nothing has been changed since.',
    missing: {
      name: 'Enter what it is called',
      owned: 'Choose the organisation it owns part of',
      share: 'Enter a share from 0.01 to 100 per cent, such as 12.5',
      since: 'Enter a real date, such as 27 3 2025, or leave it empty',
      ended: 'Enter the date when this ended, such as 27 3 2025',
      reason: 'Enter the reason',
      moved: 'Look at what has changed in the register first',
    },
  },
  people: {
    title: 'People',
    one: (name: string, how: string, suggested: number) =>
      `${name}: ${how.toLowerCase()}${suggested > 0 ? `, ${suggested} not declared by them` : ''}`,
    status,
    tones,
    until: (date: string) => `Valid until ${date}.`,
    never: 'Has not declared anything yet.',
    nothing: 'Declared that there is nothing to declare.',
    suggested: (interest: string) => `Suggested by the register: ${interest}.`,
    knownFrom: (source: string) => `Source: ${source}`,
    droppedRelation: (relation: string) => `Named as close once: ${relation}.`,
    droppedRelationWhat:
      'They have since left this out, or said that it ended earlier. Where it barred them it still does, unless it was a mistake and is struck out.',
    dropped: 'It was declared once, and has since been left out or reduced.',
    belonged: (where: string) => `Belonged by the register of people to ${where}.`,
    belongedWhat: 'It counts as a tie that ended, whatever they declare, unless it was a mistake and is struck out.',
  },
  strike: {
    reason: 'Why is it wrong?',
    missing: 'Enter the reason why it is wrong',
    confirm: 'Strike it out',
  },
  record: {
    title: 'Record somebody’s interest',
    what: 'Use this for what is known from a public source. The person is told of it by email, with the source. It does not bar anybody by itself: where it concerns a case it is a flag, and is ruled on.',
    person: 'Whose interest is it?',
    choose: 'Choose a person',
    kind: 'What is their tie to it?',
    share: 'What percentage of it do they own? (optional)',
    source: 'What is the source?',
    sourceHint: 'For example, Companies House, 3 March 2026',
    missingPerson: 'Choose whose interest it is',
    missingSource: 'Enter the source',
    confirm: 'Record it',
    done: 'The interest is recorded, and they will be told of it.',
  },
  past: {
    title: 'History',
    file: 'from a file',
    more: 'Show more',
    export: 'Download the whole record',
    exportWhat:
      'With “npm run verify” anybody can check, offline, that nothing in it was changed, left out, added or moved. Given with the record of a case, it also shows that each check for conflicts found what the register said.',
  },
} as const
