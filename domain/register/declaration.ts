import { enteredDay } from '../time/entered.ts'
import { instantSchema } from '../time/instant.ts'
import * as z from '../zod.ts'

/** How somebody is tied to an organisation (requirements §4). */
export const interestKinds = [
  'director',
  'partner',
  'owner',
  'member',
  'employee',
  'paid-adviser',
  'family',
  'business-partner',
  'gift',
  'other',
] as const
export type InterestKind = (typeof interestKinds)[number]

/** What somebody has, or had, to do with an organisation. */
export const interestSchema = z.strictObject({
  /** As the register knows it; or its name, where the register does not. */
  organisationId: z.string().trim().min(1, 'Choose the organisation').max(200, 'Shorten the name to 200 characters'),
  kind: z.enum(interestKinds, 'Choose your tie to it'),
  /** Of an owner, in hundredths of a per cent (1 % = 100); absent where it is not known. */
  basisPoints: z
    .int('Enter the share in hundredths of a per cent')
    .min(1, 'Enter a share above 0')
    .max(10_000, 'Enter a share of at most 100%')
    .optional(),
  /** The tie has ended, on this date. */
  endedOn: enteredDay('Enter the date it ended').optional(),
  detail: z.string().trim().max(1000, 'Shorten this to 1,000 characters').default(''),
})
export type Interest = z.infer<typeof interestSchema>

/** Family, or a partner in business, whom the register knows: their interests are looked at, too. */
export const relationSchema = z.strictObject({
  personId: z.string().min(1, 'Choose the person').max(63),
  kind: z.enum(['family', 'business-partner']),
  endedOn: enteredDay('Enter the date it ended').optional(),
})
export type Relation = z.infer<typeof relationSchema>

/** “Nothing to declare” is said, not left out. */
export const declarationSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('nothing to declare') }),
  z
    .strictObject({
      kind: z.literal('interests'),
      interests: z.array(interestSchema).max(50, 'Enter at most 50 interests'),
      relations: z.array(relationSchema).max(20, 'Enter at most 20 people').optional(),
    })
    .refine(({ interests, relations = [] }) => interests.length + relations.length > 0, {
      path: ['interests'],
      message: 'Enter at least one interest',
    }),
])
export type Declaration = z.infer<typeof declarationSchema>

/** What was declared, unless it has been erased since. */
export const keptDeclarationSchema = z.union([declarationSchema, z.strictObject({ kind: z.literal('erased') })])
export type KeptDeclaration = z.infer<typeof keptDeclarationSchema>

/** An interest that somebody else entered: the programme manager, from a public source. */
export const recordedInterestSchema = interestSchema.extend({
  source: z.string().trim().min(1, 'Enter the source').max(500),
})
export type RecordedInterest = z.infer<typeof recordedInterestSchema>

/** As the register keeps it, with who entered it: they do not rule on it. Absent in old entries. */
const keptRecordSchema = recordedInterestSchema.extend({ by: z.string().optional() })
export type KeptRecord = z.infer<typeof keptRecordSchema>

/** What the register holds of one person. */
export const entrySchema = z.object({
  person: z.string(),
  /** Their own words; absent until they first declare. */
  declaration: declarationSchema.optional(),
  declaredAt: instantSchema.optional(),
  /** Declared before, and then left out, or said to be less than it was. */
  dropped: z.array(interestSchema).default([]),
  /** People whom they named before as close, and then left out. */
  droppedRelations: z.array(relationSchema).optional(),
  /** Since when they name each of the people whom they ever named as close: an answer to it holds, however often it is said again. */
  namedSince: z.record(z.string(), instantSchema).optional(),
  /** Entered by the programme manager. */
  recorded: z.array(keptRecordSchema).default([]),
  /** Where they belonged by the register of people, and when it said that they do no longer. */
  belonged: z.array(interestSchema).optional(),
})
export type RegisterEntry = z.infer<typeof entrySchema>

/** All that the register ever held of somebody's interests, and that nobody has struck out. */
export const everHeld = ({ declaration, recorded, dropped, belonged = [] }: RegisterEntry): Interest[] => [
  ...interestsIn(declaration),
  ...recorded,
  ...dropped,
  ...belonged,
]

export const interestsIn = (declaration: KeptDeclaration | undefined): Interest[] =>
  declaration?.kind === 'interests' ? declaration.interests : []

export const relationsIn = (declaration: KeptDeclaration | undefined): Relation[] =>
  declaration?.kind === 'interests' ? (declaration.relations ?? []) : []
