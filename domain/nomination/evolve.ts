import type { Recorded } from '../case/event.ts'
import type { Nomination, Nominee } from './nomination.ts'

export function evolveNomination(nomination: Nomination | undefined, event: Recorded): Nomination | undefined {
  if (event.type === 'NominationOpened')
    return {
      status: 'open',
      round: (nomination?.round ?? 0) + 1,
      practices: event.data.practices,
      declined: [],
      nominees: nomination?.nominees ?? {},
    }
  if (!nomination) return nomination
  const { round, practices, declined, nominees } = nomination
  const withNominee = (person: string, change: (nominee: Nominee) => Nominee): Nomination => {
    const before = nominees[person]
    return before ? { ...nomination, nominees: { ...nominees, [person]: change(before) } } : nomination
  }
  switch (event.type) {
    case 'PersonNominated': {
      const { person, ...facts } = event.data
      return {
        ...nomination,
        declined: declined.filter((practice) => practice !== facts.practiceId),
        nominees: { ...nominees, [person]: { status: 'nominated', ...facts, round } },
      }
    }
    case 'NominationWithdrawn': {
      const { [event.data.person]: _, ...rest } = nominees
      return { ...nomination, nominees: rest }
    }
    case 'PracticeDeclined':
      return { ...nomination, declined: [...declined, event.data.practiceId] }
    case 'NominationAccepted': {
      const { person, declaration } = event.data
      return withNominee(person, (before) => ({ ...before, status: 'accepted', declaration, declaredAt: event.at }))
    }
    case 'NominationDeclined':
      return withNominee(event.data.person, ({ practiceId, profession, experienced, round: nominatedIn }) => ({
        status: 'declined',
        practiceId,
        profession,
        experienced,
        round: nominatedIn,
      }))
    case 'NominationClosed':
      return { status: 'closed', round, practices, declined, nominees, closedAt: event.at }
    default:
      return nomination
  }
}
