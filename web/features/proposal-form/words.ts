import type { ProposalForm } from '../../../domain/proposal/proposal.ts'
import type { Section } from './sections.ts'

const sections: Record<Section, { title: string; intro?: string }> = {
  about: { title: 'What it is about' },
  problem: { title: 'The problem and the objectives' },
  deliverables: {
    title: 'What will be delivered, and when',
    intro: 'A line for each thing that will be there in the end, with the date it is due.',
  },
  costs: {
    title: 'Costs and savings',
    intro: 'Your best estimate is enough. Leave out pence where there are none.',
  },
  fit: { title: 'How it fits the strategic goals', intro: 'A sentence or two for each is enough.' },
  consultation: {
    title: 'Who was consulted',
    intro:
      'At least the staff who provide the service today, and a patient group. A redesign fails when those it is about were not asked.',
  },
  people: { title: 'Who leads it' },
  governance: { title: 'Clinical governance and premises' },
  attachments: {
    title: 'Attachments',
    intro:
      'Documents that help to judge the proposal, such as a business plan or letters of support. You need not attach any.',
  },
}

const fit: Record<keyof ProposalForm['strategicFit'], string> = {
  closeToThePatient: 'How does it bring care close to the patient?',
  integration: 'How does it join services up?',
  avoidingAdmissions: 'How does it avoid admissions to hospital?',
  choice: 'How does it give patients choice?',
  financialBalance: 'How does it help to balance the budget?',
  publicHealth: 'Which public-health priorities does it serve?',
}

const consulted: Record<ProposalForm['consulted'][number]['kind'], string> = {
  'current staff': 'Staff who provide the service today',
  patients: 'Patients',
  practices: 'Practices',
  providers: 'Providers',
  others: 'Others',
}

export const words = {
  list: {
    link: 'Proposals',
    title: 'Your proposals',
    intro:
      'Propose how a local health service could be redesigned, or a new one. You can stop at any point and come back.',
    begin: 'Begin a proposal',
    drafts: 'Drafts',
    draftsCaption: 'Proposals that you are writing',
    noDrafts: 'You are not writing a proposal at the moment.',
    columns: { title: 'Proposal', saved: 'Last saved', remove: 'Delete' },
    untitled: 'No title yet',
    correction: (title: string) => `Correction of: ${title}`,
    remove: 'Delete',
    removing: (title: string) => `Delete the draft “${title}”? What you wrote in it is gone then.`,
    removeConfirm: 'Yes, delete it',
    keep: 'Keep it',
    submitted: 'Submitted',
    notYours: 'Practices, providers and the company’s staff make proposals.',
  },
  tasks: {
    title: 'Your proposal',
    back: 'Back to your proposals',
    intro: 'Do the parts in any order. Everything is saved as you write it; nobody sees it before you submit it.',
    correction: {
      title: 'Correct your proposal',
      intro: 'It was returned to you. Correct what is asked for, then submit it again.',
      reasons: 'Why it was returned',
      begin: 'Correct the proposal',
      notReturned: 'This proposal has not been returned: there is nothing to correct.',
    },
    label: 'Parts of the proposal',
    states: { notBegun: 'Not started', optional: 'Optional', done: 'Done', left: (count: number) => `${count} to do` },
    progress: (done: number, all: number) => `${done} of ${all} parts are done.`,
    review: 'Check and submit',
  },
  section: {
    back: 'Back to all parts',
    caption: 'Your proposal',
    faults: {
      title: 'There is more to do here',
      detail: 'You can come back to it later; it has to be done before you submit.',
    },
    done: 'Save and go on',
  },
  sections,
  about: {
    title: 'Title',
    titleHint: 'What the proposal is called in every list, such as “Counselling in every practice”.',
    area: 'Commissioning area',
    areaHint:
      'Only areas that the company leads go to a panel. For the others you are told where to take the proposal.',
    choose: 'Choose an area',
    level: (name: string, level: number) => (level === 1 ? name : `${name} (no panel: level ${level})`),
    kind: 'What is it?',
    kinds: { redesign: 'A redesign of a service', 'new service': 'A new service' },
    proposer: 'Who proposes it?',
    other: 'Another body, which has no sign-in of its own',
    otherName: 'Its name',
  },
  problem: {
    problem: 'What is the problem?',
    problemHint: 'Who has it, how many they are, and what happens today.',
    objectives: 'Objectives',
    objective: (number: number) => `Objective ${number}`,
    add: 'Add an objective',
  },
  deliverables: {
    one: (number: number) => `Deliverable ${number}`,
    what: 'What will be there?',
    by: 'By when?',
    add: 'Add a deliverable',
  },
  costs: {
    oneOff: 'One-off cost',
    recurrent: 'Cost for a year',
    savings: 'Savings for a year',
    hint: 'In pounds, such as 48,000',
    investToSave: 'Does it need invest-to-save funding?',
    investToSaveHint: 'Money lent for the beginning, which the savings pay back.',
    yes: 'Yes',
    no: 'No',
  },
  fit,
  consultation: {
    one: (number: number) => `Consultation ${number}`,
    who: 'Who was asked?',
    whoHint: 'Such as “The counsellors of six practices”.',
    kind: 'What kind of people are they?',
    choose: 'Choose one',
    when: 'When?',
    said: 'What did they say?',
    changed: 'What changed because of it?',
    changedHint: 'If nothing did, say why.',
    add: 'Add a consultation',
    kinds: consulted,
  },
  people: {
    clinicalLead: 'Name of the clinical lead',
    projectManager: 'Name of the project manager',
    hint: 'They cannot sit on the panel for this proposal.',
  },
  governance: {
    clinicalGovernance: 'Which clinical-governance standards does it meet?',
    premises: 'Where will the service be?',
  },
  attachments: {
    choose: 'Attach a document',
    hint: (most: number) =>
      `${most} documents at most, of 25 MB each: PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG or plain text, without a password. Whoever reads the proposal can read them.`,
    none: 'No documents are attached.',
    sending: (name: string, percent: number) => `${name}: ${percent} % sent`,
    checking: (name: string) => `${name} is being looked at`,
    attached: (name: string) => `${name} is attached.`,
    cannot: (name: string, why: string) => `${name} cannot be attached. ${why}.`,
    tooLarge: 'It is larger than 25 MB',
    there: 'It is attached already',
    tooMany: (most: number) => `There are ${most} documents already: remove one first`,
    again: 'Choose it again: what was sent of it is kept',
    remove: (name: string) => `Remove ${name}`,
    open: (name: string) => `Save ${name}`,
    size: (bytes: number) =>
      bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  },
  dateHint: 'For example, 27 3 2027',
  remove: (what: string) => `Remove ${what.toLowerCase()}`,
  review: {
    title: 'Check your proposal before you submit it',
    change: 'Change',
    changeWhat: (what: string) => `Change ${what.toLowerCase()}`,
    missing: '–',
    faults: {
      title: 'The proposal is not complete yet',
      detail: 'Follow each link to where it is put right. What you wrote is saved.',
    },
    promise:
      'By submitting you say that this is right as far as you know. The programme manager looks at it within ten working days, and accepts it or tells you what to correct.',
    submit: 'Submit the proposal',
    resubmit: 'Submit the corrected proposal',
    submitting: 'One moment …',
    done: 'Your proposal has been submitted. The programme manager checks that it is complete.',
    resubmitted: 'Your corrected proposal has been submitted.',
  },
  gone: {
    title: 'There is no such draft',
    detail: 'It may have been submitted or deleted. Your proposals are listed on their own page.',
  },
} as const
