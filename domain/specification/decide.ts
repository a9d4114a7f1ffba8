import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import type { Matter } from '../conflict/matter.ts'
import { isMember, votingMembers } from '../panel/panel.ts'
import { refuseUnless } from '../refusal.ts'
import { type CastBallot, castBallot, openVote } from '../vote/decide.ts'
import { openWait } from '../wait/decide.ts'
import { decideChange } from './change.ts'
import { type CommentCommand, decideComment } from './comment.ts'
import type { Specification } from './specification.ts'
import { mustBeReadyToVote, type PutToVote, type SaveVersion, saveVersion } from './version.ts'

/** To decide on a version the versions must be loaded, and to decide on a comment the comments. */
export type SpecificationCommand =
  | SaveVersion
  | CommentCommand
  | PutToVote
  | ({ type: 'VoteOnSpecification' } & CastBallot)

export function decideSpecification(
  theCase: Case,
  command: SpecificationCommand,
  circumstances: Circumstances,
  /** What members could be conflicted in: needed where a ballot may decide at once. */
  matter?: Matter,
): CaseEvent[] {
  if (theCase.life.stage === 'tender') return decideChange(theCase, command, circumstances, matter)
  const { at } = circumstances
  mustBeIn(theCase, 'specification')
  const { panel, specification } = theCase
  refuseUnless(
    isMember(panel, command.person),
    'NotAllowed',
    'Only members of this panel who are not excluded can write its specification.',
  )
  refuseUnless(
    specification,
    'TooEarly',
    'The specification is written once the panel has voted that the proposal proceeds.',
  )
  switch (command.type) {
    case 'SaveVersion': {
      mustBeDrafting(specification)
      return saveVersion(theCase, specification, command)
    }
    case 'Comment':
    case 'AnswerComment':
    case 'ResolveComment':
      return decideComment(theCase, specification, command)
    case 'PutToVote': {
      mustBeDrafting(specification)
      const { version } = command
      mustBeReadyToVote(theCase, specification, command)
      return [
        { type: 'VersionPutToVote', data: { version } },
        openVote('specification', ['for', 'against'], String(version)),
        openWait(theCase, 'specification vote', at, theCase.ruleBook.specification.voteWithin),
      ]
    }
    case 'VoteOnSpecification': {
      const { type: _, ...ballot } = command
      const vote = specification.status === 'drafting' ? undefined : specification.vote
      return castBallot('specification', vote, votingMembers(panel), ballot)
    }
  }
}

function mustBeDrafting({ status }: Specification): void {
  refuseUnless(
    status !== 'voting',
    'TooLate',
    'A version has been put to the vote, and cannot be edited until the vote is counted.',
  )
  refuseUnless(status === 'drafting', 'TooLate', 'The panel has already approved the specification.')
}
