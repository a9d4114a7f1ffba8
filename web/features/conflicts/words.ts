import type { Standing } from '../../../domain/conflict/conflict.ts'

const status: Record<Standing['status'], string> = {
  clear: 'Clear',
  flagged: 'Waits for a ruling',
  cleared: 'Cleared',
  managed: 'Managed',
  barred: 'Barred',
  ineligible: 'Cannot sit on this panel',
}

export const words = {
  title: 'Conflicts of interest',
  what: 'How each person stands in this case, by which rule, and on what evidence. A bar follows from the rules and is never relaxed; a flagged interest is ruled on, with reasons.',
  checked: (when: string, register: string) =>
    `Last recorded check: ${when}, against version ${register} of the register.`,
  unchecked: 'Nobody has been checked for this case yet.',
  nobody: 'Nobody to show.',
  rule: (says: string, id: string) => `${says} (${id})`,
  ruled: (reasons: string) => `Reasons: ${reasons}`,
  mitigation: (how: string) => `How it is managed: ${how}`,
  soleExpert: (skill: string) => `Kept as the only expert in ${skill}.`,
  status,
  ruling: {
    title: 'Rule on this interest',
    which: 'Your ruling',
    choose: 'Choose a ruling',
    cleared: 'Cleared: a false positive, which is not raised again',
    managed: 'Managed: they take part, and it is kept from mattering',
    barred: 'Barred: they take no part in this case',
    reasons: 'Reasons',
    reasonsHint: 'They stand on the record. The person reads them.',
    mitigation: 'How will it be managed?',
    soleExpert: 'Are they the only expert in a skill that the case needs? Which? (optional)',
    soleExpertHint: 'It is checked that no other nominee without a conflict has it.',
    confirm: 'Rule',
    ruling: 'One moment …',
  },
  check: {
    title: 'Check a person before you nominate',
    what: 'You learn how a nomination would stand. What people declared stays theirs.',
    who: 'Person of your practice',
    choose: 'Choose a person',
    confirm: 'Check',
    result: {
      clear: 'Nothing in the register stands against this nomination.',
      flagged: 'They can be nominated. Something will be looked at before a panel is drawn.',
      barred:
        'They could not sit on this panel. They see why on their own page of interests, or the programme manager tells them.',
      ineligible: 'They cannot sit on this panel, because of their part in the proposal.',
    },
    mustDeclare: 'They have to declare their interests first; it takes them a minute.',
    register: (version: string) => `Checked against version ${version} of the register.`,
  },
  done: 'Your ruling stands on the record.',
  fault: {
    title: 'There is a problem',
    detail: 'Nothing was changed. Correct what is listed, then go on.',
    ruling: 'Choose a ruling',
    reasons: 'Enter the reasons for your ruling',
    mitigation: 'Enter how the interest will be managed',
    person: 'Choose a person',
  },
} as const
