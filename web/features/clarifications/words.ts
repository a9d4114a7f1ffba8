export const words = {
  /** On the page of the tender. */
  link: (answers: number, changes: number, asking: boolean) =>
    `${asking ? 'Ask a question, and read' : 'Read'} all answers (${answers}) and changes (${changes})`,
  manager: {
    title: 'Questions from providers',
    intro:
      'Every answer goes to everybody at once. You do not see who asked, so that everybody is treated alike. Check each question for words that would tell the other bidders who asked. If there are any, publish it in different words: the original stays on the record for the auditor.',
    closesAt: (when: string) => `Questions can be asked until ${when}.`,
    deadline: (when: string) =>
      `Tenders are due by ${when}. The deadline does not pass while a question is unanswered: it moves, and everybody is told.`,
    none: 'Nobody has asked anything yet.',
    number: (id: number) => `Question ${id}`,
    unanswered: 'Waiting for an answer',
    answered: 'Answered',
    asked: 'Asked',
    identifying: 'Words that would or might show who asked',
    publishedAs: 'Published as',
    original: 'Original wording',
    answer: 'Answer',
    wording: 'The question as it is published',
    wordingHint: 'Take out anything that shows who asked.',
    answerHint: 'Everybody can read it, on the public page of the tender.',
    send: 'Publish the question and answer to everybody',
    documents: 'Documents that go with the answer (optional)',
    withDocuments:
      'Also publish the documents that came with the question. I have read them, and they do not show who asked.',
    namesMeant:
      'I mean to name the organisations that the answer or its documents name. Nothing in them shows who asked. (The question itself is always published without names.)',
    missing: { answer: 'Write the answer', wording: 'Enter the question as it is to be published' },
    askedBy: 'Asked by',
  },
  provider: {
    title: 'Questions and answers',
    answers: 'Answers to everybody',
    none: 'No question has been answered yet.',
    question: (number: number) => `Question ${number}`,
    answeredAt: 'Answered',
    ask: 'Ask a question',
    askHint:
      'Your question is published with its answer, for everybody, without your name. Leave out anything that would show who you are. The programme manager may reword it.',
    open: (when: string) =>
      `You can ask until ${when}. The deadline does not pass while a question that was asked in time is unanswered.`,
    closed: 'The time for questions has passed.',
    label: 'Your question',
    documents: 'Documents that go with the question (optional)',
    documentsHint:
      'Make sure that nothing in a document, its name or its properties shows who you are. It is published with the answer only if the person who answers says so, and under another name.',
    send: 'Send the question',
    sent: 'Your question was sent. The answer will be published here, for everybody.',
    missing: 'Write your question',
    own: 'What your organisation has asked',
    waits: 'Waiting for an answer',
    back: 'Back to the tender',
    changes: 'Changes since publication',
    change: (version: number, when: string) => `Version ${version}, ${when}`,
    why: 'Why',
    reconfirm: {
      title: 'Reconfirm your tender',
      detail:
        'The requirements have changed since you sent your tender. Read the changes below. If your tender meets the requirements as they are now, confirm that it stands. If not, replace it. A tender that is not reconfirmed stands as it was sent, and you will be asked about it when tenders are opened.',
      confirm: (version: number) => `My tender stands, and answers version ${version}`,
      busy: 'One moment…',
      done: 'Your tender was reconfirmed.',
    },
  },
} as const
