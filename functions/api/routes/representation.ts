import type { Case } from '../../../domain/case/case.ts'
import { decideDecision } from '../../../domain/decision/decide.ts'
import { mustTakeReceived, mustTakeRepresentation } from '../../../domain/decision/decide-representation.ts'
import {
  furtherDecisions,
  MOST_REPRESENTED,
  MOST_REPRESENTED_DOCUMENTS,
  representationWays,
} from '../../../domain/decision/decision.ts'
import { representedDocument, representedDocuments } from '../../../domain/decision/represented.ts'
import { mustHaveRenewedToDecide } from '../../../domain/renewal/renewal.ts'
import { type SuppliedDocument, suppliedDocumentSchema } from '../../../domain/tender/document.ts'
import { mustBeNewDocuments } from '../../../domain/tender/new-document.ts'
import { enteredDay } from '../../../domain/time/entered.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import * as z from '../../../domain/zod.ts'
import { deps } from '../../runtime/deps.ts'
import { type Place, putTogether } from '../../store/supplied-store.ts'
import type { Acting } from '../access.ts'
import type { Api } from '../api.ts'
import { organisationOf } from '../belonging.ts'
import { type Command, caseCommand } from '../command.ts'
import { documentNamed, documentSent, documentSupplied } from '../document-part.ts'
import { numbered } from '../numbers.ts'
import { present, reasonOf } from '../text.ts'

const words = reasonOf(MOST_REPRESENTED)
const documents = z
  .array(suppliedDocumentSchema.omit({ documentKey: true }))
  .max(MOST_REPRESENTED_DOCUMENTS, `Send at most ${MOST_REPRESENTED_DOCUMENTS} documents`)
  .default([])

/** Bidders object, the secretariat records who else does, and the chair answers with the panel's further decision. */
export function representationRoutes(app: Api): void {
  caseCommand(app, {
    name: 'make-representation',
    summary: 'Object to the outcome during the standstill',
    body: z.strictObject({ text: words, documents }),
    prepare: (theCase, said, command) => attaching(theCase, said.documents, command),
    decide: (theCase, { text }, command, attached) => {
      const organisationId = organisationOf(command.person)
      return decideDecision(theCase, { type: 'MakeRepresentation', organisationId, text, documents: attached }, command)
    },
  })
  caseCommand(app, {
    name: 'record-representation',
    summary:
      'Record a representation that was received otherwise: from whom, how, and when; in time is what was received in time, also when it is recorded after the award',
    body: z.strictObject({
      from: z.string().trim().min(1, 'Enter who made it').max(200, 'Shorten this to 200 characters'),
      way: z.enum(representationWays, 'Choose how it was received'),
      on: enteredDay('Enter the day on which it was received'),
      time: z
        .string()
        .regex(
          /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/,
          'Enter the time at which it was received, like 14:05 or 14:05:30',
        ),
      text: words,
      documents,
    }),
    prepare: (theCase, said, command) => attaching(theCase, said.documents, command),
    decide: (theCase, body, command, attached) =>
      decideDecision(theCase, { type: 'RecordRepresentation', ...body, documents: attached }, command),
  })
  caseCommand(app, {
    name: 'answer-representation',
    summary: 'Communicate the panel’s further decision on an objection, with reasons',
    body: z.strictObject({
      id: numbered,
      decision: z.enum(furtherDecisions),
      reasons: words,
      present,
    }),
    decide: (theCase, body, command) =>
      decideDecision(theCase, { type: 'AnswerRepresentation', chair: command.person.id, ...body }, command),
  })
  documentSent(app, {
    name: 'upload-representation',
    path: '/representation-parts',
    summary: 'One part of a document that goes with a representation',
    place: (theCase, acting, documentId) => {
      mustTake(theCase, acting, deps().now())
      mustBeNewDocuments(representedDocuments(theCase), [{ id: documentId }])
      return placeOf(theCase, acting)
    },
  })
  documentSupplied(app, {
    name: 'read-representation-document',
    path: '/decision/document',
    summary: 'One part of a document that came with a representation, for those who consider it',
    query: documentNamed,
    document: (theCase, { document }, { person }) => {
      mustHaveRenewedToDecide(theCase, person.id)
      return representedDocument(theCase, document)
    },
  })
}

/** What was uploaded, put together and looked at. @throws Refusal `Invalid`, and where no representation is taken */
async function attaching(theCase: Case, sent: z.output<typeof documents>, command: Command) {
  mustTake(theCase, command, command.at)
  mustBeNewDocuments(representedDocuments(theCase), sent)
  const attached: SuppliedDocument[] = []
  // One after the other: each is held in memory while it is looked at.
  for (const [index, said] of sent.entries())
    attached.push(await putTogether(command.deps, placeOf(theCase, command), said, ['documents', index]))
  return attached
}

function mustTake(theCase: Case, { as, person }: Acting, at: Instant): void {
  if (as === 'provider') mustTakeRepresentation(theCase, organisationOf(person), at)
  else mustTakeReceived(theCase)
}

const placeOf = ({ id, evaluation }: Case, { as, person }: Acting): Place =>
  `${id}/${evaluation?.round ?? 0}/representation/${as === 'provider' ? organisationOf(person) : 'company'}`
