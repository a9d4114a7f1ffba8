import type { DeedName } from './deeds.ts'

interface DeedWords {
  /** On the button that leads to it. */
  link: string
  title: string
  /** What will happen. */
  effect: string
  /** Asks for the words. */
  label?: string
  hint?: string
  confirm: string
  done: string
}

const deeds: Record<DeedName, DeedWords> = {
  'accept-proposal': {
    link: 'Accept the proposal',
    title: 'Accept the proposal',
    effect:
      'The rules are fixed for this case, and all practices are invited to nominate. By accepting it you confirm that it is complete and in an area the company leads. Judging it is for the panel.',
    confirm: 'Accept the proposal',
    done: 'The proposal was accepted. The practices are being invited.',
  },
  'return-proposal': {
    link: 'Return the proposal',
    title: 'Return the proposal to its proposer',
    effect: 'The proposer is asked to correct it and submit it again.',
    label: 'What must be corrected?',
    hint: 'The proposer reads this, and it goes on the record.',
    confirm: 'Return the proposal',
    done: 'The proposal was returned to its proposer.',
  },
  'redirect-proposal': {
    link: 'Say where to take it',
    title: 'Say where to take this proposal',
    effect: 'The company does not lead this area, so no panel will see the proposal. The case ends with your answer.',
    label: 'Where should the proposer take it? (optional)',
    hint: 'If you leave this empty, the proposer gets the standard answer for the level of the area.',
    confirm: 'Answer and end the case',
    done: 'The proposer was told where to take it.',
  },
  remind: {
    link: 'Send a reminder',
    title: 'Remind the people the case is waiting for',
    effect: 'Everyone the case is waiting for gets an email now. Planned reminders are still sent.',
    label: 'Why do you remind them?',
    hint: 'They read this in the email, and it goes on the record.',
    confirm: 'Send the reminder',
    done: 'A reminder was sent.',
  },
  'extend-deadline': {
    link: 'Extend the deadline',
    title: 'Extend the deadline',
    effect:
      'The people the case is waiting for get more time. The new deadline is the end of the day you choose. For a day after that you can correct it to an earlier one.',
    label: 'Why is more time needed?',
    hint: 'This goes on the record.',
    confirm: 'Extend the deadline',
    done: 'The deadline was extended.',
  },
  pause: {
    link: 'Pause the case',
    title: 'Pause the case',
    effect:
      'The clock stops, and nobody can do anything in the case until you resume it. Deadlines move by the days it lasted, so that nobody has less time than they had.',
    label: 'Why is the case paused?',
    hint: 'This goes on the record.',
    confirm: 'Pause the case',
    done: 'The case was paused.',
  },
  resume: {
    link: 'Resume the case',
    title: 'Resume the case',
    effect:
      'The case continues from where it stopped. Deadlines move by the days it lasted, so that nobody has less time than they had.',
    label: 'Why is the case resumed?',
    hint: 'This goes on the record.',
    confirm: 'Resume the case',
    done: 'The case was resumed.',
  },
  'send-back': {
    link: 'Send back to an earlier stage',
    title: 'Send the case back to an earlier stage',
    effect:
      'The workflow starts again at that stage. Everything that people entered stays on the record. From the evaluation or the decision, what was scored, agreed, ranked and decided in this round no longer counts, and providers tender again. If the outcome was announced, it becomes void: its letters no longer apply, and the standstill ends.',
    label: 'Why is it sent back?',
    hint: 'This goes on the record. Before the prices are open, and after the outcome was announced, bidders and the public can read it: do not write what a tender says.',
    confirm: 'Send the case back',
    done: 'The case was sent back.',
  },
  withdraw: {
    link: 'Withdraw the case',
    title: 'Withdraw the case',
    effect:
      'The case ends. This is done at the proposer’s request, and cannot be undone. Its proposer and its panel are told by email; so is every provider once the tender was published.',
    label: 'Why is it withdrawn?',
    hint: 'This goes on the record, and is public.',
    confirm: 'Withdraw the case',
    done: 'The case was withdrawn.',
  },
  'ask-for-erasure': {
    link: 'Ask to erase the content of an event',
    title: 'Ask to erase the content of an event',
    effect:
      'Nothing is erased yet. A second person from the secretariat, or the approver, must agree. The request, who made it and why stay on the record for good.',
    label: 'Why must it be erased?',
    hint: 'This goes on the record. Do not repeat what is to be erased.',
    confirm: 'Ask for it to be erased',
    done: 'You have asked for it to be erased. A second person must agree.',
  },
  'take-back-erasure': {
    link: 'Take back your request to erase',
    title: 'Take back a request to erase',
    effect:
      'Nothing is erased. Only the person who asked can take it back. The request, and that you took it back, stay on the record.',
    label: 'Why do you take it back?',
    hint: 'This goes on the record.',
    confirm: 'Take it back',
    done: 'The request was taken back. Nothing was erased.',
  },
  'erase-payload': {
    link: 'Erase what was asked for',
    title: 'Erase the content of an event',
    effect:
      'The content of the event is erased wherever it is kept, and cannot be brought back. The record still shows that the event was there, who did it and when, and still verifies. You cannot agree to your own request.',
    label: 'Why do you agree?',
    hint: 'This goes on the record. Do not repeat what is to be erased.',
    confirm: 'Erase it',
    done: 'The content of the event was erased.',
  },
}

