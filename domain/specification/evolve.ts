import type { Recorded } from '../case/event.ts'
import { evolveVote } from '../vote/evolve.ts'
import type { Comment, Specification, Version } from './specification.ts'

export function evolveSpecification(
  specification: Specification | undefined,
  event: Recorded,
): Specification | undefined {
  if (event.type === 'SpecificationOpened') return { status: 'drafting', round: 1, latest: 0, comments: 0 }
  if (!specification) return specification
  const { round, latest, comments, vote } = specification
  const common = { round, latest, comments, ...(vote && { vote }) }
  switch (event.type) {
    case 'VersionSaved':
      return { ...specification, latest: event.data.number }
    case 'CommentMade':
      return { ...specification, comments: event.data.number }
    case 'VersionPutToVote':
      return { status: 'voting', ...common, version: event.data.version }
    case 'VoteOpened':
    case 'BallotCast':
    case 'VoteCounted': {
      const after = evolveVote('specification', vote, event)
      return after === vote || !after ? specification : { ...specification, vote: after }
    }
    case 'SpecificationApproved':
      return { status: 'approved', ...common, version: event.data.version, approvedAt: event.at }
    case 'SpecificationNotApproved':
      return { status: 'drafting', ...common }
    case 'ChangePutToVote':
      return specification.status === 'approved' ? { ...specification, change: event.data } : specification
    case 'ChangeNotApproved':
    case 'TenderClosed':
      return withoutChange(specification)
    case 'BusinessCaseReturned':
      return { status: 'drafting', ...common, round: round + 1 }
    case 'StageEntered':
      // When the case is sent back from a later stage, the approved specification is opened again; on the way forward it stays
      // approved.
      return event.data.stage === 'specification' &&
        event.data.because !== undefined &&
        specification.status === 'approved'
        ? { ...withoutChange(specification), status: 'drafting', round: round + 1 }
        : specification
    default:
      return specification
  }
}

/** A vote on a change that was not counted comes to nothing. */
function withoutChange(specification: Specification): Specification {
  if (specification.status !== 'approved' || !specification.change) return specification
  const { change: _, vote, ...rest } = specification
  return { ...rest, ...(vote?.status === 'closed' && { vote }) }
}

/** By number. */
export function evolveVersions(
  versions: Record<string, Version> | undefined,
  event: Recorded,
): Record<string, Version> | undefined {
  if (event.type !== 'VersionSaved') return versions
  const { number, content, reason, person } = event.data
  return { ...versions, [number]: { number, content, reason, by: person, at: event.at } }
}

/** By number. */
export function evolveComments(
  comments: Record<string, Comment> | undefined,
  event: Recorded,
): Record<string, Comment> | undefined {
  switch (event.type) {
    case 'CommentMade': {
      const { person, ...comment } = event.data
      return { ...comments, [comment.number]: { ...comment, by: person, at: event.at, answers: [] } }
    }
    case 'CommentAnswered':
    case 'CommentResolved': {
      const { number, person } = event.data
      const comment = comments?.[number]
      if (!comment) return comments
      const { resolved: _, ...open } = comment
      const given = { by: person, at: event.at }
      // An answer to what was resolved opens it again.
      return event.type === 'CommentAnswered'
        ? { ...comments, [number]: { ...open, answers: [...open.answers, { text: event.data.text, ...given }] } }
        : { ...comments, [number]: { ...open, resolved: { how: event.data.how, ...given } } }
    }
    default:
      return comments
  }
}
