import { mustHaveBeenHeld } from '../../../domain/proposal/consulted.ts'
import { decideProposal } from '../../../domain/proposal/decide.ts'
import { proposalFormSchema } from '../../../domain/proposal/proposal.ts'
import { ruleBookSchema } from '../../../domain/rule-book/rule-book.ts'
import * as z from '../../../domain/zod.ts'
import { mustBeAttached } from '../../store/attachment-store.ts'
import type { Api } from '../api.ts'
import { caseCommand } from '../command.ts'
import { reason } from '../text.ts'

export function proposalRoutes(app: Api): void {
  caseCommand(app, {
    name: 'accept-proposal',
    summary: 'Accept a complete proposal: its rules are fixed, and the practices are invited',
    body: z.strictObject({ ruleBook: ruleBookSchema.prefault({}) }),
    decide: (theCase, { ruleBook }, command) => {
      const { randomness = command.deps.randomness } = ruleBook.panel
      const fixed = { ...ruleBook, panel: { ...ruleBook.panel, randomness } }
      return decideProposal(theCase, { type: 'AcceptProposal', ruleBook: fixed }, command)
    },
  })
  caseCommand(app, {
    name: 'return-proposal',
    summary: 'Return a proposal to its proposer, with reasons',
    body: z.strictObject({ reasons: reason }),
    decide: (theCase, { reasons }, command) => decideProposal(theCase, { type: 'ReturnProposal', reasons }, command),
  })
  caseCommand(app, {
    name: 'redirect-proposal',
    summary: 'Answer a proposal outside the areas we lead with where to take it',
    body: z.strictObject({ whereTo: reason.optional() }),
    decide: (theCase, { whereTo }, command) =>
      decideProposal(theCase, { type: 'RedirectProposal', ...(whereTo !== undefined && { whereTo }) }, command),
  })
  caseCommand(app, {
    name: 'resubmit-proposal',
    summary: 'Submit a returned proposal again, corrected',
    body: z.strictObject({ form: proposalFormSchema }),
    decide: async (theCase, { form }, command) => {
      mustHaveBeenHeld(form, command.at, ['form'])
      await mustBeAttached(command.deps, theCase.id, form, ['form'])
      return decideProposal(theCase, { type: 'ResubmitProposal', form }, command)
    },
  })
}
