/**
 * The only file that spells keys. One table, `pk` and `sk`; see access-patterns.md. Keys hold identifiers, never names.
 *
 * A case's partition: `NOW#…` what it is now (one Query loads it), `EVENT#…` and `PAYLOAD#…` its record, `NOW#wait` the open
 * wait of its stage and `NOW#wait-substitution` that of a substitution among it, and the keyed nouns under prefixes of their own.
 */
const casePk = (caseId: string) => `CASE#${caseId}`
const number = (sequence: number) => String(sequence).padStart(8, '0')

/** Which workflow of a case asks: its stage's, or the substitution beside it. */
export type Asking = 'stage' | 'substitution'
const besides = (of: Asking) => (of === 'stage' ? '' : `-${of}`)

export const keys = {
  head: (caseId: string) => ({ pk: casePk(caseId), sk: 'NOW#head' }),
  noun: (caseId: string, noun: string) => ({ pk: casePk(caseId), sk: `NOW#${noun}` }),
  /** One entry of a noun that grows by entries. */
  entry: (caseId: string, noun: string, entry: string) => ({ pk: casePk(caseId), sk: `${noun}#${entry}` }),
  /** The second item, and those after it, of what is too long for one. */
  part: ({ pk, sk }: { pk: string; sk: string }, number: number) => ({ pk, sk: `${sk}/${number}` }),
  event: (caseId: string, sequence: number) => ({ pk: casePk(caseId), sk: `EVENT#${number(sequence)}` }),
  payload: (caseId: string, sequence: number) => ({ pk: casePk(caseId), sk: `PAYLOAD#${number(sequence)}` }),
  wait: (caseId: string, of: Asking = 'stage') => ({ pk: casePk(caseId), sk: `NOW#wait${besides(of)}` }),
  /** The last wait that digests told of. */
  digested: (caseId: string, of: Asking = 'stage') => ({ pk: casePk(caseId), sk: `NOW#digested${besides(of)}` }),
  /** What a step must keep to itself until the record reveals it. */
  secret: (caseId: string, name: string) => ({ pk: casePk(caseId), sk: `SECRET#${name}` }),
  /** A person's private draft for a case. */
  caseDraft: (caseId: string, personId: string, what: string) => ({
    pk: casePk(caseId),
    sk: `DRAFT#${personId}#${what}`,
  }),

  person: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'ACCESS#person' }),
  exclusion: (personId: string, caseId: string) => ({ pk: `PERSON#${personId}`, sk: `ACCESS#excluded#${caseId}` }),
  proposalDraft: (personId: string, draftId: string) => ({ pk: `PERSON#${personId}`, sk: `DRAFT#${draftId}` }),
  idempotency: (personId: string, key: string) => ({ pk: `PERSON#${personId}`, sk: `ONCE#${key}` }),
  /** The fingerprint of the secret under which a person's calendar is read. */
  calendar: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'CALENDAR' }),
  /** How many seats a person has accepted: whoever accepts two at once accepts one after the other. */
  seats: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'SEATS' }),
  /** That a person was mailed about something. */
  told: (personId: string, about: string) => ({ pk: `PERSON#${personId}`, sk: `TOLD#${about}` }),

  /** A version of a milestone's checklist, of all cases. */
  checklist: (milestone: string, version: number) => ({ pk: `CHECKLIST#${milestone}`, sk: number(version) }),

  practice: (practiceId: string) => ({ pk: 'REGISTER#practices', sk: practiceId }),
  organisation: (organisationId: string) => ({ pk: 'REGISTER#organisations', sk: organisationId }),
  /** A person in one of the groups they belong to: a practice, an organisation, a role. */
  groupMember: (group: string, personId: string) => ({ pk: `REGISTER#people#${group}`, sk: personId }),

  /** The register of interests: its record is a chain like a case's, and what it holds of a person one item. */
  registerHead: { pk: 'REGISTER#record', sk: 'HEAD' },
  registerEvent: (sequence: number) => ({ pk: 'REGISTER#record', sk: `EVENT#${number(sequence)}` }),
  registerPayload: (sequence: number) => ({ pk: 'REGISTER#record', sk: `PAYLOAD#${number(sequence)}` }),
  /** How far the open cases have been looked at again since the register changed. */
  registerRecheck: { pk: 'REGISTER#record', sk: 'RECHECK' },
  registerEntry: (personId: string) => ({ pk: 'REGISTER#interests', sk: personId }),
  /** When a person declared last: read with their access, so that nobody takes part on an old declaration. */
  declared: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'ACCESS#declared' }),
  /** Which events of the register are about a person. */
  declaredBefore: (personId: string, sequence: number) => ({
    pk: `PERSON#${personId}`,
    sk: `REGISTER#${number(sequence)}`,
  }),

  /** Which events of the register are about an organisation. */
  recordedBefore: (organisationId: string, sequence: number) => ({
    pk: `ORGANISATION#${organisationId}`,
    sk: `REGISTER#${number(sequence)}`,
  }),

  /** The monthly report. */
  report: (month: string) => ({ pk: 'REPORT', sk: month }),

  /** What is to be mailed, until it was: of a case, of the register, or a report. */
  unsent: (of: string, which: number | string) => ({
    pk: 'UNSENT',
    sk: `${of}#${typeof which === 'number' ? number(which) : which}`,
  }),

  row: (audience: string, sort: string) => ({ pk: `LIST#${audience}`, sk: sort }),
}

