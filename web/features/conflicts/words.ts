import type { Standing } from '../../../domain/conflict/conflict.ts'

const status: Record<Standing['status'], string> = {
  clear: 'Clear',
  flagged: 'Waiting for a ruling',
  cleared: 'Cleared',
  managed: 'Managed',
  barred: 'Barred',
  ineligible: 'Cannot sit on this panel',
}

export const words = {
  title: 'Conflicts of interest',
  what: 'How each person stands in this case, under which rule and on what evidence. A bar follows from the rules and is never relaxed. A flagged interest is ruled on, with reasons.',
  checked: (when: string, register: string) =>
    `Last recorded check: ${when}, against the register of interests as it was then (fingerprint ${register}).`,
  unchecked: 'Nobody has been checked for this case yet.',
  nobody: 'There is nobody to show.',
  rule: (says: string, id: string) => `${says} (${id})`,
  ruledBefore: ({ ruling, reasons }: { ruling: 'cleared' | 'managed'; reasons: string }) =>
    `This was ruled on before: ${ruling}. ${reasons}`,
  enteredBy: (name: string) => `Entered in the register by ${name}, who cannot rule on it.`,
  ruled: (reasons: string, by: string) => `Reasons, by ${by}: ${reasons}`,
  mitigation: (how: string) => `How it is managed: ${how}`,
  soleExpert: (skill: string) => `Kept as the only expert in ${skill}.`,
  status,
  ruling: {
    title: 'Rule on this interest',
    which: 'Your ruling',
    choose: 'Choose a ruling',
    cleared: 'Cleared: a false positive, which is not raised again',
    managed: 'Managed: they take part, with steps so that the interest does not matter',
    barred: 'Barred: they take no part in this case',
    reasons: 'Reasons',
    reasonsHint: 'They go on the record. The person can read them.',
    mitigation: 'How will it be managed?',
    soleExpert: 'Are they kept as the only expert in a skill that the case needs?',
    soleExpertHint:
      'The register of people must say that they have it, and that no other nominee who may sit, or waits for a ruling, does.',
    noSoleExpert: 'No',
    on: 'Your ruling is on:',
    changed: 'Something has changed since you began',
    changedWhat:
      'What is known of this person is not what it was when you began to write. What you wrote is kept. Read what is open now. Your ruling will be on all of it.',
    isNew: (evidence: string) => `${evidence} This is new.`,
    read: 'I have read it',
    check: 'Check your ruling before you record it: it stands for good',
    continue: 'Continue',
    change: 'Change',
    confirm: 'Record the ruling',
  },
  check: {
    title: 'Check a person before you nominate',
    what: 'This tells you how a nomination would stand. You do not see what the person has declared.',
    who: 'Person from your practice',
    choose: 'Choose a person',
    confirm: 'Check',
    nominate: 'Nominate, or say that you will not',
    result: {
      clear: 'Nothing in the register stands against this nomination.',
      flagged: 'They can be nominated. Something will be looked at before a panel is drawn.',
      barred:
        'They could not sit on this panel. They can see why on their own interests page, or the programme manager can tell them.',
      ineligible: 'They cannot sit on this panel, because of their part in the proposal.',
    },
    mustDeclare: 'They must declare their interests first. It takes a minute.',
    checkedAt: (when: string) => `Checked against the register of interests as it was (${when}).`,
  },
  done: 'Your ruling is on the record.',
  fault: {
    ruling: 'Choose a ruling',
    reasons: 'Enter the reasons for your ruling',
    mitigation: 'Enter how the interest will be managed',
    read: 'Read what has changed, and say that you have read it',
    person: 'Choose a person',
  },
} as const
