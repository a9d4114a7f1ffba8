import type { Organisation } from '../locality/locality.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import type { Instant } from '../time/instant.ts'
import type { Declaration, RecordedInterest } from './declaration.ts'
import { declare, interestFaults, under } from './declare.ts'
import { organisationCalled } from './names.ts'
import {
  changesOf,
  isWhatItWas,
  keepingItsName,
  keepingItsPast,
  mustBeRead,
  organisationFaults,
} from './organisation.ts'
import { answerAClaim, type Interested, ownOrganisations } from './own-interest.ts'
import type { RegisterEvent } from './register.ts'
import { entryName, mustBeOfOthers, type StrikeCommand, strike } from './strike.ts'

export type RegisterCommand =
  | { type: 'Declare'; person: string; declaration: Declaration }
  /** @param by who records it: never the person themselves, who declares */
  | { type: 'RecordInterest'; person: string; interest: RecordedInterest; by: string }
  | StrikeCommand
  /** @param over the version that was read (`organisationVersion`); `new` for one that the register does not have */
  | { type: 'RecordOrganisation'; organisation: Organisation; over: string; reason: string; by: string }

/** What changes in the register of interests (requirements §4). @param known whether the register of people knows somebody */
export function decideRegister(
  register: Interested,
  command: RegisterCommand,
  at: Instant,
  known: (person: string) => boolean = () => true,
): RegisterEvent[] {
  switch (command.type) {
    case 'Declare':
      return declare(command, at, known)
    case 'RecordInterest': {
      const { person, interest, by } = command
      refuseUnless(by !== person, 'NotAllowed', 'You cannot record your own interest in this way. Declare it instead.')
      refuseUnless(known(person), 'NotFound', 'This person is not in the register of people.')
      refuseFaults(interestFaults(interest, at).map(under('interest')), 'This interest cannot be recorded.')
      const entry = register.entries.find((one) => one.person === person)
      const called = organisationCalled(interest.organisationId, register.organisations)
      mustBeOfOthers(register, by, [person], called ? [called.id] : [], 'record')
      refuseUnless(
        !entry?.recorded.some(({ by: _, ...one }) => entryName(one) === entryName(interest)),
        'AlreadyDone',
        'The register already says this about the person. Nothing was changed.',
      )
      return [{ type: 'InterestRecorded', data: { person, interest, by } }]
    }
    case 'StrikeInterest':
    case 'StrikeRelation':
      return strike(register, command)
    case 'RecordOrganisation': {
      const { over, reason, by } = command
      const before = register.organisations.find(({ id }) => id === command.organisation.id)
      const organisation = keepingItsPast(before, keepingItsName(before, command.organisation), at)
      const others = register.organisations.filter(({ id }) => id !== organisation.id)
      // As it is recorded until now, and as it will be: under its new name, too.
      const own = [register.organisations, [...others, organisation]].some((organisations) =>
        ownOrganisations(by, { ...register, organisations }).has(organisation.id),
      )
      refuseUnless(
        !own,
        'NotAllowed',
        `You cannot change what the register says about your own organisation. Your deputy, or the person you stand in for, must do it. ${answerAClaim}`,
      )
      mustBeRead(before, organisation, over)
      refuseUnless(
        isWhatItWas(before, organisation),
        'NotAllowed',
        'The kind of the commissioning company, and of the practices’ own provider, cannot be changed here: people are barred by it. Whoever runs this service corrects it in the file that the register is loaded from.',
      )
      refuseFaults(
        organisationFaults(register.organisations, organisation, at).map(under('organisation')),
        'This organisation cannot be recorded.',
      )
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
