import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { isLockedOut } from '../conflict/conflict.ts'
import { isSecretariat } from '../locality/locality.ts'
import type { Draw } from '../panel-draw/draw.ts'
import { lacking } from '../panel-draw/lacking.ts'
import { sourceKind } from '../panel-draw/source-of.ts'
import { makeUp, ownChance, published } from '../panel-draw/view.ts'
import { servedIn } from '../standing-panel/served.ts'
import type { StandingPanel } from '../standing-panel/standing-panel.ts'
import { chair, chosenChair, isMember, seatOf, vacancies, votingMembers } from './panel.ts'

/** What somebody sees of a panel: the draws as the public does; their own seat and chance; who sits, when it is formed. */
export function viewPanel(theCase: Case, { person, as }: Viewer) {
  const { panel, ruleBook, draws = {}, nomination, life } = theCase
  const secretariat = isSecretariat(as) || as === 'auditor'
  const members = votingMembers(panel)
  const formed = vacancies(panel, ruleBook) === 0 && chosenChair(panel) !== undefined
  const seesMembers = secretariat || isMember(panel, person.id) || formed || life.stage !== 'panel-formation'
  const nominee = nomination?.nominees[person.id]
  const seat = seatOf(panel, person.id)
  return {
    makeUp: makeUp(theCase),
    vacancies: vacancies(panel, ruleBook),
    draws: Object.values(draws).map(published),
    ...(seesMembers && { members, chair: chair(panel) }),
    ...(secretariat && { seats: panel?.seats ?? {} }),
    ...((secretariat || as === 'approver') && panel?.impossible && { impossible: panel.impossible }),
    ...((secretariat || as === 'approver') && lacksRandomness(theCase)),
    ...(panel?.standing && seesMembers && { standing: viewStanding(theCase, panel.standing) }),
    ...(panel?.relaxed && panel.relaxed.length > 0 && { relaxed: panel.relaxed }),
    ...((secretariat || as === 'approver') && copiedBy(theCase, person.id)),
    ...(person.practiceId !== undefined && { contribution: contributionOf(theCase, person.practiceId) }),
    ...(nominee && {
      you: {
        ...(seat && { seat: seat.status }),
        chances: Object.values(draws).flatMap((draw) => ownChance(draw, person.id)),
      },
    }),
    ...((secretariat || isMember(panel, person.id)) && { choiceOfChair: viewChoice(theCase, person.id) }),
  }
}

/** What the draw lacks past its deadline: the manager, or the approver, can take the randomness from elsewhere. */
function lacksRandomness(theCase: Case): { lacks?: ReturnType<typeof lacking> } {
  const lacks = lacking(theCase)
  return lacks ? { lacks } : {}
}

/** While public numbers are waited for: whether this person has copied them down, and how many others have. */
function copiedBy(theCase: Case, person: string): { numbers?: { yours: boolean; others: number } } {
  const { status, copiedBy: people = [], entered } = theCase.panel?.draw ?? {}
  if (status !== 'committed' || entered) return {}
  const others = people.filter((one) => one !== person && !isLockedOut(theCase, one))
  return { numbers: { yours: people.includes(person), others: others.length } }
}

/** Why these people sit: for how long they serve the area, and who of them sits on this case. */
const viewStanding = (theCase: Case, standing: StandingPanel) => ({
  area: standing.area,
  from: standing.from,
  until: standing.until,
  drawnHere: standing.id !== theCase.nomination?.standing?.id,
  sat: servedIn(theCase, standing).sat,
})

function viewChoice({ panel }: Case, person: string) {
  const choice = panel?.chair
  if (!choice) return { status: 'not yet' as const }
  if (choice.status === 'chosen') return { status: choice.status, person: choice.person, how: choice.how }
  const { round, candidates, votes } = choice
  return {
    status: choice.status,
    round,
    candidates,
    voted: Object.keys(votes).length,
    ...(votes[person] !== undefined && { yours: votes[person] }),
  }
}

/** Where somebody's practice stands with the randomness of the draws. */
function contributionOf({ panel, ruleBook, life, draws = {} }: Case, practiceId: string) {
  const { number, contributors = [], revealed = [], status, exists } = panel?.draw ?? {}
  const standing = panel?.contributions?.[practiceId]
  const owes = status === 'committed' && contributors.includes(practiceId) && !revealed.includes(practiceId)
  // Nobody is asked for a number while it has to stay secret.
  const open = life.status === 'open'
  // A number is revealed in a case that is paused, too: a pause stops no randomness.
  const wait = life.status === 'ended' ? [] : [life.wait?.name, life.substitution?.wait?.name]
  // Nor while nothing is being drawn.
  const drawing = open && (['nomination', 'panel-formation'].includes(life.stage) || life.substitution !== undefined)
  const toReveal = owes && wait.includes('reveals')
  return {
    wanted: drawing && sourceKind(ruleBook) === 'commit-reveal',
    ...(standing !== undefined && { commitment: standing }),
    toReveal,
    ...(owes && !toReveal && { revealFrom: exists }),
    ...(toReveal && number !== undefined && promisedIn(draws[number], practiceId)),
  }
}

/** What a practice committed to in a draw: a number that waits for the next one is not to be revealed in its place. */
function promisedIn(draw: Draw | undefined, practiceId: string): { promised?: string } {
  const source = draw?.terms.source
  const promised = source?.kind === 'commit-reveal' && source.contributions.find(({ by }) => by === practiceId)
  return promised ? { promised: promised.commitment } : {}
}
