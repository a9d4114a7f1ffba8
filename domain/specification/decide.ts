import type { Case } from '../case/case.ts'
import { mustBeIn } from '../case/decide.ts'
import type { CaseEvent, Circumstances } from '../case/event.ts'
import { chair, isMember, votingMembers } from '../panel/panel.ts'
import { type Fault, Refusal, require } from '../refusal.ts'
import { type CastBallot, castBallot, openVote } from '../vote/decide.ts'
import { openWait } from '../wait/decide.ts'
import { changesBetween } from './changes.ts'
import { type CommentCommand, decideComment } from './comment.ts'
import { type Content, missingFrom } from './content.ts'
import type { Specification } from './specification.ts'

/** Deciding needs the versions loaded, and of comments those. */
export type SpecificationCommand =
  /** @param basedOn the version that was read and changed; 0 before the first */
  | { type: 'SaveVersion'; basedOn: number; content: Content; reason: string; person: string }
  | CommentCommand
  | { type: 'PutToVote'; version: number; person: string }
  | ({ type: 'VoteOnSpecification' } & CastBallot)

export function decideSpecification(theCase: Case, command: SpecificationCommand, { at }: Circumstances): CaseEvent[] {
  mustBeIn(theCase, 'specification')
  const { panel, specification, versions = {} } = theCase
  require(isMember(
    panel,
    command.person,
  ), 'NotAllowed', 'Only members of this panel who are not excluded write its specification.')
  require(specification, 'TooEarly', 'The specification is written when the panel has voted that the proposal proceeds.')
  switch (command.type) {
    case 'SaveVersion': {
      mustBeDrafting(specification)
      const { basedOn, content, reason, person } = command
      const { latest } = specification
      const [read, last] = [versions[basedOn]?.content, versions[latest]?.content]
      if (basedOn !== latest) throw stale(basedOn, latest, read, last)
      if (last && changesBetween(last, content).length === 0)
        throw new Refusal('AlreadyDone', `This is what version ${latest} says already: nothing was changed.`)
      return [{ type: 'VersionSaved', data: { number: latest + 1, content, reason, person } }]
    }
    case 'Comment':
    case 'AnswerComment':
    case 'ResolveComment':
      return decideComment(theCase, specification, command)
    case 'PutToVote': {
      mustBeDrafting(specification)
      const { version, person } = command
      require(chair(panel) === person, 'NotAllowed', "Only the panel's chair puts a version to the vote.")
      require(specification.latest > 0, 'TooEarly', 'There is no version to vote on yet.')
      require(version ===
        specification.latest, 'Stale', `Version ${specification.latest} is the last, not version ${version}. Put that to the vote.`)
      const content = versions[version]?.content
      const missing = content ? missingFrom(content) : []
      if (missing.length > 0)
        throw new Refusal('Invalid', `Version ${version} is not complete: it cannot be voted on.`, missing)
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
  require(status !==
    'voting', 'TooLate', 'A version has been put to the vote: it does not change until the vote is counted.')
  require(status === 'drafting', 'TooLate', 'The panel has approved the specification.')
}

/** A stale edit is refused with what changed. */
function stale(basedOn: number, latest: number, read: Content | undefined, last: Content | undefined): Refusal {
  const faults: Fault[] =
    last && read
      ? changesBetween(read, last).map(({ path, what }) => ({
          path: ['content', ...path],
          message: `Changed since: ${what}`,
        }))
      : []
  return new Refusal(
    'Stale',
    latest === 0
      ? 'There is no version yet to change.'
      : `You changed version ${basedOn}, but version ${latest} is the last. Read what changed, and make your change to that.`,
    faults,
  )
}
