import type { Area } from '../../domain/proposal/areas.ts'

/** What a sample proposal is about: enough to write its form and its specification from. */
export interface Topic {
  title: string
  area: Area
  /** Which practice proposes it: its place in the list of practices. */
  proposedBy: number
  problem: string
  objectives: string[]
  /** What the new service does, in one sentence. */
  service: string
  /** Who provides the service today, and what they said. */
  staff: { who: string; said: string; changed: string }
  patients: { who: string; said: string; changed: string }
  /** What is tendered for it, where a sample comes as far. */
  tendered?: Tendered
}

/** What the sample providers ask and offer. */
interface Tendered {
  asked: string
  wording: string
  answer: string
  /** How each of the five would go about it. */
  ways: [string, string, string, string, string]
}

export const counselling = {
  title: 'Counselling in every practice',
  area: 'mental-health',
  proposedBy: 0,
  problem:
    'People referred for counselling wait nine months, and one in three has given up by then. Counsellors work in six of nineteen practices only.',
  objectives: [
    'Nobody waits longer than six weeks for a first appointment.',
    'Counselling is offered within three miles of every patient.',
  ],
  service: 'A first appointment within six weeks, then up to twelve sessions, and a review.',
  staff: {
    who: 'The eleven counsellors who provide the service today',
    said: 'Rooms and supervision matter more to us than who employs us.',
    changed: 'Supervision and rooms became deliverables of the proposal.',
  },
  patients: {
    who: 'The locality’s mental health patient group',
    said: 'We want evening appointments, and to choose whom we see.',
    changed: 'Evening appointments and choice became objectives.',
  },
  tendered: {
    asked: 'We employ three of the counsellors today. Does their employment transfer to the winner?',
    wording: 'Does the employment of today’s counsellors transfer to the winner?',
    answer: 'They are offered posts, and the law on transfers applies. Their terms are in annex C.',
    ways: [
      'Counsellors are placed in every practice, with supervision in peer groups.',
      'A hub in each of three towns, with rooms in practices on two days.',
      'Today’s counsellors keep their jobs, and eight more are trained here.',
      'Digital first, with a counsellor in person for anyone who wants one.',
      'A co-operative of counsellors, paid by outcome.',
    ],
  },
} satisfies Topic

