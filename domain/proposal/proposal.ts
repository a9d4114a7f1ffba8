import { isOneLine } from '../one-line.ts'
import { MOST_PENCE, TOO_MANY_PENCE } from '../pence.ts'
import { fitsOneItem } from '../size.ts'
import { enteredDay } from '../time/entered.ts'
import * as z from '../zod.ts'
import { areaNames } from './areas.ts'
import { attachmentsSchema } from './attachment.ts'

const words = (what: string, most = 5000) =>
  z.string(`Enter ${what}`).trim().min(1, `Enter ${what}`).max(most, `Shorten ${what} to ${most} characters`)
/** The same on one line: it goes into subjects of emails, lists and headings. */
const line = (what: string) => words(what, 200).refine(isOneLine, `Enter ${what} on one line`)
const pence = (what: string) =>
  z
    .int(`Enter ${what} as an amount of money, such as 48,000`)
    .min(0, `Enter ${what} as 0 or more`)
    .max(MOST_PENCE, TOO_MANY_PENCE)
const person = (what: string) =>
  z.object({ name: line(`the name of the ${what}`), personId: z.string().max(63).optional() })

const consultation = z.object({
  who: words('who was consulted', 300),
  kind: z.enum(['current staff', 'patients', 'practices', 'providers', 'others'], 'Choose which group they belong to'),
  when: enteredDay('Enter the date of the consultation'),
  said: words('what they said'),
  changed: words('what changed because of it, or why nothing did'),
})

/** Whatever else is missing: everything is said at once (requirements §3). */
const consultationIsThere = ({ value }: { value: unknown }): boolean =>
  Array.isArray((value as { consulted?: unknown } | null)?.consulted)

const asked =
  (kind: z.infer<typeof consultation>['kind']) =>
  ({ consulted }: { consulted: { kind?: unknown }[] }): boolean =>
    consulted.some((entry) => entry?.kind === kind)

const proposer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('practice'), practiceId: z.string().max(63) }),
  z.object({ kind: z.literal('provider'), organisationId: z.string().max(63) }),
  z.object({ kind: z.literal('other'), name: line('who proposes it') }),
])

/** The proposal form (requirements §3), as it must be to be submitted. Amounts in pence. */
export const proposalFormSchema = z
  .strictObject({
    title: line('a title'),
    area: z.enum(areaNames, 'Choose the commissioning area'),
    kind: z.enum(['redesign', 'new service'], 'Choose redesign or new service'),
    proposer,
    problem: words('the problem'),
    objectives: z.array(words('the objective', 1000)).min(1, 'Enter at least one objective').max(30),
    deliverables: z
      .array(z.object({ what: words('the deliverable', 1000), by: enteredDay('Enter the date it is due') }))
      .min(1, 'Enter at least one deliverable with its date')
      .max(50),
    costs: z.object({
      oneOff: pence('the one-off cost'),
      recurrent: pence('the cost per year'),
      savings: pence('the savings per year'),
      investToSave: z.boolean('Say whether it needs invest-to-save funding'),
    }),
    strategicFit: z.object({
      closeToThePatient: words('how it brings care close to the patient'),
      integration: words('how it joins services up'),
      avoidingAdmissions: words('how it avoids admissions'),
      choice: words('how it serves choice'),
      financialBalance: words('how it serves financial balance'),
      publicHealth: words('which public health priorities it serves'),
    }),
    consulted: z.array(consultation).max(50),
    clinicalLead: person('clinical lead'),
    projectManager: person('project manager'),
    clinicalGovernance: words('the clinical governance standards met'),
    premises: words('the premises'),
    attachments: attachmentsSchema,
  })
  // A counselling redesign failed because the counsellors had not been asked (requirements §1).
  .refine(asked('current staff'), {
    path: ['consulted'],
    message: 'Consult the staff who provide the service today, and say what they said',
    when: consultationIsThere,
  })
  .refine(asked('patients'), {
    path: ['consulted'],
    message: 'Consult a patient group, and say what they said',
    when: consultationIsThere,
  })

export type ProposalForm = z.infer<typeof proposalFormSchema>

/** A draft: the same fields, any of them missing or unfinished. It is private to those who may submit it. */
export const proposalDraftSchema = z
  .looseObject({})
  .refine(fitsOneItem, 'This proposal is longer than can be saved. Shorten it, or attach some of it as a document')

const returned = z.object({ reasons: z.string(), at: z.string() })

const handedIn = z.object({
  status: z.enum(['submitted', 'returned', 'accepted']),
  form: proposalFormSchema,
  submittedBy: z.string(),
  returns: z.array(returned),
})

export const proposalSchema = z.discriminatedUnion('status', [
  handedIn,
  handedIn.extend({ status: z.literal('redirected'), whereTo: z.string() }),
])

export type Proposal = z.infer<typeof proposalSchema>
