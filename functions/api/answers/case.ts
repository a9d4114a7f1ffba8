import { outcomes, stages } from '../../../domain/case/case.ts'
import { partyShown } from '../../../domain/case/listed.ts'
import { actorSchema } from '../../../domain/case/party.ts'
import { professions, roles } from '../../../domain/locality/locality.ts'
import { areaNames } from '../../../domain/proposal/areas.ts'
import { proposalSchema } from '../../../domain/proposal/proposal.ts'
import { hashSchema } from '../../../domain/record/chain.ts'
import { exportSchema } from '../../../domain/record/export.ts'
import { declarationSchema } from '../../../domain/register/declaration.ts'
import { ruleBookSchema, votingSchema } from '../../../domain/rule-book/rule-book.ts'
import { instantSchema } from '../../../domain/time/instant.ts'
import { waitNames, waitSchema } from '../../../domain/wait/wait.ts'
import * as z from '../../../domain/zod.ts'

/** Where a record stands; the number is left out for people who may not count what others do. */
const quotedHeadSchema = z.object({ sequence: z.int().optional(), hash: hashSchema }).meta({ id: 'QuotedHead' })
/** Where a record stands, or stood. */
export const headSchema = z.object({ sequence: z.int(), hash: hashSchema }).meta({ id: 'Head' })

const lifeShown = z.object({
  status: z.enum(['open', 'paused', 'ended']),
  stage: z.enum(stages),
  attempt: z.int(),
  path: z.array(
    z.object({
      stage: z.enum(stages),
      attempt: z.int(),
      entered: instantSchema,
      left: instantSchema.optional(),
    }),
  ),
  canGoBackTo: z.array(z.enum(stages)).optional(),
  pausedAt: instantSchema.optional(),
  endedAt: instantSchema.optional(),
  outcome: z.enum(outcomes).optional(),
  reason: z.string().optional(),
  erasures: z
    .array(z.object({ sequence: z.int(), reason: z.string(), by: z.string(), at: instantSchema }))
    .optional()
    .meta({ description: 'What one person has asked to erase, and a second has not agreed to yet' }),
})

const waitShown = waitSchema.extend({
  /** When the workflow next acts by itself. */
  attentionAt: instantSchema,
  waitsFor: z.array(partyShown),
  next: z.string().meta({ description: 'What happens by itself at the deadline' }),
})

const nominationShown = z.object({
  status: z.enum(['open', 'closed']),
  round: z.int(),
  practices: z.array(z.string()),
  declined: z.array(z.string()),
  unanswered: z.array(z.string()),
  cannotAnswer: z.array(z.string()).meta({ description: 'Practices all of whose people are locked out' }),
  poolSize: z.int(),
  standing: z
    .object({ area: z.enum(areaNames).optional(), until: instantSchema.optional(), you: z.boolean() })
    .optional()
    .meta({ description: 'The panel of the area, whose members were asked to serve on this case' }),
  lacking: z.string().optional().meta({ description: 'What those who have accepted lack so far' }),
  nominees: z.array(
    z.object({
      person: z.string(),
      practiceId: z.string(),
      profession: z.enum(professions),
      experienced: z.boolean(),
      status: z.enum(['nominated', 'accepted', 'declined']),
      declaration: z.union([declarationSchema, z.object({ kind: z.literal('erased') })]).optional(),
    }),
  ),
})

/** What differs by who looks is optional; `may` lists the commands that are theirs. */
export const caseAnswer = z
  .object({
    caseId: z.string(),
    head: quotedHeadSchema,
    as: z.enum([...roles, 'nominee', 'panel-member', 'chair']).meta({ description: 'In what capacity you look' }),
    life: lifeShown,
    wait: waitShown.optional(),
    substitution: z
      .object({ since: instantSchema, wait: waitShown.optional() })
      .optional()
      .meta({ description: 'A vacant seat of the panel is being filled, beside the stage' }),
    ruleBook: ruleBookSchema,
    voting: votingSchema.meta({
      description: 'How the panel votes: by the rule book, with a smaller quorum where the panel was let be smaller',
    }),
    proposal: proposalSchema,
    nomination: nominationShown.optional(),
    forecast: z
      .array(z.object({ stage: z.enum(stages), endsBy: instantSchema }))
      .meta({ description: 'When each stage ends if everybody takes all the time they have, up to the award' }),
    may: z.array(z.string()).meta({ description: 'The commands that you may send' }),
    sees: z.array(z.string()).meta({ description: 'The views of the case that you may read' }),
  })
  .meta({ id: 'Case' })
export type CaseView = z.infer<typeof caseAnswer>

export const timelineAnswer = z
  .object({
    events: z.array(
      z.object({
        sequence: z
          .int()
          .meta({ description: 'Its number on the record; while tenders are taken, its place among what is shown' }),
        at: instantSchema,
        by: z.union([actorSchema, z.object({ as: z.literal('provider') })]),
        type: z.string(),
        hash: hashSchema,
        told: z.string().meta({ description: 'What happened, in a sentence' }),
        byPutOut: z.literal(true).optional().meta({
          description:
            'By an officer or approver who is excluded for a conflict of interest now; not told to everybody',
        }),
        wait: z.enum(waitNames).optional().meta({ description: 'The wait that it opened' }),
      }),
    ),
    tendersSealed: z.boolean().meta({
      description:
        'Tenders are taken: what bidders do is left out until they have closed, and the events are numbered as shown',
    }),
    next: z.int().optional().meta({ description: 'Give it back as `after`; absent on the last page' }),
  })
  .meta({ id: 'Timeline' })
export type TimelinePage = z.infer<typeof timelineAnswer>
export type TimelineEvent = TimelinePage['events'][number]

export const recordAnswer = exportSchema.meta({ id: 'Record' })