/** One for each stage after the first, the furthest first. */
export const topics = {
  decision: {
    title: 'Diabetes eye screening close to home',
    area: 'diagnostics',
    proposedBy: 3,
    problem:
      'One in five people with diabetes misses the yearly eye screening, because it is offered at one hospital only.',
    objectives: ['Nine in ten are screened each year.', 'Screening is offered at six places at least.'],
    service: 'Screening on weekdays and two Saturdays a month, with results to the practice within two weeks.',
    staff: {
      who: 'The hospital’s four screeners',
      said: 'Moving cameras between places breaks them.',
      changed: 'Every place has a camera of its own.',
    },
    patients: {
      who: 'The diabetes support group',
      said: 'We cannot drive home after the drops.',
      changed: 'Places were chosen by bus routes.',
    },
    tendered: {
      asked: 'We employ two of the screeners today. Does their employment transfer to the winner?',
      wording: 'Does the employment of today’s screeners transfer to the winner?',
      answer: 'They are offered posts, and the law on transfers applies. Their terms are in annex C.',
      ways: [
        'Six places, each with a camera of its own and the same two screeners every week.',
        'A van with two cameras that stops at every health centre on a fixed day of the month.',
        'Today’s screeners keep their jobs, and four healthcare assistants are trained with them.',
        'Opticians in the high street take the pictures, and one centre reads them all.',
        'A co-operative of optometrists, open on two Saturdays a month.',
      ],
    },
  },
  evaluation: {
    title: 'Minor skin surgery out of hospital',
    area: 'outpatients',
    proposedBy: 5,
    problem: 'Minor skin surgery waits 22 weeks in hospital, and half of it needs no hospital.',
    objectives: ['Nobody waits longer than eight weeks.', 'Half of the operations are done outside hospital.'],
    service: 'Assessment from photographs within five days, and surgery within eight weeks in a treatment room nearby.',
    staff: {
      who: 'The hospital’s dermatology nurses',
      said: 'Cancers must not wait behind warts.',
      changed: 'Suspected cancers keep their own way to the hospital.',
    },
    patients: {
      who: 'Patients on the waiting list, by letter',
      said: 'We would travel further to wait less.',
      changed: 'Patients may choose any of the places.',
    },
    tendered: {
      asked: 'We employ two of the dermatology nurses today. Does their employment transfer to the winner?',
      wording: 'Does the employment of today’s dermatology nurses transfer to the winner?',
      answer: 'They are offered posts, and the law on transfers applies. Their terms are in annex C.',
      ways: [
        'Four treatment rooms in health centres, each with a surgeon and a nurse two days a week.',
        'One treatment centre in the middle of the locality, open in the evening and on Saturdays.',
        'The hospital’s nurses keep their jobs and come to the health centres with the surgeon.',
        'Photographs are assessed within two days, and half of the patients are treated the week after.',
        'GPs with a special interest operate in their own practices, each audited by the others.',
      ],
    },
  },
  tender: {
    title: 'Leg ulcer clinics with district nurses',
    area: 'community-nursing',
    proposedBy: 8,
    problem: 'Leg ulcers are dressed at home for years; fewer than half have ever been assessed for their cause.',
    objectives: ['Everybody is assessed within two weeks.', 'Seven in ten ulcers heal within six months.'],
    service:
      'Four weekly clinics with assessment, compression and a healed-leg follow-up, and visits for those who cannot come.',
    staff: {
      who: 'The district nursing teams',
      said: 'We need time for training before clinics open.',
      changed: 'Training comes three months before the first clinic.',
    },
    patients: {
      who: 'The carers’ network',
      said: 'Transport decides whether people come.',
      changed: 'Transport is part of the service.',
    },
  },
  specification: {
    title: 'A pharmacist for every practice',
    area: 'prescribing',
    proposedBy: 10,
    problem: 'Repeat prescriptions take a GP two hours a day, and reviews of people on many medicines are overdue.',
    objectives: ['Every person on ten or more medicines is reviewed yearly.', 'GPs spend an hour less on repeats.'],
    service: 'A clinical pharmacist one day a week in each practice, with shared supervision.',
    staff: {
      who: 'The practices’ prescribing clerks',
      said: 'Two systems for repeats would be worse than one.',
      changed: 'The pharmacists use the practices’ own system.',
    },
    patients: {
      who: 'The over-75s forum',
      said: 'Somebody should explain what the tablets are for.',
      changed: 'Reviews take half an hour, in person.',
    },
  },
  'panel-formation': {
    title: 'One telephone number out of hours',
    area: 'out-of-hours',
    proposedBy: 12,
    problem: 'People out of hours reach three services with three numbers, and are asked the same questions by each.',
    objectives: ['One call is enough.', 'Nine in ten calls are answered by a clinician within twenty minutes.'],
    service: 'One number, one assessment, and a booked appointment or visit where one is needed.',
    staff: {
      who: 'The out-of-hours doctors’ rota',
      said: 'We need to see the practice’s notes.',
      changed: 'Access to notes became a condition.',
    },
    patients: {
      who: 'The parents’ panel',
      said: 'Nobody tells us when to call again.',
      changed: 'Every call ends with what to watch for.',
    },
  },
  nomination: {
    title: 'Physiotherapy without a referral',
    area: 'outpatients',
    proposedBy: 14,
    problem: 'People with back pain see a GP twice before they see a physiotherapist, five weeks later.',
    objectives: ['Half of the people with back pain refer themselves.', 'Nobody waits longer than two weeks.'],
    service: 'A telephone assessment within three days and a first appointment within two weeks.',
    staff: {
      who: 'The physiotherapy department',
      said: 'Self-referral brings people earlier, and more of them.',
      changed: 'Numbers are watched monthly.',
    },
    patients: {
      who: 'The back-pain group',
      said: 'Exercises on paper are not enough.',
      changed: 'Group sessions were added.',
    },
  },
  submission: {
    title: 'Heart failure nurses in the community',
    area: 'community-nursing',
    proposedBy: 16,
    problem: 'One in four people with heart failure is back in hospital within a month.',
    objectives: [
      'Readmissions within a month fall by a third.',
      'Everybody is visited within two days of coming home.',
    ],
    service: 'Three specialist nurses who visit, adjust medicines and teach, with a cardiologist to ask.',
    staff: {
      who: 'The hospital’s heart failure nurse',
      said: 'I see people only when they are back.',
      changed: 'The nurse joins the new team.',
    },
    patients: {
      who: 'The cardiac club',
      said: 'We want to know whom to ring.',
      changed: 'Each person has a named nurse.',
    },
  },
} satisfies Record<string, Topic>
