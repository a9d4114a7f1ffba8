import { type Question, questionSchema } from '../clarification/clarification.ts'
import { hashSchema } from '../record/chain.ts'
import { contentSchema } from '../specification/content.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'
import { documentIdSchema, faultSchema, openedDocumentSchema } from './document.ts'
import { type FewTendersDecision, fewTendersDecisionSchema } from './few-tenders-choice.ts'
import { partnerSchema } from './partner.ts'

/** What the record keeps of a sealed document: how large its ciphertext is, in how many chunks, and one hash over all. */
const sealedDocumentFactsSchema = z.object({
  id: documentIdSchema,
  bytes: z.int(),
  chunks: z.int(),
  sha256: hashSchema,
})
export type SealedDocumentFacts = z.infer<typeof sealedDocumentFactsSchema>

/** What the record keeps of a sealed envelope: where it lies, and both hashes (SHA-256). */
export const sealedSchema = z.object({
  documentKey: z.string(),
  /** Of the envelope with all that opens it (`hashOfEnvelope`): shows that what is opened is what arrived. */
  sha256: hashSchema,
  /** Of what is inside, by the bidder's own reckoning: shows that what was read is what was sealed. */
  contentSha256: hashSchema,
  documents: z.array(sealedDocumentFactsSchema).default([]),
})
export type Sealed = z.infer<typeof sealedSchema>

const sealedTenderSchema = z.object({
  submittedBy: z.string(),
  submittedAt: instantSchema,
  quality: sealedSchema,
  price: sealedSchema,
  /** When its bidder said that it stands, after a change of what is asked. */
  reconfirmedAt: instantSchema.optional(),
})
export type SealedTender = z.infer<typeof sealedTenderSchema>

/** What came to light when an envelope was opened. A tender that fails is a question of compliance, never a crash. */
const openingSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('opened'),
    /** Where its content lies, readable. */
    documentKey: z.string(),
    /** Criteria that it answers. */
    answered: z.array(z.string()),
    partners: z.array(partnerSchema),
    documents: z.array(openedDocumentSchema).optional(),
    /** Criteria whose answers the bidder marked as confidential. */
    confidential: z.array(z.string()).optional(),
    /** Whether the sealed price is still what arrived. It stays sealed. */
    priceIntact: z.boolean(),
  }),
  z.object({ outcome: z.literal('failed'), reason: faultSchema }),
])
export type Opening = z.infer<typeof openingSchema>

const openedTenderSchema = sealedTenderSchema.extend({ opening: openingSchema })
export type OpenedTender = z.infer<typeof openedTenderSchema>

/** What a tender is judged by: the criteria and the price share of the approved version, fixed with its publication. */
export const publishedTermsSchema = contentSchema
  .pick({ criteria: true, priceShare: true, priceFormula: true })
  .extend({ specificationVersion: z.int().min(1) })
export type PublishedTerms = z.infer<typeof publishedTermsSchema>

const sealedTenders = z.record(z.string(), sealedTenderSchema)

/** Why a round came to nothing: the case was sent back, or withdrawn. */
const endSchema = z.object({ at: instantSchema, because: z.string() })

/** What is kept at hand of an earlier round: its receipts. */
const earlierRoundSchema = z.object({
  round: z.int().min(1),
  publishedAt: instantSchema,
  tenders: sealedTenders,
  /** The one it closed at; absent when it was ended before. */
  deadline: instantSchema.optional(),
  ended: endSchema,
})
export type EarlierRound = z.infer<typeof earlierRoundSchema>

const earlier = z.array(earlierRoundSchema).default([])

/** A change of what is asked, after the publication. */
const changeSchema = z.object({
  /** The versions of the specification before and after. */
  from: z.int().min(1),
  version: z.int().min(1),
  reason: z.string(),
  at: instantSchema,
})

/** When tenders were due, from when on: first as published, then each time that it moved, and why. */
const deadlineSchema = z.object({
  at: instantSchema,
  dueAt: instantSchema,
  reason: z.string().optional(),
  /** Questions had closed: the time for them did not move with it. */
  questionsClosed: z.literal(true).optional(),
})

const withdrawnSchema = z.object({ at: instantSchema, by: z.string() })

