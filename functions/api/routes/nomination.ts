import { decideNomination } from '../../../domain/nomination/decide.ts'
import { factsOf } from '../../../domain/nomination/facts.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { declarationSchema } from '../../../domain/register/declaration.ts'
import { declaredBefore } from '../../../domain/register/expiry.ts'
import * as z from '../../../domain/zod.ts'
import { loadPerson } from '../../store/locality-store.ts'
import { readEntry } from '../../store/register-store.ts'
import type { Api } from '../api.ts'
import { practiceOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { mustBeDeclarable } from '../declarable.ts'
import { idSchema, reason } from '../text.ts'

export function nominationRoutes(app: Api): void {
  caseCommand(app, {
    name: 'nominate',
    summary: 'Nominate a person from your practice for the panel',
    body: z.strictObject({ person: idSchema }),
    decide: async (theCase, body, { person, at, deps }) => {
      const known = await loadPerson(deps, body.person)
      // Somebody unknown and somebody of another practice are the same to a practice.
      if (!known || known.person.practiceId !== person.practiceId)
        throw new Refusal('Invalid', 'A practice can only nominate its own people.', [
          { path: ['person'], message: 'Choose a person from your practice' },
        ])
      const facts = factsOf(known.person, theCase.ruleBook.panel.skills, at)
      return decideNomination(theCase, { type: 'Nominate', person: body.person, facts })
    },
  })
  caseCommand(app, {
    name: 'withdraw-nomination',
    summary: 'Take back a nomination that has not been answered',
    body: z.strictObject({ person: idSchema }),
    decide: (theCase, body, { person }) =>
      decideNomination(theCase, { type: 'WithdrawNomination', ...body, practiceId: practiceOf(person) }),
  })
  caseCommand(app, {
    name: 'decline-to-nominate',
    summary: 'Say that your practice will not nominate, and why',
    body: z.strictObject({ reason }),
    decide: (theCase, body, { person }) =>
      decideNomination(theCase, { type: 'DeclineToNominate', practiceId: practiceOf(person), ...body }),
  })
  caseCommand(app, {
    name: 'accept-nomination',
    summary: 'Accept your nomination and declare your interests, or confirm what you declared in the register',
    body: z.strictObject({ declaration: declarationSchema.optional() }),
    decide: async (theCase, body, { person, at, deps }) => {
      const declaration =
        body.declaration ?? declaredBefore(await readEntry(deps, person.id), at, theCase.ruleBook.conflict)
      await mustBeDeclarable(deps, person.id, declaration, at)
      return decideNomination(theCase, { type: 'AcceptNomination', person: person.id, declaration })
    },
  })
  caseCommand(app, {
    name: 'decline-nomination',
    summary: 'Decline your nomination',
    body: z.strictObject({ reason: reason.optional() }),
    decide: (theCase, body, { person }) =>
      decideNomination(theCase, {
        type: 'DeclineNomination',
        person: person.id,
        ...(body.reason !== undefined && { reason: body.reason }),
      }),
  })
}
