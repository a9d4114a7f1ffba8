export const words = {
  title: 'Challenges',
  intro:
    'A practice can challenge how this case is run: who was asked, how the panel was formed, how a rule was applied. Every challenge is answered with reasons, and both go on the record.',
  none: 'Nobody has challenged how this case is run.',
  by: (practice: string, when: string) => `${practice}, ${when}`,
  due: (when: string) => `To be answered by ${when}.`,
  escalated: (when: string) => `It was not answered in time and was escalated ${when}. The approver may answer it too.`,
  answered: (finding: string, when: string) => `Answered ${when}: ${finding}.`,
  findings: { upheld: 'upheld', 'not upheld': 'not upheld' },
  make: {
    title: 'Challenge how this case is run',
    text: 'What do you challenge?',
    hint: 'You make it for your practice. Everyone who can see this case can read it.',
    missing: 'Write what you challenge',
    confirm: 'Make the challenge',
    done: 'The challenge was made. We will email you when it is answered.',
  },
  answer: {
    finding: 'Is it upheld?',
    noFinding: 'Choose whether it is upheld',
    choices: { upheld: 'Upheld: it should have been done differently', 'not upheld': 'Not upheld' },
    reasons: 'Why, and what follows from it?',
    noReasons: 'Give the reasons: they go on the record',
    confirm: 'Answer the challenge',
    done: 'The challenge was answered.',
  },
} as const
