import type { Case } from '../../../domain/case/case.ts'
import { checkBefore } from '../../../domain/conflict/check-before.ts'
import { rulings } from '../../../domain/conflict/conflict.ts'
import { decideConflict } from '../../../domain/conflict/decide.ts'
import type { SkillsOf } from '../../../domain/conflict/sole-expert.ts'
import { viewConflicts } from '../../../domain/conflict/view.ts'
import { pool } from '../../../domain/nomination/nomination.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { closeTo, ownOrganisations } from '../../../domain/register/own-interest.ts'
import * as z from '../../../domain/zod.ts'
import { loadWorld, matterIn } from '../../conflicts/world.ts'
import type { Deps } from '../../runtime/deps.ts'
import { loadPeople, loadPerson } from '../../store/locality-store.ts'
import { checkedBeforeAnswer, conflictsAnswer } from '../answers/conflict.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { idSchema, reason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

export function conflictRoutes(app: Api): void {
  caseCommand(app, {
    name: 'adjudicate-interest',
    summary: 'Rule on a flagged interest: cleared, managed or barred, with reasons',
    body: z.strictObject({
      person: idSchema,
      ruling: z.enum(rulings, 'Choose whether the interest is cleared, managed or bars'),
      read: z
        .array(hashSchema)
        .min(1, 'Name the findings that you rule on')
        .max(500)
        .describe('The `reading` of every open finding of theirs, as you read it: refused when something else is open'),
      reasons: reason,
      mitigation: reason.optional(),
      soleExpertIn: z
        .string()
        .trim()
        .min(1)
        .max(100)
        .optional()
        .describe('One of `skills` in `/conflicts`, which the case needs, and which nobody else who may sit has'),
    }),
    decidesAlone: ['approver'],
    decide: async (
      theCase,
      { person, ruling, read, reasons, mitigation, soleExpertIn },
      { person: acting, as, deps, register: head },
    ) => {
      const { register, works } = await loadWorld(deps, head)
      return decideConflict(theCase, {
        type: 'AdjudicateInterest',
        ...{ person, ruling, read, reasons },
        ...(mitigation !== undefined && { mitigation }),
        ...(soleExpertIn !== undefined && {
          soleExpertIn,
          skillsOf: await loadSkills(deps, theCase),
        }),
        adjudicator: {
          ...{ person: acting.id, as },
          interestedIn: [...ownOrganisations(acting.id, { ...register, works })],
          closeTo: closeTo(acting.id, register),
        },
      })
    },
  })
  caseView(app, {
    name: 'view-conflicts',
    path: '/conflicts',
    summary: 'How nominees stand after the conflict check; your own standing if you are not of the secretariat',
    answer: conflictsAnswer,
    query: noQuery,
    view: (theCase, seen) => viewConflicts(theCase, seen),
  })
  caseView(app, {
    name: 'check-person',
    path: '/check-person',
    summary: 'How a nomination of one of your own people, or of yourself, would stand, before it is made',
    answer: checkedBeforeAnswer,
    query: z.object({ person: idSchema }),
    unversioned: true,
    view: async (theCase, { person: asks, deps, query: { person } }) => {
      const [known, world] = await Promise.all([loadPerson(deps, person), loadWorld(deps)])
      // Somebody unknown and somebody of another practice are the same to a practice.
      if (!known?.person.practiceId || known.person.practiceId !== asks.practiceId)
        throw new Refusal('Invalid', 'A practice can only check its own people.', [
          { path: ['person'], message: 'Choose a person from your practice' },
        ])
      const at = deps.now()
      const entry = world.register.entries.find((one) => one.person === person)
      const whom = { person, practiceId: known.person.practiceId, entry }
      // Whom the tenders name is no practice's to learn.
      const { tender: _, ...untendered } = theCase
      const matter = matterIn(world, untendered, at)
      return checkBefore(theCase, whom, matter, { at, self: asks.id === person })
    },
  })
}

/** What the register of people says that the nominees can do. */
async function loadSkills(deps: Deps, { nomination }: Case): Promise<SkillsOf> {
  const known = await loadPeople(deps, nomination ? pool(nomination) : [])
  return (person) => known.get(person)?.skills ?? []
}
