import { type SuppliedDocument, suppliedDocumentSchema } from '../tender/document.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

export const answerSchema = z.object({
  text: z.string(),
  /** The question as published, when its own words would tell who asked. */
  wording: z.string().optional(),
  documents: z.array(suppliedDocumentSchema).optional(),
  /** What came with the question is published too. */
  withDocuments: z.boolean().optional(),
  at: instantSchema,
})

/** A clarification question; the record knows who asked, the other bidders and the programme manager do not. */
export const questionSchema = z.object({
  id: z.int().min(1),
  organisationId: z.string(),
  /** As it was asked: kept for the auditor when it is published in other words. */
  text: z.string(),
  askedAt: instantSchema,
  /** What came with it: for whoever answers, and for everybody where it is published with the answer. */
  documents: z.array(suppliedDocumentSchema).optional(),
  answer: answerSchema.optional(),
})
export type Question = z.infer<typeof questionSchema>

export type ClarificationEvent =
  | {
      type: 'QuestionAsked'
      data: { id: number; organisationId: string; text: string; documents?: SuppliedDocument[] }
    }
  | {
      type: 'QuestionAnswered'
      data: {
        id: number
        answer: string
        wording?: string
        documents?: SuppliedDocument[]
        withDocuments?: boolean
        /** Whoever answered means the names of organisations that stand in it. */
        namesMeant?: boolean
      }
    }
  | { type: 'QuestionsClosed'; data: { deadline: string } }

/** The most questions of one organisation. */
export const MOST_QUESTIONS = 20
/** The most documents with one question, or with one answer. */
export const MOST_ATTACHMENTS = 3
/**
 * The most characters of all questions with their answers, so that the tender fits one transaction (4 MB, decision 31). One
 * organisation that asks and is answered as much as it may takes less than a third, so nobody can use up the room of the
 * others.
 */
export const MOST_CHARACTERS = 1_000_000
