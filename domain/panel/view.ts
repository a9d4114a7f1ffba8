import type { Case } from '../case/case.ts'
import type { Viewer } from '../case/view.ts'
import { certificate } from '../panel-draw/certificate.ts'
import { chances } from '../panel-draw/chances.ts'
import type { Draw } from '../panel-draw/draw.ts'
import { constraintsOf } from '../panel-draw/pool.ts'
import { chair, isMember, seatOf, vacancies, votingMembers } from './panel.ts'

/** What somebody sees of a panel: the draws as the public does; their own seat and chance; who sits, when it is formed. */
export function viewPanel(theCase: Case, { person, as }: Viewer) {
  const { panel, ruleBook, draws = {}, nomination, life } = theCase
  const secretariat = as.endsWith('programme-manager') || as === 'auditor'
  const members = votingMembers(panel)
  const formed = vacancies(panel, ruleBook) === 0 && chair(panel) !== undefined
  const seesMembers = secretariat || isMember(panel, person.id) || formed || life.stage !== 'panel-formation'
  const nominee = nomination?.nominees[person.id]
  const seat = seatOf(panel, person.id)
  return {
    constraints: constraintsOf(ruleBook),
    vacancies: vacancies(panel, ruleBook),
    draws: Object.values(draws).map(published),
    ...(seesMembers && { members, chair: chair(panel) }),
    ...(secretariat && { seats: panel?.seats ?? {} }),
    ...(nominee && {
      you: {
        ...(seat && { seat: seat.status }),
        chances: Object.values(draws).flatMap((draw) => ownChance(draw, person.id)),
      },
    }),
    ...((secretariat || isMember(panel, person.id)) && { choiceOfChair: viewChoice(theCase, person.id) }),
  }
}

/** A draw as everybody may see it: what was committed to, and when it has been made, its certificate. */
export function published(draw: Draw) {
  const { terms, commitment, committedAt, status } = draw
  return {
    status,
    draw: terms.draw,
    commitment,
    committedAt,
    panels: terms.panels,
    ...(status === 'abandoned' && { reason: draw.reason }),
    ...(status === 'drawn' && { certificate: certificate(draw) }),
  }
}

/** A nominee's own chance in one draw, exactly, and out of a thousand for reading. */
function ownChance({ terms, people }: Draw, person: string) {
  const pseudonym = Object.keys(people).find((name) => people[name] === person)
  const chance = pseudonym === undefined ? undefined : chances(terms).get(pseudonym)
  if (!chance) return []
  return [
    {
      draw: terms.draw,
      pseudonym,
      chance: chance.toFraction(),
      inAThousand: chance.mul(1000).round().toFraction(),
      because: `Of ${terms.panels} possible panels, each equally likely, ${chance.mul(terms.panels).toFraction()} contain you.`,
    },
  ]
}

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
