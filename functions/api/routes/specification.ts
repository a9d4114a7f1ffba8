import { findings, verdicts } from '../../../domain/appraisal/appraisal.ts'
import { checklistItems } from '../../../domain/appraisal/checklist.ts'
import { decideAppraisal } from '../../../domain/appraisal/decide.ts'
import { viewAppraisal } from '../../../domain/appraisal/view.ts'
import { decideBusinessCase } from '../../../domain/business-case/decide.ts'
import { mustHaveBeenHeld } from '../../../domain/proposal/consulted.ts'
import { proposalFormSchema } from '../../../domain/proposal/proposal.ts'
import { checkContent } from '../../../domain/specification/check-content.ts'
import { enteredContentSchema } from '../../../domain/specification/content.ts'
import { decideSpecification } from '../../../domain/specification/decide.ts'
import { sectionNames } from '../../../domain/specification/template.ts'
import { viewChanges, viewSpecification } from '../../../domain/specification/view.ts'
import { enteredInstant } from '../../../domain/time/entered.ts'
import { ABSTAIN } from '../../../domain/vote/vote.ts'
import * as z from '../../../domain/zod.ts'
import { loadMatter } from '../../conflicts/world.ts'
import { mustBeAttached } from '../../store/attachment-store.ts'
import { appraisalAnswer, changesAnswer, specificationAnswer } from '../answers/specification.ts'
import type { Api } from '../api.ts'
import { belonging } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { numberAsked, numbered, round } from '../numbers.ts'
import { panelNames } from '../panel-names.ts'
import { criterionId, shortReason } from '../text.ts'
import { caseView, noQuery } from '../view.ts'

