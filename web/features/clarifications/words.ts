export const words = {
  /** On the page of the tender. */
  link: (answers: number, changes: number) =>
    `Ask a question, and read all answers (${answers}) and changes (${changes})`,
  manager: {
    title: 'Questions from providers',
    intro:
      'Every answer goes to everybody at once. You do not see who asked, so that everybody is answered alike. Read each question for words that would tell the other bidders who asked, and publish it in other words where it has any: what was asked stays on the record for the auditor.',
    closes: (when: string) => `Questions close at the ${when}.`,
    closesAt: (when: string) => `Questions close ${when}.`,
    deadline: (when: string) =>
      `Tenders are due by ${when}. The deadline does not pass while a question is unanswered: it moves, and everybody is told.`,
    none: 'Nobody has asked anything yet.',
    number: (id: number) => `Question ${id}`,
    unanswered: 'Waits for an answer',
    answered: 'Answered',
    asked: 'Asked',
    identifying: 'Words that would, or might, tell who asked',
    publishedAs: 'Published as',
    original: 'Asked in these words',
    answer: 'Answer',
    wording: 'The question as it is published',
    wordingHint: 'Take out whatever tells who asked.',
    answerHint: 'Everybody reads it, on the open page of the tender.',
    send: 'Publish question and answer to everybody',
    sending: 'One moment …',
    documents: 'Documents that go with the answer (optional)',
    withDocuments:
      'Publish the documents that came with the question, too. I have read them, and they do not tell who asked.',
    namesMeant:
      'Organisations that I name in the answer or in its documents are meant. Nothing in it tells who asked. (The question itself is published without names, whoever asked.)',
    missing: { answer: 'Write the answer', wording: 'Say how the question is published' },
    problem: { title: 'There is a problem', detail: 'Nothing was published. Correct what is listed, then publish.' },
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
      'Your question is published with its answer, for everybody, without your name. Leave out what would tell who you are; the programme manager may put it in other words.',
    open: (when: string) =>
      `You can ask until ${when}. The deadline does not pass while a question that was asked in time is unanswered.`,
    closed: 'The time for questions is over.',
    label: 'Your question',
    documents: 'Documents that go with the question (optional)',
    documentsHint:
      'Leave out of a document, of its name and of its properties what would tell who you are. It is published with the answer only if whoever answers says so, under another name.',
    send: 'Send the question',
    sending: 'One moment …',
    sent: 'Your question was sent. Its answer will stand here, for everybody.',
    missing: 'Write your question',
    problem: { title: 'There is a problem', detail: 'Nothing was sent.' },
    own: 'What your organisation has asked',
    waits: 'Waits for an answer',
    back: 'Back to the tender',
    changes: 'Changes since the publication',
    change: (version: number, when: string) => `Version ${version}, ${when}`,
    why: 'Why',
    reconfirm: {
      title: 'Reconfirm your tender',
      detail:
        'What is asked has changed since your tender was sent. Read the changes below. If your tender answers what is asked now, say that it stands; otherwise replace it. A tender that is not reconfirmed stands as it was sent, and you will be asked about it when tenders are opened.',
      confirm: (version: number) => `My tender stands, and answers version ${version}`,
      busy: 'One moment …',
      done: 'Your tender was reconfirmed.',
    },
  },
} as const
