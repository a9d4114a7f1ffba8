import type { OpenedDocument } from '../../../domain/tender/document.ts'

type Malware = Extract<OpenedDocument, { outcome: 'opened' }>['malware']

const malware: Record<Malware, string> = {
  'none found': 'checked for malware, none found',
  'not looked for': 'not checked for malware: there is no scanner here',
}

export const words = {
  list: {
    title: 'Open tenders',
    intro:
      'Services for which panels of GP practices are seeking providers. Anyone can read what is asked for. To tender, people who work for a provider sign in.',
    caption: 'Open tenders, by deadline',
    columns: { title: 'Service', area: 'Area', deadline: 'Deadline' },
    empty: 'No tender is open at the moment.',
  },
  one: 'Tender',
  backToList: 'Back to the open tenders',
  deadline: 'Deadline',
  questionsClose: 'Questions close',
  version: 'Specification',
  versionNumber: (version: number) => `Version ${version}`,
  pricePart: 'Price share',
  percent: (share: string) => `${share} of 100`,
  priceFormula: 'How the price counts',
  specification: 'What is asked for',
  criteria: 'What tenders are judged on',
  priceExample: 'How three prices would count',
  exampleColumns: { price: 'Price', points: 'Points' },
  howJudged: 'How tenders are judged',
  weight: (weight: string) => `Weight ${weight} of 100`,
  minimum: (minimum: number) => `A tender must score at least ${minimum} here.`,
  scale: 'What each score means',
  questions: 'Questions and answers',
  noQuestions: 'No question has been answered yet.',
  closed: 'This tender has closed. You can no longer submit anything.',
  over: 'This tender has closed: it can be read here, and nothing more can be submitted.',
  ended: (when: string) =>
    `This tender ended on ${when}, without an award. It can be read here, and nothing more can be submitted.`,
  endedBecause: (because: string) => `Why: ${because}`,
  sealed: {
    title: 'Your tender stays sealed',
    detail:
      'Your browser checks, encrypts and uploads your tender with keys made for this tender alone. Nobody at the commissioning company can open it, and neither can any part of this service except one step after the deadline. Your price is opened by another step, once the scores are settled.',
  },
  again: {
    title: 'This is tendered again',
    detail: 'Tenders that were sent before do not count. Send a new one.',
  },
  own: {
    earlier: (round: number, when: string, because: string) =>
      `In round ${round} you submitted a tender, ${when}. It does not count any more. ${because}`,
    missingDocument: 'A missing document',
    title: 'Your organisation’s tender',
    none: 'Your organisation has not submitted a tender.',
    withdrawn: (who: string | undefined, when: string) =>
      `${who === undefined ? 'You' : who} withdrew your organisation’s tender on ${when}.`,
    another: 'You can submit another until the deadline.',
    unopened: 'It was never opened, and stays sealed.',
    has: (at: string) => `Submitted ${at}. You can replace or withdraw it until the deadline.`,
    was: (at: string) => `Submitted ${at}.`,
    evaluated: 'It is with the panel. You will be told the outcome by email.',
    begin: 'Write your tender',
    replace: 'Replace your tender',
    outcome: 'The outcome, and your letter',
    receipt: 'Your receipt',
    withdraw: 'Withdraw your tender',
    signIn: 'If you work for a provider, sign in to tender.',
    notProvider: (name: string) =>
      `This page is for people who work for a provider. You are signed in as ${name}. Everything that is public about the tender is on its own page.`,
  },
  write: {
    title: 'Write your tender',
    due: (when: string) => `Submit it by ${when}. Until then you can replace it.`,
    replacing: {
      title: 'A tender of your organisation stands',
      you: 'You',
      detail: (who: string, when: string, documents: number) =>
        `${who} submitted it on ${when}, with ${documents === 0 ? 'no documents' : documents === 1 ? '1 document' : `${documents} documents`}. It stands unless you seal and submit this one, which replaces all of it. Nobody can read what is sealed, not even you: what you see here is only what is kept in this browser.`,
      /** @param who wrote what stands, where it was somebody else */
      empty: (who: string | undefined) =>
        `This form is empty because what stands was written ${who === undefined ? 'in another browser, or was deleted here' : `by ${who}, in another browser`}. To replace it, answer every question again here, or change it where it was written. If it is right as it is, you need do nothing.`,
      receipt: 'See the receipt of what stands',
    },
    last: {
      title: 'Once it is sealed, it stays sealed until the deadline',
      detail:
        'Nobody can read what you submit before then, not even you: only the draft in this browser is left to look at. You can replace or withdraw it until the deadline.',
    },
    checking: 'Check your tender before you submit it',
    change: 'Change',
    submit: 'Seal and submit',
    noneOf: 'None',
    isConfidential: 'commercially confidential',
    belongsTo: (titles: string) => `belongs to ${titles}`,
    kept: {
      title: 'This draft is in this browser only',
      detail:
        'What you write is kept in this browser, on this computer, until the tender closes or you delete it: also after you submit, so that you can replace your tender. Anyone who uses this browser can read it. It is not sent anywhere in a form that anybody could read. On another computer you would have to start again.',
      forget: 'Delete this draft from this browser',
      sure: {
        title: 'Delete this draft for good?',
        detail:
          'Its answers, prices, partners and documents are in this browser only. Once deleted, nobody can bring them back. What you have submitted already stays submitted.',
        confirm: 'Yes, delete this draft',
        keep: 'No, keep it',
      },
      not: {
        title: 'This draft is not kept',
        detail:
          'This browser does not let this page keep what you write: its storage is full, or closed to websites. Submit your tender before you leave this page, or free some space and reload it once you have copied your answers.',
      },
    },
    quality: 'Quality envelope',
    qualityHint: 'This is opened after the deadline, and scored without your price.',
    confidential: 'This answer is commercially confidential',
    confidentialHint:
      'Mark an answer as commercially confidential only if it is. Other bidders and the public are not shown why it scored as it did, unless the law demands it.',
    partners: 'Partners and subcontractors',
    partnersHint:
      'Name every other organisation that would provide part of the service. The interests of panel members are checked against them. Name only those who have agreed in writing: you may be asked to show it, and a tender that names somebody who has not agreed can be excluded.',
    partner: (place: number) => `Organisation ${place}`,
    as: 'Its role',
    roles: { partner: 'Partner', subcontractor: 'Subcontractor' },
    addPartner: 'Add an organisation',
    removePartner: (place: number) => `Remove organisation ${place}`,
    qualityDocuments: 'Documents for the quality envelope',
    priceDocuments: 'Documents for the price envelope',
    documentsHint: (types: string, most: number) =>
      `Up to ${most} documents of up to 100 MB each, without a password: ${types}.`,
    price: 'Price envelope',
    priceHint: 'This is opened by another step, once the scores are settled. Do not give your price anywhere else.',
    priceLabel: 'Price of the whole contract',
    priceExample:
      'In pounds and without VAT, over the whole length of the contract that the specification gives. For example, 1,180,000 or 1180000.50. If VAT applies, say so in a document of the price envelope.',
    check: 'Check before you submit',
    faults: {
      answer: (title: string) => `Answer “${title}”`,
      price: 'Enter the price in pounds, above 0, such as 1,180,000',
      notUploaded: (name: string) => `Wait until “${name}” has been uploaded, or remove it`,
      failed: (name: string, fault: string) => `“${name}” cannot be submitted. ${fault}`,
      belongs: (name: string) => `Choose the answers that “${name}” belongs to, or do not mark it as confidential`,
      tooLong: (percent: number) =>
        `Shorten your answers: together they are ${percent}% of what fits into the quality envelope. This is the longest`,
    },
  },
  document: {
    confidential: (name: string) => `“${name}” is commercially confidential`,
    belongs: (name: string) =>
      `Which answers does “${name}” belong to? Reasons for their scores are not shown to other bidders or the public`,
    remove: (name: string) => `Remove “${name}”`,
    checking: 'Being checked…',
    uploading: (done: number, of: number) => `Sealed and uploading: ${done} of ${of} parts`,
    held: {
      interrupted: (done: number, of: number) =>
        `The connection was lost after ${done} of ${of} parts. The upload will continue by itself when the connection is back.`,
      'signed out': (done: number, of: number) =>
        `Your sign-in ended after ${done} of ${of} parts. The upload will continue when you have signed in again.`,
      busy: (done: number, of: number) =>
        `The service is busy. ${done} of ${of} parts are uploaded. The upload will continue by itself.`,
      paused: (done: number, of: number) =>
        `The case is paused. ${done} of ${of} parts are uploaded. The upload will continue by itself when the case is resumed.`,
    },
    again: (name: string) => `Try to upload “${name}” again`,
    uploaded: 'Sealed and uploaded',
    size: (bytes: number) =>
      bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  },
  receipt: {
    title: 'Receipt of your tender',
    submitted: 'Your tender was sealed and submitted.',
    replaced: 'Your tender was sealed and submitted. It replaces the one that stood before.',
    keep: 'Keep this receipt. With it you can prove what you submitted, and that the record has not been changed since.',
    facts: {
      tender: 'Tender',
      round: 'Round',
      organisation: 'Submitted for',
      at: 'Submitted',
      by: 'Submitted by',
      quality: 'Quality envelope, SHA-256',
      price: 'Price envelope, SHA-256',
      content: 'of its contents',
      document: 'Document, SHA-256',
      record: 'Fingerprint of the record',
    },
    print: 'Print',
    download: 'Download',
    draft: {
      title: 'A draft of this tender is still in this browser',
      detail:
        'Anyone who uses this browser can read it. You need it only to replace your tender. After the deadline, what is in it is deleted when you open the page of this tender.',
    },
    none: 'There is no tender from your organisation here. It has not submitted one, or has withdrawn it.',
    back: 'Back to the tender',
  },
  withdraw: {
    title: 'Withdraw your tender?',
    which: (who: string | undefined, when: string) =>
      `${who === undefined ? 'You' : who} submitted it on ${when}, and it stands.`,
    effect:
      'It will not be opened, and your organisation will not take part unless you submit again before the deadline. The withdrawal goes on the record.',
    confirm: 'Withdraw the tender',
    keep: 'Keep it',
    done: 'Your tender was withdrawn.',
    withdrawing: 'Withdrawing…',
  },
  opened: {
    documents: 'Documents',
    none: 'No documents are attached.',
    facts: (type: string, size: string) => `${type}, ${size}`,
    malware,
    confidential: 'Marked as confidential by the bidder: do not quote it',
    read: (name: string) => `Read “${name}”`,
    close: (name: string) => `Close “${name}”`,
    save: (name: string) => `Save “${name}”`,
    loading: (part: number, of: number) => `Loading, part ${part} of ${of} …`,
    failed: 'Cannot be read',
    shown: (name: string) => `The document “${name}”`,
    partners: 'Partners and subcontractors',
    noPartners: 'None are named.',
    noAnswer: 'There is no answer.',
  },
} as const