/** The panel appraises the proposal, specifies the service; the approver answers. */
export function specificationRoutes(app: Api): void {
  caseCommand(app, {
    name: 'answer-checklist',
    summary: 'Answer an item of the milestone 1 checklist for the panel',
    body: z.strictObject({
      item: z.enum(checklistItems),
      finding: z.enum(findings),
      comment: shortReason,
      over: enteredInstant.nullable().optional().meta({
        description: 'When the answer that was read was given, null where there was none: no later one is replaced',
      }),
    }),
    decide: (theCase, body, command) =>
      decideAppraisal(theCase, { type: 'AnswerChecklist', person: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'vote-on-proposal',
    summary: 'Vote, with reasons, that the proposal proceeds, is returned or is declined',
    body: z.strictObject({ round, option: z.enum([...verdicts, ABSTAIN]), reasons: shortReason }),
    decide: (theCase, body, command) =>
      decideAppraisal(theCase, { type: 'VoteOnProposal', person: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'revise-proposal',
    summary: 'Send a proposal that the panel returned again, revised',
    body: z.strictObject({ form: proposalFormSchema }),
    decide: async (theCase, { form }, command) => {
      mustHaveBeenHeld(form, command.at, ['form'])
      await mustBeAttached(command.deps, theCase.id, form, ['form'])
      return decideAppraisal(theCase, { type: 'ReviseProposal', form }, command)
    },
  })
  caseCommand(app, {
    name: 'save-version',
    summary: 'Save a version of the specification',
    body: z.strictObject({ basedOn: z.int().min(0).max(100_000), content: enteredContentSchema, reason: shortReason }),
    load: ['versions'],
    decide: (theCase, body, command) =>
      decideSpecification(theCase, { type: 'SaveVersion', person: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'check-version',
    summary: 'See what a version would lack, and a worked example of its price formula; nothing is kept',
    body: z.strictObject({ content: enteredContentSchema }),
    decide: () => [],
    answer: (_, { content }) => ({ checked: checkContent(content) }),
  })
  caseCommand(app, {
    name: 'comment',
    summary: 'Comment on a version of the specification',
    body: z.strictObject({
      version: numbered,
      section: z.enum(sectionNames).optional(),
      criterion: criterionId.optional(),
      text: shortReason,
    }),
    load: ['versions'],
    decide: (theCase, { version, section, criterion, text }, command) =>
      decideSpecification(
        theCase,
        {
          type: 'Comment',
          person: command.person.id,
          version,
          text,
          ...(section !== undefined && { section }),
          ...(criterion !== undefined && { criterion }),
        },
        command,
      ),
  })
  caseCommand(app, {
    name: 'answer-comment',
    summary: 'Answer a comment; one that was resolved is open again',
    body: z.strictObject({ number: numbered, text: shortReason }),
    load: ['comments'],
    decide: (theCase, body, command) =>
      decideSpecification(theCase, { type: 'AnswerComment', person: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'resolve-comment',
    summary: 'Resolve a comment, with what was done about it',
    body: z.strictObject({ number: numbered, how: shortReason }),
    load: ['comments'],
    decide: (theCase, body, command) =>
      decideSpecification(theCase, { type: 'ResolveComment', person: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'put-to-vote',
    summary: 'Put the latest version of the specification to the vote',
    body: z.strictObject({ version: numbered }),
    load: ['versions'],
    decide: (theCase, body, command) =>
      decideSpecification(theCase, { type: 'PutToVote', person: command.person.id, ...body }, command),
  })
  caseCommand(app, {
    name: 'vote-on-specification',
    summary: 'Vote, with reasons, for or against the version that was put',
    body: z.strictObject({ round, option: z.enum(['for', 'against', ABSTAIN]), reasons: shortReason }),
    load: ['versions'],
    decide: async (theCase, body, command) =>
      decideSpecification(
        theCase,
        { type: 'VoteOnSpecification', person: command.person.id, ...body },
        command,
        // After the publication the last ballot needed decides at once.
        theCase.life.stage === 'tender' ? await loadMatter(command.deps, theCase) : undefined,
      ),
  })
  caseCommand(app, {
    name: 'approve-business-case',
    summary: 'Approve the business case, with reasons',
    body: z.strictObject({ reasons: shortReason }),
    decidesAlone: ['approver'],
    decide: (theCase, { reasons }, { person }) =>
      decideBusinessCase(theCase, { type: 'ApproveBusinessCase', approver: belonging(person), reasons }),
  })
  caseCommand(app, {
    name: 'reject-business-case',
    summary: 'Reject the business case, with reasons: back to the panel, or the case ends',
    body: z.strictObject({ reasons: shortReason, next: z.enum(['back to the panel', 'end the case']) }),
    load: ['draws'],
    decidesAlone: ['approver'],
    decide: (theCase, body, { person }) =>
      decideBusinessCase(theCase, { type: 'RejectBusinessCase', approver: belonging(person), ...body }),
  })
  caseView(app, {
    name: 'view-appraisal',
    path: '/appraisal',
    summary: 'The panel’s appraisal of the proposal',
    answer: appraisalAnswer,
    query: noQuery,
    view: async (theCase, seen) => {
      const seenOf = viewAppraisal(theCase, seen)
      return 'answers' in seenOf ? { ...seenOf, people: await panelNames(seen.deps, theCase) } : seenOf
    },
  })
  caseView(app, {
    name: 'view-specification',
    path: '/specification',
    summary: 'The specification: a version, all versions, comments and the state of the vote',
    answer: specificationAnswer,
    query: z.object({ version: numberAsked.optional() }),
    load: ['versions', 'comments'],
    view: async (theCase, seen) => ({
      ...viewSpecification(theCase, seen, seen.query.version),
      people: await panelNames(seen.deps, theCase),
    }),
  })
  caseView(app, {
    name: 'view-specification-changes',
    path: '/specification/changes',
    summary: 'What changed from one version of the specification to another',
    answer: changesAnswer,
    query: z.object({ from: numberAsked, to: numberAsked }),
    load: ['versions'],
    view: (theCase, { query: { from, to } }) => viewChanges(theCase, from, to),
  })
}
