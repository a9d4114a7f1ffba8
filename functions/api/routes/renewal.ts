import { declarationSchema } from '../../../domain/register/declaration.ts'
import { renewDeclaration } from '../../../domain/renewal/decide.ts'
import { viewRenewal } from '../../../domain/renewal/view.ts'
import * as z from '../../../domain/zod.ts'
import { loadMatter } from '../../conflicts/world.ts'
import { readEntry } from '../../store/register-store.ts'
import { renewalAnswer } from '../answers/renewal.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { mustBeDeclarable } from '../declarable.ts'
import { caseView, noQuery } from '../view.ts'

/** Before a member reads the first tender, or an officer decides on one, they declare whether they have an interest in anybody whom the tenders name. */
export function renewalRoutes(app: Api): void {
  caseCommand(app, {
    name: 'renew-declaration',
    summary: 'Declare your interests in the organisations that the tenders name, or that you have none',
    body: z.strictObject({ declaration: declarationSchema }),
    decide: async (theCase, { declaration: said }, command) => {
      const { person, at, deps } = command
      await mustBeDeclarable(deps, person.id, said, at)
      const matter = await loadMatter(deps, theCase, command.register)
      return renewDeclaration(theCase, { person: person.id, said, matter }, command)
    },
  })
  caseView(app, {
    name: 'view-renewal',
    path: '/declaration',
    summary: 'The organisations that the tenders name, and what you have declared so far',
    answer: renewalAnswer,
    query: noQuery,
    unversioned: true,
    view: async (theCase, { person, deps }) => viewRenewal(theCase, person.id, await readEntry(deps, person.id)),
  })
}
