import { instantSchema } from '../time/instant.ts'
import { voteSchema } from '../vote/vote.ts'
import * as z from '../zod.ts'
import { type Content, contentSchema } from './content.ts'
import { type Section, sectionNames } from './template.ts'

/** One version of the specification, kept for good. Versions are numbered from 1. */
export const versionSchema = z.object({
  number: z.int().min(1),
  content: contentSchema,
  /** What was changed, and why. */
  reason: z.string(),
  by: z.string(),
  at: instantSchema,
})
export type Version = z.infer<typeof versionSchema>

export const commentSchema = z.object({
  number: z.int().min(1),
  version: z.int().min(1),
  section: z.enum(sectionNames).optional(),
  criterion: z.string().optional(),
  text: z.string(),
  by: z.string(),
  at: instantSchema,
  answers: z.array(z.object({ text: z.string(), by: z.string(), at: instantSchema })).default([]),
  /** What became of it; absent while it is open. */
  resolved: z.object({ how: z.string(), by: z.string(), at: instantSchema }).optional(),
})
export type Comment = z.infer<typeof commentSchema>

const common = {
  /** A specification that the approver returned, or that was sent back, is written in another round. */
  round: z.int().min(1),
  /** Number of the last version saved; 0 before the first. */
  latest: z.int().min(0),
  comments: z.int().min(0),
  /** The last vote on a version. */
  vote: voteSchema.optional(),
}

/** The panel writes the specification and its criteria in versions, and approves one by vote (requirements §6). */
export const specificationSchema = z.discriminatedUnion('status', [
  z.object({ status: z.literal('drafting'), ...common }),
  z.object({ status: z.literal('voting'), ...common, version: z.int().min(1) }),
  z.object({
    status: z.literal('approved'),
    ...common,
    version: z.int().min(1),
    approvedAt: instantSchema,
    /** A change of what has been published, put to the vote. */
    change: z.object({ version: z.int().min(1) }).optional(),
  }),
])
export type Specification = z.infer<typeof specificationSchema>

export type SpecificationEvent =
  | { type: 'SpecificationOpened'; data: Record<string, never> }
  | { type: 'VersionSaved'; data: { number: number; content: Content; reason: string; person: string } }
  | {
      type: 'CommentMade'
      data: { number: number; version: number; section?: Section; criterion?: string; text: string; person: string }
    }
  | { type: 'CommentAnswered'; data: { number: number; text: string; person: string } }
  | { type: 'CommentResolved'; data: { number: number; how: string; person: string } }
  | { type: 'VersionPutToVote'; data: { version: number } }
  | { type: 'SpecificationApproved'; data: { version: number } }
  | { type: 'SpecificationNotApproved'; data: { version: number; reasons: string[] } }
  /** After the publication: what was approved stands until the change is. */
  | { type: 'ChangePutToVote'; data: { version: number } }
  | { type: 'ChangeNotApproved'; data: { version: number; reasons: string[] } }

/** The version that the panel approved. */
export const approvedVersion = (specification: Specification | undefined): number | undefined =>
  specification?.status === 'approved' ? specification.version : undefined
