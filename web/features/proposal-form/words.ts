import type { ProposalForm } from '../../../domain/proposal/proposal.ts'
import type { Section } from './sections.ts'

const sections: Record<Section, { title: string; intro?: string }> = {
  about: { title: 'What it is about' },
  problem: { title: 'The problem and the objectives' },
  deliverables: {
    title: 'What will be delivered, and when',
    intro: 'Add each thing that will be delivered, with the date it is due.',
  },
  costs: {
    title: 'Costs and savings',
    intro: 'Your best estimate is enough. You can leave out the pence.',
  },
  fit: { title: 'How it fits the strategic goals', intro: 'A sentence or two for each is enough.' },
  consultation: {
    title: 'Who was consulted',
    intro:
      'Include at least the staff who provide the service today, and a patient group. A redesign fails if the people it affects were not asked.',
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
  publicHealth: 'Which public health priorities does it serve?',
}

const consulted: Record<ProposalForm['consulted'][number]['kind'], string> = {
  'current staff': 'Staff who provide the service today',
  patients: 'Patients',
  practices: 'Practices',
  providers: 'Providers',
  others: 'Others',
}

const entries = {
  objectives: (number: number) => `Objective ${number}`,
  deliverables: (number: number) => `Deliverable ${number}`,
  consulted: (number: number) => `Consultation ${number}`,
} as const

export const words = {
  /** What an entry of a list is called, where it is one of several. */
  entry: (field: string, number: number): string | undefined =>
    field in entries ? entries[field as keyof typeof entries](number) : undefined,
  list: {
    link: 'Proposals',
    title: 'Your proposals',
    intro:
      'Propose how a local health service could be redesigned, or propose a new one. You can stop at any point and come back.',
    begin: 'Start a proposal',
    drafts: 'Drafts',
    draftsCaption: 'Proposals you are writing',
    noDrafts: 'You are not writing a proposal at the moment.',
    columns: { title: 'Proposal', saved: 'Last saved', remove: 'Delete' },
    untitled: 'No title yet',
    correction: (title: string) => `Correction of: ${title}`,
    remove: 'Delete',
    removing: (title: string) => `Delete the draft “${title}”? You will lose what you wrote in it.`,
    removeConfirm: 'Yes, delete it',
    keep: 'Keep it',
    submitted: 'Submitted',
    notYours: 'Only practices, providers and the company’s staff can make proposals.',
  },
  tasks: {
    title: 'Your proposal',
    back: 'Back to your proposals',
    intro: 'Complete the parts in any order. Everything is saved as you write. Nobody sees it until you submit it.',
    correction: {
      title: 'Correct your proposal',
      intro: 'Your proposal was returned to you. Make the corrections asked for, then submit it again.',
      reasons: 'Why it was returned',
      begin: 'Correct the proposal',
      notReturned: 'This proposal has not been returned, so there is nothing to correct.',
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
      detail: 'You can come back to it later, but you must do it before you submit.',
    },
    done: 'Save and continue',
  },
  sections,
  about: {
    title: 'Title',
    titleHint: 'What the proposal is called in every list, such as “Counselling in every practice”.',
    area: 'Commissioning area',
    areaHint:
      'Only proposals in areas that the company leads go to a panel. For other areas, we will tell you where to take the proposal.',
    choose: 'Choose an area',
    level: (name: string, level: number) => (level === 1 ? name : `${name} (no panel: level ${level})`),
    kind: 'What is it?',
    kinds: { redesign: 'A redesign of a service', 'new service': 'A new service' },
    proposer: 'Who proposes it?',
    other: 'Another organisation, which cannot sign in itself',
    otherName: 'Its name',
  },
  problem: {
    problem: 'What is the problem?',
    problemHint: 'Who it affects, how many people, and what happens today.',
    objectives: 'Objectives',
    objective: entries.objectives,
    add: 'Add an objective',
  },
  deliverables: {
    one: entries.deliverables,
    what: 'What will be delivered?',
    by: 'By when?',
    add: 'Add a deliverable',
  },
  costs: {
    oneOff: 'One-off cost',
    recurrent: 'Cost per year',
    savings: 'Savings per year',
    hint: 'In pounds, such as 48,000',
    investToSave: 'Does it need invest-to-save funding?',
    investToSaveHint: 'Money lent to get started, which is paid back from the savings.',
    yes: 'Yes',
    no: 'No',
  },
  fit,
  consultation: {
    one: entries.consulted,
    who: 'Who was asked?',
    whoHint: 'Such as “The counsellors of six practices”.',
    kind: 'Which group do they belong to?',
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
    clinicalGovernance: 'Which clinical governance standards does it meet?',
    premises: 'Where will the service be based?',
  },
  attachments: {
    choose: 'Attach a document',
    hint: (most: number) =>
      `Up to ${most} documents of up to 25 MB each: PDF, Word, Excel, PowerPoint, OpenDocument, PNG, JPEG or plain text, without a password. Anyone who can read the proposal can read them.`,
    none: 'No documents are attached.',
    sending: (name: string, percent: number) => `${name}: ${percent}% sent`,
    checking: (name: string) => `Checking ${name}…`,
    attached: (name: string) => `${name} is attached.`,
    cannot: (name: string, why: string) => `${name} cannot be attached. ${why}.`,
    tooLarge: 'It is larger than 25 MB',
    there: 'It is already attached',
    tooMany: (most: number) => `There are already ${most} documents: remove one first`,
    again: 'Choose it again: the part already sent is kept',
    remove: 'Remove',
    save: 'Save',
    open: (name: string) => `Save ${name}`,
    size: (bytes: number) =>
      bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  },
  dateHint: 'For example, 27 3 2027',
  remove: (what: string) => `Remove ${what.toLowerCase()}`,
  removed: (what: string) => `${what} was removed.`,
  review: {
    title: 'Check your proposal before you submit it',
    change: 'Change',
    changeWhat: (what: string) => `Change ${what.toLowerCase()}`,
    missing: '–',
    faults: {
      title: 'The proposal is not complete yet',
      detail: 'Follow each link to put it right. What you wrote is saved.',
    },
    unsaved: {
      title: 'The proposal was not submitted',
      detail: {
        unsaved: 'What you wrote last is not saved yet, so it would have been left out. Submit again once it is saved.',
        clash: 'You also changed part of it in another tab or on another device. Choose which version to keep.',
        changed:
          'You also changed it in another tab or on another device. Both changes are shown here now. Check the proposal, then submit it again.',
      },
      choose: 'Choose which version to keep',
    },
    promise:
      'By submitting you confirm that this is correct as far as you know. The programme manager checks it within 10 working days, and accepts it or tells you what to correct.',
    submit: 'Submit the proposal',
    resubmit: 'Submit the corrected proposal',
    submitting: 'One moment…',
    done: 'Your proposal has been submitted. The programme manager will check that it is complete.',
    resubmitted: 'Your corrected proposal has been submitted.',
  },
  gone: {
    title: 'This draft was not found',
    detail: 'It may have been submitted or deleted. Go to “Your proposals” to see them all.',
  },
} as const
