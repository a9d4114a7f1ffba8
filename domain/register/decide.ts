import type { Organisation } from '../locality/locality.ts'
import { digest } from '../record/chain.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { type Instant, londonDate } from '../time/instant.ts'
import { type Declaration, interestsIn, type RecordedInterest, type RegisterEntry, relationsIn } from './declaration.ts'
import { organisationCalled, plainName } from './names.ts'
import { closeTo, ownOrganisations } from './own-interest.ts'
import { isArea, type RegisterEvent } from './register.ts'

export type RegisterCommand =
  | { type: 'Declare'; person: string; declaration: Declaration }
  /** @param by who records it: never the person themselves, who declares */
  | { type: 'RecordInterest'; person: string; interest: RecordedInterest; by: string }
  | { type: 'StrikeInterest'; person: string; organisationId: string; kind: string; reason: string; by: string }
  | { type: 'RecordOrganisation'; organisation: Organisation; reason: string; by: string }

export interface RegisterState {
  organisations: readonly Organisation[]
  entries: readonly RegisterEntry[]
}

/** What changes in the register of interests (requirements §4). @param known whether the register of people knows somebody */
export function decideRegister(
  register: RegisterState,
  command: RegisterCommand,
  at: Instant,
  known: (person: string) => boolean = () => true,
): RegisterEvent[] {
  const entryOf = (person: string) => register.entries.find((one) => one.person === person)
  switch (command.type) {
    case 'Declare': {
      const { person, declaration } = command
      refuseFaults(declarationFaults(person, declaration, at, known), 'This declaration cannot be accepted as it is.')
      return [{ type: 'InterestsDeclared', data: { person, declaration } }]
    }
    case 'RecordInterest': {
      const { person, interest, by } = command
      refuseUnless(by !== person, 'NotAllowed', 'You cannot record your own interest in this way. Declare it instead.')
      refuseUnless(known(person), 'NotFound', 'This person is not in the register of people.')
      return [{ type: 'InterestRecorded', data: { person, interest } }]
    }
    case 'StrikeInterest': {
      const { person, organisationId, kind, reason, by } = command
      refuseUnless(
        by !== person,
        'NotAllowed',
        'You cannot strike out your own interest. Your deputy, or the person you stand in for, must do it.',
      )
      const called = organisationCalled(organisationId, register.organisations)
      const own = called && ownOrganisations(by, register).has(called.id)
      refuseUnless(
        !own && !closeTo(by, register).includes(person),
        'NotAllowed',
        'You cannot strike out an interest in your own organisation, or in one of somebody close to you. Your deputy, or the person you stand in for, must do it.',
      )
      const entry = entryOf(person)
      const found = [...(entry?.recorded ?? []), ...(entry?.dropped ?? [])].find(
        (one) => one.organisationId === organisationId && one.kind === kind,
      )
      refuseUnless(found, 'NotFound', 'The register does not suggest this interest.')
      const interest = { source: 'An earlier declaration', ...found }
      return [{ type: 'InterestStruck', data: { person, interest, reason } }]
    }
    case 'RecordOrganisation': {
      const { organisation, reason, by } = command
      const others = register.organisations.filter(({ id }) => id !== organisation.id)
      // As it is recorded until now, and as it will be: under its new name, too.
      const own = [register.organisations, [...others, organisation]].some((organisations) =>
        ownOrganisations(by, { ...register, organisations }).has(organisation.id),
      )
      refuseUnless(
        !own,
        'NotAllowed',
        'You cannot change what the register says about your own organisation. Your deputy, or the person you stand in for, must do it.',
      )
      const faults = [...organisationFaults(register.organisations, organisation), ...sinceFaults(organisation, at)]
      refuseFaults(
        faults.map(({ path, message }) => ({ path: ['organisation', ...path], message })),
        'This organisation cannot be recorded.',
      )
      const before = register.organisations.find(({ id }) => id === organisation.id)
      const changed = changesOf(before, organisation)
      refuseUnless(
        changed.length > 0,
        'AlreadyDone',
        'The register already says this about the organisation. Nothing was changed.',
      )
      return [{ type: 'OrganisationRecorded', data: { organisation, reason, changed } }]
    }
  }
}

function refuseFaults(faults: Fault[], sentence: string): void {
  if (faults.length > 0) throw new Refusal('Invalid', sentence, faults)
}