export const words = {
  deeds,
  back: 'Back to the case',
  stands: 'Where the case stands',
  facts: {
    stage: 'Stage',
    holds: 'Waiting for',
    what: 'What they are asked to do',
    since: 'Since',
    due: 'Due',
    next: 'What happens next',
    lacking: 'Nominees',
    substitution: 'Vacant seat on the panel',
    paused: 'Paused',
    ended: 'Ended',
    why: 'Why',
    area: 'Area',
    proposer: 'Proposed by',
    record: 'Record',
  },
  stage: (name: string, times: number) => (times === 1 ? name : `${name} (entered ${times} times)`),
  moving: 'Nobody: the workflow is running',
  /** @param why such as `the service is in its first months` */
  nobody: (why: string) => `Nobody: ${why}`,
  ago: (length: string) => `${length} ago`,
  late: (length: string) => `${length} late`,
  left: (length: string) => `in ${length}`,
  remindedLast: 'Last reminder',
  remindedWhom: 'Who gets it',
  notReminded: 'None yet for what the case is waiting for now',
  escalatedNext:
    'The programme manager, the deputy and everybody asked were told that it is late. They are told again until it is done.',
  escalated: (when: string) => `Escalated ${when}`,
  extended: (times: number) => `Extended ${times === 1 ? 'once' : `${times} times`}`,
  record: (sequence: number | undefined, hash: string) =>
    `${sequence === undefined ? '' : `${sequence} events. `}Its fingerprint, which changes with every event, begins with ${hash.slice(0, 12)}`,
  progress: 'Progress through the stages',
  entered: (when: string) => `Entered ${when}`,
  passage: { done: 'Done', now: 'Now', notYet: 'Not yet', skipped: 'Left out', ended: 'Ended here' },
  proposal: 'The proposal',
  pagesTitle: 'More about this case',
  pages: {
    '/cases/$caseId/nominations': 'Nominations',
    '/cases/$caseId/panel': 'The panel and how it is drawn',
    '/cases/$caseId/conflicts': 'Conflicts of interest',
    '/cases/$caseId/meetings': 'Meetings of the panel',
    '/cases/$caseId/appraisal': 'The panel’s appraisal',
    '/cases/$caseId/specification': 'The specification and its criteria',
    '/cases/$caseId/papers': 'Papers for observers',
    '/cases/$caseId/business-case': 'The business case',
    '/cases/$caseId/questions': 'Questions from providers',
    '/cases/$caseId/few-tenders': 'If fewer than two tenders are received',
    '/cases/$caseId/declaration': 'Your declaration about the organisations that tendered',
    '/cases/$caseId/compliance': 'Compliance of the tenders',
    '/cases/$caseId/missing-document': 'A missing document',
    '/cases/$caseId/scoring': 'Scoring the tenders',
    '/cases/$caseId/moderation': 'Moderation',
    '/cases/$caseId/low-price': 'A very low price',
    '/cases/$caseId/ranking': 'The ranking',
    '/cases/$caseId/decision': 'The decision',
    '/cases/$caseId/after-award': 'After the award',
    '/cases/$caseId/challenges': 'Challenges',
    '/tenders/$caseId': 'What providers are asked for (public page)',
    '/records/$caseId': 'The decision record (public page)',
  },
  may: 'What you can do here',
  mayNothing: 'There is nothing for you to do here at the moment.',
  deed: {
    continue: 'Continue',
    check: 'Check before you confirm',
    change: 'Change',
    newDeadline: 'New deadline',
    of: 'Which deadline?',
    ofWhat: { stage: 'The deadline of the stage', substitution: 'The deadline for finding a substitute' },
    dateHint: (example: string, last: string) => `For example, ${example}. No later than ${last}, in two years.`,
    stage: 'Which stage?',
    reason: 'Reason',
    serves: 'What does the panel serve?',
    servesHint:
      'If this area has a panel whose term has not ended, its members are asked first, and only the seats that are still vacant are drawn.',
    servesChoices: [
      { value: 'one case', name: 'This case' },
      {
        value: 'an area for a term',
        name: 'The area, for a term',
        hint: 'Its members serve every case of the area that begins within the term. Conflicts are still checked for each case.',
      },
    ],
    event: 'Which event?',
    eventHint: 'Its number on the timeline, such as 42',
    erasure: 'Which request?',
    erasureOf: (sequence: number, reason: string) => `Event ${sequence}: ${reason}`,
    months: 'For how many months?',
    servesWhat: (serves: string, months: string) =>
      serves === 'one case' ? 'This case' : `The area, for ${months} months`,
    gone: {
      title: 'This has been done, or cannot be done now',
      detail: 'The case’s own page shows how it stands, and what you can do.',
      which: (title: string) =>
        `“${title}” is not open to you on this case now. Somebody has done it, the case has moved on, or it is for people with another part. The timeline on the case’s own page says what happened and who did it.`,
      link: 'See how the case stands, and what you can do now',
      typed: 'What you had typed',
      typedWhy: 'It was not sent. Copy it if you need it elsewhere.',
      forget: 'Delete what I typed',
    },
    faults: {
      words: 'Give the reason: it goes on the record',
      date: 'Enter a real date, such as 27 3 2027',
      far: (last: string) => `Enter a date within the next two years, no later than ${last}`,
      event: 'Enter the number of the event, such as 42',
      months: 'Enter a number of months from 1 to 60, such as 24',
    },
  },
  success: 'Done',
  keep: (sequence: number | undefined, hash: string) =>
    `The record of this case now ends at ${sequence === undefined ? '' : `event ${sequence}, `}${hash}.`,
} as const
