import * as z from 'zod'
import { instantSchema } from '../time/instant.ts'

/** A clarification question; the record knows who asked, the other bidders and the programme manager do not. */
export const questionSchema = z.object({
  id: z.int().min(1),
  organisationId: z.string(),
  /** As it was asked: kept for the auditor when it is published in other words. */
  text: z.string(),
  askedAt: instantSchema,
  answer: z
    .object({
      text: z.string(),
      /** The question as published, when its own words would tell who asked. */
      wording: z.string().optional(),
      at: instantSchema,
    })
    .optional(),
})
export type Question = z.infer<typeof questionSchema>

export type ClarificationEvent =
  | { type: 'QuestionAsked'; data: { id: number; organisationId: string; text: string } }
  | { type: 'QuestionAnswered'; data: { id: number; answer: string; wording?: string } }
  | { type: 'QuestionsClosed'; data: { deadline: string } }

/** Of one organisation; and what all questions with their answers may hold, so that the tender fits its item. */
export const MOST_QUESTIONS = 20
export const MOST_CHARACTERS = 100_000
