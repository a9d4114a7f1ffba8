export const words = {
  title: 'The business case',
  intro:
    'The business case is the proposal with its costs and benefits, the panel’s appraisal of it, and the specification that the panel approved. The approver agrees to it, or rejects it with reasons. If it is rejected, it goes back to the panel or the case ends.',
  notYet: 'It goes to the approver once the panel has approved a specification.',
  status: {
    put: (version: number, when: string) =>
      `It was put to the approver on ${when}, with version ${version} of the specification.`,
    approved: (when: string) => `The approver agreed to it on ${when}.`,
    returned: (when: string) => `The approver returned it to the panel on ${when}.`,
    rejected: (when: string) => `The approver rejected it on ${when}, and the case ended.`,
  },
  excluded: (when: string) =>
    `The approver who answered was excluded for a conflict of interest on ${when}. If the tender had not been published, another approver is asked. Otherwise the approver who confirms the outcome is told.`,
  reasons: 'Reasons',
  costs: 'Costs and benefits',
  appraisal: 'What the panel found',
  appraisalOf: { finding: 'Finding', remark: 'Remark', item: 'Item' },
  specification: (version: number) => `Read version ${version} of the specification`,
  paper: 'Download what you decide on (PDF)',
  answer: 'Your answer',
  answering: {
    choose: 'What do you decide?',
    choices: {
      approve: {
        name: 'Agree to the business case',
        hint: 'The tender is published at once, for any provider to read.',
        confirm: 'Agree to the business case',
        done: 'You agreed to the business case. The tender is being published.',
      },
      'back to the panel': {
        name: 'Reject it and return it to the panel',
        hint: 'The panel does more work on the specification, then sends you another version.',
        confirm: 'Return it to the panel',
        done: 'You returned the business case to the panel.',
      },
      'end the case': {
        name: 'Reject it and end the case',
        hint: 'The case ends without a tender. This cannot be undone.',
        confirm: 'Reject it and end the case',
        done: 'You rejected the business case, and the case has ended.',
      },
    },
    why: 'Your reasons',
    whyHint: 'They go on the record, and the panel reads them.',
    check: 'Check your answer before you send it',
    missing: { choice: 'Choose what you decide', reasons: 'Give your reasons' },
  },
} as const
