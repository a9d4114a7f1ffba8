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
      ...(nomination?.standing && { standing: nomination.standing }),
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
    case 'StandingPanelCalled': {
      const { panel, people } = event.data
      const called = panel.members
        .filter(({ person }) => people.includes(person))
        .map(({ person, ...facts }) => [person, { status: 'nominated' as const, ...facts, round }] as const)
      return { ...nomination, standing: panel, nominees: { ...nominees, ...Object.fromEntries(called) } }
    }
    case 'StandingPanelSetAside': {
      const { standing: _, ...rest } = nomination
      return rest
    }
    case 'NominationWithdrawn': {
      const { [event.data.person]: _, ...rest } = nominees
      return { ...nomination, nominees: rest }
    }
    case 'PracticeDeclined':
      return { ...nomination, declined: [...declined, event.data.practiceId] }
    case 'PracticesCannotAnswer': {
      const { lockedOut: _, ...rest } = nomination
      return event.data.practices.length > 0 ? { ...rest, lockedOut: event.data.practices } : rest
    }
    case 'NominationAccepted': {
      const { person, declaration } = event.data
      return withNominee(person, (before) => ({ ...before, status: 'accepted', declaration, declaredAt: event.at }))
    }
    // People who decide without sitting also declare, without having accepted a nomination.
    case 'DeclarationRenewed': {
      const { person, declaration } = event.data
      return withNominee(person, (before) =>
        before.status === 'accepted' ? { ...before, declaration, declaredAt: event.at } : before,
      )
    }
    case 'NominationDeclined':
      return withNominee(event.data.person, ({ practiceId, profession, experienced, skills, round: nominatedIn }) => ({
        ...{ status: 'declined', practiceId, profession, experienced, round: nominatedIn },
        ...(skills && { skills }),
      }))
    case 'NominationClosed':
      return {
        ...{ status: 'closed', round, practices, declined, nominees, closedAt: event.at },
        ...(nomination.standing && { standing: nomination.standing }),
      }
    default:
      return nomination
  }
}
