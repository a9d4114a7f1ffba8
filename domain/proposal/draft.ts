import { proposalFormSchema } from './proposal.ts'

/** The parts of the form that hold others: of one that nobody has begun, each missing field is said by itself. */
const nothingYet = {
  objectives: [],
  deliverables: [],
  costs: {},
  strategicFit: {},
  consulted: [],
  clinicalLead: {},
  projectManager: {},
}

/** What stands between a draft and its submission: everything at once (requirements §3). */
export const checkDraft = (draft: Record<string, unknown>) => proposalFormSchema.safeParse({ ...nothingYet, ...draft })
