import type { Checklist, Milestone } from './after-award.ts'

const first = (questions: Record<string, string>): Checklist => ({
  version: 1,
  items: Object.entries(questions).map(([id, question]) => ({ id, question })),
})

/** The first version of each milestone's checklist. What cases teach makes the versions after it (requirements §10). */
export const firstChecklists: Record<Milestone, Checklist> = {
  'plan agreed': first({
    plan: 'Is there a plan with dates, and a named person for each step?',
    contract: 'Is the contract signed, with the specification and the tender in it?',
    staff: 'Do the staff who provide the service today know what happens to them, and when?',
    pathway: 'Do the practices know how and from when they refer?',
    measures: 'Is it agreed what is measured, from what it is today, and who collects it?',
    risks: 'Does each risk of the proposal have an owner and an answer?',
  }),
  'ready to go live': first({
    workforce: 'Are the staff in post, accredited and supervised?',
    premises: 'Are the premises and the equipment ready?',
    information: 'Do records, referrals and reports flow, and was that tried?',
    governance: 'Are clinical governance, safeguarding and complaints in working order?',
    patients: 'Do patients of the present service know what changes, and was a patient group shown it?',
    baseline: 'Have the agreed measures been taken before the start?',
  }),
  'did it work': first({
    deliverables: 'Was every deliverable of the proposal delivered?',
    outcomes: 'Were the objectives of the proposal met, by the agreed measures?',
    costs: 'Are costs and savings what the proposal promised, and is every difference explained?',
    'patients-say': 'What do patients say of it?',
    'practices-say': 'What do practices and staff say of it?',
    lessons: 'What should the next project do otherwise, and is it in the checklists?',
  }),
}
