import { type Source, value } from './source.ts'

/** Midnight at the beginning of a day of the proposal: a date has no time of its own. */
const startOf = (date: string): string => `${date}T00:00:00Z`

/** The proposal, as the planning of a procurement. */
export function planning({ theCase }: Source) {
  const { problem, objectives, deliverables, costs } = theCase.proposal.form
  return {
    rationale: [problem, ...objectives].join('\n'),
    budget: {
      description: `One-off ${costs.oneOff / 100}, recurrent per year ${costs.recurrent / 100}, savings per year ${costs.savings / 100} (GBP)${costs.investToSave ? '; invest-to-save' : ''}.`,
      amount: value(costs.oneOff + costs.recurrent),
    },
    milestones: deliverables.map(({ what, by }, index) => ({
      id: `deliverable-${index + 1}`,
      title: what,
      type: 'delivery',
      dueDate: startOf(by),
      status: 'scheduled' as const,
    })),
  }
}