export const prefixes = {
  now: (caseId: string) => ({ pk: casePk(caseId), sk: 'NOW#' }),
  entries: (caseId: string, noun: string) => ({ pk: casePk(caseId), sk: `${noun}#` }),
  events: (caseId: string) => ({ pk: casePk(caseId), sk: 'EVENT#' }),
  payloads: (caseId: string) => ({ pk: casePk(caseId), sk: 'PAYLOAD#' }),
  caseDrafts: (caseId: string, personId: string) => ({ pk: casePk(caseId), sk: `DRAFT#${personId}#` }),
  access: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'ACCESS#' }),
  exclusions: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'ACCESS#excluded#' }),
  proposalDrafts: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'DRAFT#' }),
  checklists: (milestone: string) => ({ pk: `CHECKLIST#${milestone}` }),
  practices: { pk: 'REGISTER#practices' },
  organisations: { pk: 'REGISTER#organisations' },
  registerEntries: { pk: 'REGISTER#interests' },
  registerEvents: { pk: 'REGISTER#record', sk: 'EVENT#' },
  registerPayloads: { pk: 'REGISTER#record', sk: 'PAYLOAD#' },
  declaredBefore: (personId: string) => ({ pk: `PERSON#${personId}`, sk: 'REGISTER#' }),
  recordedBefore: (organisationId: string) => ({ pk: `ORGANISATION#${organisationId}`, sk: 'REGISTER#' }),
  group: (group: string) => ({ pk: `REGISTER#people#${group}` }),
  reports: { pk: 'REPORT' },
  unsent: { pk: 'UNSENT' },
  rows: (audience: string) => ({ pk: `LIST#${audience}` }),
}

/** What an item is called under a prefix: the rest of its sort key. */
export const nameUnder = ({ sk }: { sk: string }, item: Record<string, unknown>): string =>
  String(item['sk']).slice(sk.length)

/** What of a case stands under a sort key: a noun, or an entry of one. */
export function nounAt(sk: string): { noun: string; entry: string } {
  const name = sk.startsWith('NOW#') ? sk.slice('NOW#'.length) : sk
  const [noun = '', ...entry] = name.split('#')
  return { noun, entry: entry.join('#') }
}

type CaseItem = { caseId: string; kind: 'head' | 'event' | 'other' }

/** The case that an item of the table belongs to, and what the item is. */
export function caseItem(pk: string, sk: string): CaseItem | undefined {
  if (!pk.startsWith('CASE#')) return undefined
  return {
    caseId: pk.slice('CASE#'.length),
    kind: sk.startsWith('EVENT#') ? 'event' : sk === 'NOW#head' ? 'head' : 'other',
  }
}

/** An event of the register of interests. */
export const isRegisterEvent = (pk: string, sk: string): boolean =>
  pk === keys.registerHead.pk && sk.startsWith('EVENT#')

/** The mark of how far the open cases have been looked at again. */
export const isRegisterRecheck = (pk: string, sk: string): boolean =>
  pk === keys.registerRecheck.pk && sk === keys.registerRecheck.sk

/** Whether an item of the table is a monthly report. */
export const isReport = (pk: string): boolean => pk === prefixes.reports.pk
