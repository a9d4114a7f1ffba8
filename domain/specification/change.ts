import type { Case } from '../case/case.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import type { Matter } from '../conflict/matter.ts'
import { isMember, votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import { openTender } from '../tender/open-tender.ts'
import { castBallot, openVote } from '../vote/decide.ts'
import { countChange } from './change-vote.ts'
import { decideComment } from './comment.ts'
import type { Content } from './content.ts'
import type { SpecificationCommand } from './decide.ts'
import { mustBeReadyToVote, saveVersion } from './version.ts'

/**
 * After the publication, while tenders can be sent, a change of what is asked is a new version with its reason, approved by
 * the panel's vote (requirements §6). The price share and its formula are fixed with the publication.
 */
export function decideChange(
  theCase: Case,
  command: SpecificationCommand,
  circumstances: Circumstances,
  matter: Matter | undefined,
): CaseEvent[] {
  const tender = openTender(theCase)
  const { panel, specification, versions = {} } = theCase
  refuseUnless(
    isMember(panel, command.person),
    'NotAllowed',
    'Only members of this panel who are not excluded can write its specification.',
  )
  refuseUnless(specification?.status === 'approved', 'WrongStage', 'There is no approved specification to change.')
  switch (command.type) {
    case 'SaveVersion': {
      mustNotBeVotedOn(specification.change)
      const published = versions[tender.terms.specificationVersion]?.content
      const faults = published ? fixed(published, command.content) : []
      if (faults.length > 0)
        throw new Refusal('Invalid', 'Some of this was fixed when the tender was published. Nothing was saved.', faults)
      return saveVersion(theCase, specification, command)
    }
    case 'Comment':
    case 'AnswerComment':
    case 'ResolveComment':
      return decideComment(theCase, specification, command)
    case 'PutToVote': {
      const { version } = command
      mustNotBeVotedOn(specification.change)
      refuseUnless(version !== specification.version, 'AlreadyDone', `Version ${version} is the published version.`)
      mustBeReadyToVote(theCase, specification, command)
      return [
        { type: 'ChangePutToVote', data: { version } },
        openVote('specification', ['for', 'against'], String(version)),
      ]
    }
    case 'VoteOnSpecification': {
      const { type: _, ...ballot } = command
      const vote = specification.change && specification.vote
      const cast = castBallot('specification', vote, votingMembers(panel), ballot)
      return [...cast, ...countChange(theCase, cast, matter, circumstances)]
    }
  }
}

function mustNotBeVotedOn(change: { version: number } | undefined): void {
  refuseUnless(!change, 'TooLate', 'A change has been put to the vote, and cannot be edited until the vote is counted.')
}

function fixed(published: Content, changed: Content): Fault[] {
  const message =
    'It was fixed when the tender was published. To change it, the case must be sent back and tendered again'
  const differs = (field: 'priceShare' | 'priceFormula') =>
    JSON.stringify(published[field]) !== JSON.stringify(changed[field])
  return (['priceShare', 'priceFormula'] as const)
    .filter(differs)
    .map((field) => ({ path: ['content', field], message }))
}