function declarationFaults(
  person: string,
  declaration: Declaration,
  at: Instant,
  known: (person: string) => boolean,
): Fault[] {
  const today = londonDate(at).toString()
  const faults = interestsIn(declaration).flatMap(({ endedOn, kind, detail, basisPoints }, index): Fault[] => {
    const path = (field: string) => ['declaration', 'interests', index, field]
    return [
      ...(endedOn !== undefined && endedOn > today
        ? [{ path: path('endedOn'), message: 'Enter a date that is not in the future' }]
        : []),
      ...((kind === 'gift' || kind === 'other') && detail === ''
        ? [{ path: path('detail'), message: 'Say in a few words what it is' }]
        : []),
      ...(basisPoints !== undefined && kind !== 'owner'
        ? [{ path: path('basisPoints'), message: 'Only an owner can have a share' }]
        : []),
    ]
  })
  const strangers = relationsIn(declaration).flatMap(({ personId }, index): Fault[] => {
    const path = ['declaration', 'relations', index, 'personId']
    if (personId === person) return [{ path, message: 'Choose somebody other than yourself' }]
    return known(personId) ? [] : [{ path, message: 'The register of people does not know this person' }]
  })
  return [...faults, ...strangers]
}

/** What the register says otherwise from now on, in words. */
function changesOf(before: Organisation | undefined, after: Organisation): string[] {
  if (!before) return ['it is new']
  const said = ({ name, kind, aliases, formerNames = [], owns, areas, intends = [] }: Organisation) => ({
    'its name': name,
    'its kind': kind,
    'its other names': [...aliases].sort(),
    'its former names': [...formerNames].sort(),
    'what it owns': owns,
    'where it provides services': [...areas].sort(),
    'where it intends to': [...intends].sort(),
  })
  const [was, is] = [said(before), said(after)]
  return (Object.keys(is) as (keyof typeof is)[]).filter((what) => digest(was[what]) !== digest(is[what]))
}

function sinceFaults({ owns }: Organisation, at: Instant): Fault[] {
  const today = londonDate(at).toString()
  return owns.flatMap(({ since }, index) =>
    since !== undefined && since > today
      ? [{ path: ['owns', index, 'since'], message: 'Enter a date that is not in the future' }]
      : [],
  )
}

/** Circular ownership is possible in law, and kept; more than the whole, and an organisation that owns itself, are mistakes. */
function organisationFaults(organisations: readonly Organisation[], organisation: Organisation): Fault[] {
  const others = organisations.filter(({ id }) => id !== organisation.id)
  const taken = new Map(others.flatMap((one) => [one.name, ...one.aliases].map((name) => [plainName(name), one.name])))
  const name = (said: string, path: Fault['path']): Fault[] => {
    const theirs = taken.get(plainName(said))
    return theirs === undefined ? [] : [{ path, message: `${theirs} already has this name` }]
  }
  const share = (owned: string) =>
    others.flatMap(({ owns }) => owns).filter(({ organisationId }) => organisationId === owned)
  return [
    ...name(organisation.name, ['name']),
    ...organisation.aliases.flatMap((alias, index) => name(alias, ['aliases', index])),
    ...[...organisation.areas.entries()].flatMap(([index, area]) =>
      isArea(area) ? [] : [{ path: ['areas', index], message: 'Choose a commissioning area' }],
    ),
    ...[...(organisation.intends ?? []).entries()].flatMap(([index, area]) =>
      isArea(area) ? [] : [{ path: ['intends', index], message: 'Choose a commissioning area' }],
    ),
    ...organisation.owns.flatMap(({ organisationId, basisPoints }, index): Fault[] => {
      const path = (field: string) => ['owns', index, field]
      if (organisationId === organisation.id)
        return [{ path: path('organisationId'), message: 'An organisation cannot own itself' }]
      if (!others.some(({ id }) => id === organisationId))
        return [{ path: path('organisationId'), message: 'Record that organisation first' }]
      const held = share(organisationId).reduce((sum, one) => sum + one.basisPoints, 0)
      const left = 10_000 - held
      return basisPoints > left
        ? [{ path: path('basisPoints'), message: `Others own ${held / 100}%: at most ${left / 100}% is left` }]
        : []
    }),
  ]
}
