import { stages } from '../../../domain/case/case.ts'
import { decideLife, mustBeOpen } from '../../../domain/case/decide.ts'
import { mustBeDisinterested } from '../../../domain/decision/disinterested.ts'
import { documentsOnlyIn } from '../../../domain/record/documents.ts'
import { withoutWhatWasSaid } from '../../../domain/record/erase.ts'
import { substituting } from '../../../domain/substitution/substituting.ts'
import { enteredInstant } from '../../../domain/time/entered.ts'
import { decideWait } from '../../../domain/wait/decide.ts'
import { waitRules } from '../../../domain/wait/rules.ts'
import * as z from '../../../domain/zod.ts'
import { placeOfProposal } from '../../store/attachment-store.ts'
import { eventAt, exportRecord } from '../../store/event-store.ts'
import { payloadKeys } from '../../store/payload.ts'
import { removeAttached } from '../../store/supplied-store.ts'
import { remove } from '../../store/transaction.ts'
import type { Api } from '../api.ts'
import { ownOf } from '../belonging.ts'
import { caseCommand } from '../command.ts'
import { numbered } from '../numbers.ts'
import { reason } from '../text.ts'

/** What the programme manager does with a case at any stage; each is recorded with its reason. */
export function caseRoutes(app: Api): void {
  caseCommand(app, {
    name: 'extend-deadline',
    summary: 'Give more time to those the case is waiting for',
    body: z.strictObject({ dueAt: enteredInstant, reason, of: z.enum(['stage', 'substitution']).default('stage') }),
    decide: (theCase, { of, ...body }, command) => {
      mustBeOpen(theCase)
      const seen = of === 'substitution' ? substituting(theCase) : theCase
      return decideWait(seen, { type: 'ExtendDeadline', ...body }, command)
    },
  })
  caseCommand(app, {
    name: 'remind',
    summary: 'Send a reminder to those the case is waiting for',
    body: z.strictObject({ reason }),
    decide: (theCase, body, command) => {
      mustBeOpen(theCase)
      const { wait } = theCase.life
      const who = wait ? waitRules[wait.name].waitsFor(theCase) : []
      return decideWait(theCase, { type: 'Remind', who, ...body }, command)
    },
  })
  caseCommand(app, {
    name: 'pause',
    summary: 'Pause the case: the clock of its stage stops',
    body: z.strictObject({ reason }),
    decide: (theCase, body, command) => decideLife(theCase, { type: 'Pause', ...body }, command),
  })
  caseCommand(app, {
    name: 'resume',
    summary: 'Resume a paused case where it stopped',
    body: z.strictObject({ reason }),
    decide: (theCase, body, command) => decideLife(theCase, { type: 'Resume', ...body }, command),
  })
  caseCommand(app, {
    name: 'withdraw',
    summary: 'Withdraw the case at the proposer’s request',
    body: z.strictObject({ reason }),
    load: ['draws'],
    decide: (theCase, body, command) => decideLife(theCase, { type: 'Withdraw', ...body }, command),
  })
  for (const [name, type, summary] of [
    [
      'ask-for-erasure',
      'AskForErasure',
      'Ask for the content of an event of an ended case to be erased: a second person must agree',
    ],
    ['take-back-erasure', 'TakeBackErasure', 'Take back that you asked for the content of an event to be erased'],
  ] as const)
    caseCommand(app, {
      ...{ name, summary },
      body: z.strictObject({ sequence: numbered, reason }),
      decide: async (theCase, body, command) => {
        const event = await eventAt(command.deps, theCase.id, body.sequence)
        return decideLife(theCase, { type, ...body, event }, command)
      },
    })
  caseCommand(app, {
    name: 'erase-payload',
    summary:
      'Erase the content of an event of an ended case, wherever it is kept, once another person has asked for it; the chain still verifies',
    body: z.strictObject({ sequence: numbered, reason }),
    load: ['draws', 'versions', 'comments', 'workshops', 'scoreSheets', 'letters'],
    decide: async (theCase, body, command) => {
      const event = await eventAt(command.deps, theCase.id, body.sequence)
      const gone = event?.payload ? payloadKeys(theCase.id, body.sequence, event.payload) : []
      command.also.push(...gone.map((key) => remove(command.deps, key)))
      return decideLife(theCase, { type: 'ErasePayload', ...body, event }, command)
    },
    redact: async (theCase, { sequence }, { deps }) => {
      const { events } = await exportRecord(deps, theCase)
      // Before it is committed: what is stopped in between is asked for again, and nothing is left behind that nobody knows of.
      await removeAttached(deps, placeOfProposal(theCase.id), documentsOnlyIn(sequence, events))
      const event = events.find(({ entry }) => entry.sequence === sequence)
      const erased = { sequence, type: event?.entry.type ?? '', data: event?.payload?.data }
      return (state) => withoutWhatWasSaid(state, erased, events)
    },
  })
  caseCommand(app, {
    name: 'send-back',
    summary: 'Send the case back to an earlier stage: the secretariat until the prices are open, then the approver',
    body: z.strictObject({ to: z.enum(stages), reason }),
    load: ['draws'],
    decidesAlone: ['approver'],
    decide: async (theCase, body, command) => {
      const events = decideLife(theCase, { type: 'SendBack', ...body }, command)
      if ('person' in command.by && command.by.as === 'approver') mustBeDisinterested(theCase, await ownOf(command))
      return events
    },
  })
}