/** The public halves of the tender's two key pairs (RSA-OAEP-SHA-256; SPKI, base64). */
export const publicKeysSchema = z.object({ quality: z.string(), price: z.string() })
export type PublicKeys = z.infer<typeof publicKeysSchema>

const published = {
  earlier,
  /** Each publication of a case has a number; a re-tender is a new one. */
  round: z.int().min(1),
  terms: publishedTermsSchema,
  /** The name of the key pairs made for this tender: one seals quality, the other prices. */
  keyName: z.string(),
  publicKeys: publicKeysSchema,
  publishedAt: instantSchema,
  questions: z.array(questionSchema),
  /** The deadline has moved for an unanswered question. */
  questionsClosed: z.boolean(),
  /** The deadline that questions closed before, when it moved for one. */
  questionsClosedBefore: instantSchema.optional(),
  changes: z.array(changeSchema).default([]),
  deadlines: z.array(deadlineSchema).default([]),
  /** By bidder's organisation: who withdrew its tender last, and when, where it has sent no other since. */
  withdrawn: z.record(z.string(), withdrawnSchema).default({}),
}

/** A tender of the case, by bidder's organisation. */
export const tenderSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('due'), round: z.int().min(1), earlier }),
  z.object({ status: z.literal('open'), ...published, tenders: sealedTenders }),
  z.object({
    status: z.literal('closed'),
    ...published,
    tenders: sealedTenders,
    deadline: instantSchema,
    closedAt: instantSchema,
  }),
  z.object({
    status: z.literal('opened'),
    ...published,
    tenders: z.record(z.string(), openedTenderSchema),
    deadline: instantSchema,
    closedAt: instantSchema,
    openedAt: instantSchema,
    /** What the panel chose when fewer than two tenders were received. */
    few: fewTendersDecisionSchema.optional(),
  }),
  /** Nobody can tender any more, and nothing comes of it; receipts and hashes stay. */
  z.object({
    status: z.literal('ended'),
    ...published,
    tenders: z.record(z.string(), sealedTenderSchema.extend({ opening: openingSchema.optional() })),
    deadline: instantSchema.optional(),
    openedAt: instantSchema.optional(),
    few: fewTendersDecisionSchema.optional(),
    ended: endSchema,
  }),
])
export type Tender = z.infer<typeof tenderSchema>
export type Published = Exclude<Tender, { status: 'due' }>

export type TenderEvent =
  | {
      type: 'TenderPublished'
      data: { round: number; terms: PublishedTerms; keyName: string; publicKeys: PublicKeys }
    }
  | { type: 'TenderSubmitted'; data: { organisationId: string; submittedBy: string; quality: Sealed; price: Sealed } }
  | { type: 'TenderWithdrawn'; data: { organisationId: string } }
  | {
      type: 'TenderChanged'
      data: { round: number; from: number; version: number; reason: string; terms: PublishedTerms }
    }
  /** @param version the one that the bidder has read, and that its tender answers as it is */
  | { type: 'TenderReconfirmed'; data: { organisationId: string; version: number } }
  | { type: 'TenderClosed'; data: { round: number; deadline: string; tenders: number } }
  | { type: 'FewTendersDecided'; data: Omit<FewTendersDecision, 'at'> }
  /** The hashes of every tender are published with its opening. */
  | {
      type: 'TendersOpened'
      data: { round: number; tenders: { organisationId: string; quality: Sealed; price: Sealed; opening: Opening }[] }
    }

export const unansweredQuestions = (tender: Tender): Question[] =>
  tender.status === 'due' ? [] : tender.questions.filter((question) => !question.answer)

/** The organisations that tendered, in a fixed order. */
export const bidders = (tender: Tender | undefined): string[] =>
  !tender || tender.status === 'due' ? [] : Object.keys(tender.tenders).sort()

/** The organisations that have tendered in any round so far. */
export const everBid = (tender: Tender | undefined): string[] =>
  [...new Set([...bidders(tender), ...(tender?.earlier ?? []).flatMap(({ tenders }) => Object.keys(tenders))])].sort()

/** A tender has been published, if only in an earlier round: the market knows of the case. */
export const wasPublished = (tender: Tender | undefined): boolean =>
  tender !== undefined && (tender.status !== 'due' || tender.earlier.length > 0)
