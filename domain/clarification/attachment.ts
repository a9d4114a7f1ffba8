import type { Case } from '../case/case.ts'
import type { Organisation } from '../locality/locality.ts'
import { type Fault, Refusal, refuseUnless } from '../refusal.ts'
import type { SuppliedDocument } from '../tender/document.ts'
import { type DocumentType, documentTypes } from '../tender/document-type.ts'
import { mustBeNewDocuments } from '../tender/new-document.ts'
import type { Instant } from '../time/instant.ts'
import type { Question } from './clarification.ts'
import { namesIn } from './identifying.ts'

/** A document as it was sent, with what can be read in it. */
export interface Attaching extends SuppliedDocument {
  /** Its words, as far as a machine can read them. */
  text: string
  /** Who wrote it, as the document itself says. */
  authors: string[]
}

/** What the record keeps of it. */
export const attached = ({ text: _, authors: __, ...document }: Attaching): SuppliedDocument => document

/**
 * A document names its author where nobody looks, so it is looked there: the name of whoever asks, in the document or in its
 * name, and who wrote it. What no machine reads, whoever answers sees before it is published.
 */
export function faultsOfQuestionDocuments(documents: readonly Attaching[], asker: readonly Organisation[]): Fault[] {
  return documents.flatMap(({ name, text, authors }, index) => {
    const path = ['documents', index, 'name']
    const [author] = authors
    return [
      ...namesIn(`${name} ${text}`, asker).map((found) => ({
        path,
        message: `“${found}” is in “${name}”, and shows who is asking. Take it out of the document and its name`,
      })),
      ...(author === undefined
        ? []
        : [
            {
              path,
              message: `“${name}” says that ${author} wrote it. Take that out (in Word: File, Info, Inspect Document), or send it as plain text`,
            },
          ]),
    ]
  })
}

/** The person who answers may name their own organisation; for any other that they name, they are asked whether they mean to. */
export const faultsOfAnswerDocuments = (
  documents: readonly Attaching[],
  organisations: readonly Organisation[],
): Fault[] =>
  documents.flatMap(({ name, text }, index) =>
    namesIn(`${name} ${text}`, organisations).map((found) => ({
      path: ['documents', index, 'name'],
      message: `“${found}” is in “${name}”, and is the name of an organisation. Take it out, or confirm that you mean to name it`,
    })),
  )

/** What a bidder calls a document can tell who it is: it is published by a name of its own. */
export function neutralName(type: DocumentType, number: number): string {
  return `Document ${number} of the question.${documentTypes[type].endings[0]}`
}

interface Placed extends SuppliedDocument {
  at: Instant
}

/** What everybody may read of a question: what came with its answer, and what of its own was published. */
export function publishedDocuments({ documents = [], answer }: Question): Placed[] {
  if (!answer) return []
  const own = documents.map((one, index) => ({ ...one, name: neutralName(one.type, index + 1) }))
  return [...(answer.withDocuments ? own : []), ...(answer.documents ?? [])].map((one) => ({ ...one, at: answer.at }))
}

/** Where a published document lies. @throws Refusal `NotFound` */
export function publishedDocument({ tender }: Case, documentId: string): Placed {
  const questions = tender && tender.status !== 'due' ? tender.questions : []
  const document = questions.flatMap(publishedDocuments).find(({ id }) => id === documentId)
  refuseUnless(document, 'NotFound', 'There is no such document.')
  return document
}

/** Where a document that came with a question is stored, published or not: for the people who answer. @throws Refusal `NotFound` */
export function questionDocument({ tender }: Case, documentId: string): Placed {
  const questions = tender && tender.status !== 'due' ? tender.questions : []
  for (const { documents = [], askedAt } of questions) {
    const index = documents.findIndex(({ id }) => id === documentId)
    const document = documents[index]
    if (document) return { ...document, name: neutralName(document.type, index + 1), at: askedAt }
  }
  throw new Refusal('NotFound', 'There is no such document.')
}

/** @throws Refusal `Invalid` for what takes the place of a document that came with a question or an answer */
export function mustBeNew({ tender }: Case, documents: readonly { id: string }[]): void {
  const questions = tender && tender.status !== 'due' ? tender.questions : []
  mustBeNewDocuments(
    questions.flatMap((one) => [...(one.documents ?? []), ...(one.answer?.documents ?? [])]),
    documents,
  )
}
