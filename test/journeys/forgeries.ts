import type { Actor } from '../../domain/case/party.ts'
import type { Export } from '../../domain/record/export.ts'
import { type Data, type Event, Forger, type Type } from './forger.ts'

/** One forged line of a played case for each rule that the verifier holds a record to (domain/record/held.ts). */

const manager = { person: 'person-48', as: 'programme-manager' } as const
const deputy = { person: 'person-49', as: 'deputy-programme-manager' } as const
const approver = { person: 'person-50', as: 'approver' } as const
const step: Actor = { step: 'a-step' }

const isAward = ({ matter }: Data) => matter === 'award'
const byPerson = (by: Actor) => (_: Data, entry: Event['entry']) => Object.assign(entry, { by })
const at = (time: string) => (_: Data, entry: Event['entry']) => Object.assign(entry, { at: time })

/** Somebody says that a document of a tender is missing, and its bidder is asked for it. */
function askedForDocument(f: Forger, ...then: [type: Type, data: Data, by?: Actor][]): void {
  const question = { round: 1, id: 1, organisationId: 'cloverbank', requirement: 'missing', says: 'So.' }
  const asked = { id: 1, organisationId: 'cloverbank', document: 'The certificate', person: deputy.person }
  const all: typeof then = [
    ['ComplianceRaised', { ...question, person: deputy.person }, deputy],
    ['MissingDocumentAsked', asked, deputy],
    ...then,
  ]
  for (const [type, data, by = step] of all.reverse()) f.insert('BiddersChecked', type, data, by)
}
const waiting = (name: string, dueAt: string): [Type, Data] => ['WaitOpened', { name, dueAt }]

/** What is asked is changed to a version of the specification, in words only. */
function changed(f: Forger, { after, version, by }: { after: Type; version: number; by: Actor }): void {
  const { terms } = f.one('TenderPublished').payload?.data ?? {}
  f.insert(after, 'TenderChanged', { round: 1, from: 2, version, reason: 'So.', terms }, by)
}

/** By what the rule says: what is done, and what is said of it. */
const forgeries: [rule: string, forged: (record: Forger) => void, found: string][] = [
  [
    'Whoever did',
    (f) => f.edit('ScoresSubmitted', byPerson({ person: 'somebody', as: 'panel-member' })),
    'says that it is',
  ],
  ['Whoever did', (f) => f.edit('BallotCast', byPerson({ step: 'sweep' })), 'that is for panel-member'],
  ['Whoever did', (f) => f.edit('RecommendationConfirmed', byPerson(manager)), 'that is for approver'],
  ['Whoever did', (f) => f.edit('AwardMade', byPerson(approver)), 'that is for a step of the service'],
  ['Whoever did', (f) => f.edit('CriterionModerated', byPerson({ person: f.member, as: 'chair' })), 'was no chair'],
  ['A case that has ended', (f) => f.insert('CaseEnded', 'CasePaused', { reason: 'So.' }), 'the case had ended'],
  [
    'A person sends a case back',
    (f) => f.insert('TendersRanked', 'StageEntered', { stage: 'tender', attempt: 7, because: 'So.' }),
    'was not for the programme-manager to send',
  ],
  [
    'A case is not sent back or withdrawn over',
    (f) => f.insert('RepresentationMade', 'StageEntered', { stage: 'tender', attempt: 8, because: 'So.' }, approver),
    'a representation had not been answered',
  ],
  ['A case ends as awarded', (f) => f.remove('AwardMade'), 'nothing had been announced that ends a case as awarded'],

  [
    'Whoever is asked to',
    (f) =>
      f.edit(
        'WaitOpened',
        (data) => Object.assign(data, { dueAt: '2020-01-01T00:00:00.000Z' }),
        ({ name }) => name === 'nominations',
      ),
    'earlier than the rules of the case say',
  ],
  [
    'Whoever is asked to',
    (f) => {
      const dueAt = '2031-01-01T00:00:00.000Z'
      askedForDocument(f, waiting('missing document', dueAt), waiting('compliance', dueAt))
    },
    'the missing document was still waited for',
  ],
  [
    'A person moves a deadline',
    (f) =>
      f.insert('QuestionAsked', 'DeadlineExtended', {
        ...{ wait: 'tenders', dueAt: '2020-01-01T00:00:00.000Z', reason: 'So.' },
      }),
    'Choose a later one',
  ],

  [
    'A draw is committed to',
    (f) => f.edit('DrawCommitted', ({ salts }) => delete salts[Object.keys(salts)[0] ?? '']),
    'and is not in the pool',
  ],
  [
    'Randomness comes',
    (f) => f.insert('DrawCommitted', 'RandomnessChanged', { to: 'drand-quicknet', reason: 'So.' }),
    'the randomness was not lacking',
  ],
  [
    'Nobody is seated',
    (f) => f.insert('ChairChosen', 'SeatsLapsed', { people: [f.chair] }, step),
    'had accepted the seat',
  ],
  [
    'People are nominated',
    (f) =>
      f.insert(
        'NominationClosed',
        'PersonNominated',
        { ...f.one('PersonNominated').payload?.data, person: 'somebody' },
        { person: 'person-03', as: 'practice' },
      ),
    'Nominations for this case have closed',
  ],
  ['Nominations close', (f) => f.remove('PracticeDeclined'), 'practices had not answered'],
  ['Nominations close', (f) => f.edit('NominationClosed', ({ pool }) => pool.pop()), 'not those who accepted'],
  [
    'A seat is accepted',
    (f) => {
      const { person } = f.one('SeatDeclined').payload?.data ?? {}
      f.insert('SeatDeclined', 'SeatAccepted', { person }, { person, as: 'nominee' })
    },
    'You have declined your seat',
  ],
  [
    'The chair is whom',
    (f) => f.edit('ChairChosen', (data) => Object.assign(data, { person: f.member })),
    'by the votes it is',
  ],

  [
    'A flagged interest',
    (f) =>
      f.edit('InterestManaged', (data, entry) => Object.assign(entry, { by: { ...manager, person: data.person } })),
    'Nobody can adjudicate their own interest',
  ],
  [
    'A flagged interest',
    (f) => f.insert('InterestManaged', 'PersonBarred', f.all('InterestManaged').at(-1)?.payload?.data),
    'no flagged interest waiting',
  ],

  [
    'Ballots are cast',
    (f) => {
      const [first, second] = f.all('BallotCast', isAward)
      if (first && second) f.events[f.events.indexOf(second)] = first
    },
    'You have already voted',
  ],
  ['Ballots are cast', (f) => f.remove('DeclarationRenewed', ({ person }) => person === f.member), 'First declare'],
  [
    'A vote is not opened over',
    (f) => f.insert('BallotCast', 'VoteOpened', f.one('VoteOpened', isAward).payload?.data, step),
    'a vote on the award was open',
  ],
  [
    'A vote is counted when',
    (f) => {
      for (const { payload } of f.all('BallotCast', isAward)) (payload?.data as Data).option = 'no award'
    },
    'the ballots do not make this count',
  ],
  ['A vote is counted when', (f) => f.remove('BallotCast', isAward), '0 of 7 members have voted'],
  [
    'A vote is counted when',
    (f) => {
      f.remove('BallotCast', (data) => isAward(data) && data.person === f.member)
      f.edit('VoteCounted', ({ tally }) => Object.assign(tally.votes, { 'no award': 0 }), isAward)
    },
    'the round was not over',
  ],
  [
    'The panel concludes',
    (f) => f.edit('SpecificationApproved', (data) => Object.assign(data, { version: 1 })),
    'not what the vote carried',
  ],

  ['A tender is published once', (f) => f.remove('BusinessCaseApproved'), 'had not approved the business case'],
  [
    'A tender is published once',
    (f) => f.edit('TenderPublished', ({ terms }) => Object.assign(terms, { priceShare: '90' })),
    'not those that the panel approved',
  ],
  ['A tender is submitted', (f) => f.edit('TenderSubmitted', at('2031-01-01T00:00:00.000Z')), 'Your tender arrived at'],
  ['A question is asked', (f) => f.edit('QuestionAsked', at('2031-01-01T00:00:00.000Z')), 'Questions closed at'],
  [
    'What a published tender asks',
    (f) => changed(f, { after: 'TenderPublished', version: 1, by: f.by(f.member) }),
    'had not approved this version',
  ],
  [
    'What a published tender asks',
    (f) => {
      changed(f, { after: 'TenderSubmitted', version: 2, by: f.by(f.member) })
      const { deadline } = f.one('TenderClosed').payload?.data ?? {}
      f.edit('TenderChanged', at(new Date(Date.parse(deadline) - 1_000).toISOString()))
    },
    'which did not move',
  ],
  [
    'The deadline for tenders never',
    (f) =>
      f.insert('QuestionAsked', 'DeadlineExtended', {
        wait: 'tenders',
        dueAt: '2020-01-01T00:00:00.000Z',
        reason: 'So.',
      }),
    'the deadline for tenders became earlier',
  ],
  ['A tender closes when', (f) => f.remove('QuestionAnswered'), 'every question is answered'],
  ['Tenders are opened after', (f) => f.remove('TenderSubmitted'), 'not those that were submitted'],
  [
    'Tenders are opened after',
    (f) => f.edit('TendersOpened', ({ tenders }) => Object.assign(tenders[0].quality, { sha256: '0'.repeat(64) })),
    'is not what it had sealed',
  ],
  [
    'How a case goes on',
    (f) =>
      f.insert(
        'TendersOpened',
        'FewTendersDecided',
        { choice: 'no award', reasons: 'So.', present: [f.chair] },
        { person: f.chair, as: 'chair' },
      ),
    'fewer than two were received',
  ],

  [
    'A question of compliance',
    (f) => {
      const question = { round: 1, id: 1, organisationId: 'cloverbank', requirement: 'other', says: 'So.' }
      f.insert('ScoringClosed', 'ComplianceRaised', { ...question, person: deputy.person }, deputy)
    },
    'Scoring has closed',
  ],
  [
    'A bidder is asked for a document',
    (f) => {
      const supplied = { question: 1, organisationId: 'cloverbank', person: 'somebody', name: 'It.pdf' }
      const before = waiting('missing document', f.one('BiddersChecked').entry.at)
      askedForDocument(f, before, ['MissingDocumentSupplied', supplied, { person: 'somebody', as: 'provider' }])
    },
    'Your document arrived at',
  ],
  ['Members are checked', (f) => f.remove('TendersOpened'), 'the tenders had not been opened'],
  [
    'Members are checked',
    (f) => f.edit('TendersOpened', ({ tenders }) => Object.assign(tenders[0].opening, { priceIntact: false })),
    'had not been ruled on',
  ],
  [
    'It takes two people',
    (f) => {
      const ruled = { id: 1, verdict: 'fail', reasons: 'So.', person: deputy.person, second: false }
      askedForDocument(f, ['ComplianceRuled', ruled, deputy])
    },
    'given no time to supply it',
  ],
  [
    'It takes two people',
    (f) => {
      const ruled = { id: 1, verdict: 'fail', reasons: 'So.' }
      f.insert('BiddersChecked', 'ComplianceRuled', { ...ruled, person: deputy.person, second: true }, deputy)
      f.insert('BiddersChecked', 'ComplianceRuled', { ...ruled, person: manager.person, second: false })
      const question = { id: 1, organisationId: 'cloverbank', requirement: 'answers', says: 'So.' }
      f.insert('BiddersChecked', 'ComplianceQuestioned', { round: 1, questions: [question] }, step)
    },
    'must sit on the panel',
  ],
  [
    'It takes two people',
    (f) => {
      const ruled = { id: 1, verdict: 'fail', reasons: 'So.', person: deputy.person, second: false }
      f.insert('BiddersChecked', 'ComplianceRuled', ruled, deputy)
      const question = { round: 1, id: 1, organisationId: 'cloverbank', requirement: 'missing', says: 'So.' }
      f.insert('BiddersChecked', 'ComplianceRaised', { ...question, person: deputy.person }, deputy)
    },
    'Ask the bidder for this document',
  ],
  [
    'Interests in the tenders',
    (f) =>
      f.insert('DeclarationRenewed', 'DeclarationRenewed', f.all('DeclarationRenewed').at(-1)?.payload?.data, approver),
    'had declared before',
  ],
  ['Scoring opens', (f) => f.edit('ScoringOpened', ({ tenders }) => tenders.pop()), 'not those that comply'],
  ['Scores are given', (f) => f.remove('DeclarationRenewed'), 'First declare'],
  ['Scores are given', (f) => f.edit('ScoresSubmitted', ({ scores }) => delete scores.access), 'Score “'],
  ['Scoring closes', (f) => f.edit('ScoringClosed', ({ finished }) => finished.pop()), 'finished: they are not'],
  ['Scoring closes', (f) => f.remove('ScoresSubmitted', ({ member }) => member === f.member), 'scoring was not over'],
  [
    'What the panel agrees',
    (f) => f.edit('CriterionModerated', (data) => Object.assign(data, { present: [f.chair] })),
    'members must take part',
  ],
  ['Moderation closes', (f) => f.remove('ModerationConcluded'), 'criteria were still to be discussed'],
  ['Prices are opened', (f) => f.move('PricesOpened', 'ModerationClosed'), 'moderation had not closed'],
  [
    'Whoever’s price',
    (f) => f.insert('PricesOpened', 'PricesQueried', { prices: [{ organisationId: 'cloverbank', pence: 1 }] }, step),
    'not those that are far below',
  ],
  [
    'Whoever’s price',
    (f) => {
      const judged = { organisationId: 'cloverbank', outcome: 'disregarded', reasons: 'So.', present: [f.chair] }
      f.insert('PricesOpened', 'PriceJudged', judged, { person: f.chair, as: 'chair' })
    },
    'There is no question to answer about the price',
  ],
  [
    'The ranking is what',
    (f) => f.edit('PricesOpened', ({ prices }) => Object.assign(prices[0], { pence: 1 })),
    'its bidder was not asked about it',
  ],
  [
    'The ranking is what',
    (f) => f.edit('TendersRanked', ({ counted }) => counted.scoring.pop()),
    'counted: they are not',
  ],

  ['A business case is answered', (f) => f.remove('BusinessCasePut'), 'The business case comes to you once'],
  [
    'A recommendation is what',
    (f) => f.edit('RecommendationMade', (data) => Object.assign(data, { recommendation: { outcome: 'no award' } })),
    'not what the panel’s vote carried',
  ],
  [
    'A recommendation is what',
    (f) => f.edit('RecommendationMade', ({ reasons }) => reasons.push('It is the best.')),
    'not those of the ballots',
  ],
  [
    'What the panel decided is',
    (f) => f.remove('DeclarationRenewed', ({ person }) => person === approver.person),
    'First declare',
  ],
  ['Letters are written', (f) => f.remove('RecommendationConfirmed'), 'had not been confirmed'],
  [
    'Letters are written',
    (f) => f.edit('LetterWritten', ({ letter }) => Object.assign(letter, { outcome: 'not awarded' })),
    'tells another outcome',
  ],
  [
    'Letters are written',
    (f) => f.edit('LetterWritten', ({ letter }) => Object.assign(letter.own, { total: '1' })),
    'quotes another score or total',
  ],
  [
    'Letters are written',
    (f) => f.edit('LetterWritten', ({ letter }) => Object.assign(letter.own.criteria[0], { reasons: ['Good.'] })),
    'gives other reasons',
  ],
  [
    'Letters are written',
    (f) =>
      f.edit('LetterWritten', ({ letter }) => {
        for (const one of letter.own.criteria) one.agreed = one.agreed.map((said: string) => said.slice(0, 20))
      }),
    'or why it was corrected: “The chair chose the row',
  ],
  [
    'Letters are written',
    (f) => f.edit('LetterWritten', ({ letter }) => letter.withoutExcluded.push('Somebody was excluded.')),
    'or by rulings of theirs',
  ],
  [
    'An outcome is announced',
    (f) => f.remove('LetterWritten', ({ organisationId }) => organisationId === 'cloverbank'),
    'letter had been written',
  ],
  [
    'An outcome is announced',
    (f) =>
      f.edit('OutcomeAnnounced', ({ standstill }) => Object.assign(standstill, { ends: '2027-01-01T00:00:00.000Z' })),
    'not the one that the law makes',
  ],
  [
    'An outcome is announced',
    (f) => f.edit('OutcomeAnnounced', ({ notice }) => Object.assign(notice, { pence: 1 })),
    'not of the tender, the price and the grounds',
  ],
  [
    'The notice is recorded',
    (f) => f.insert('OutcomeAnnounced', 'NoticePublished', { sitting: 1, on: '2020-01-01', reference: '1' }),
    'The notice cannot have been published then',
  ],
  [
    'A representation is made',
    (f) => f.edit('RepresentationMade', at('2031-01-01T00:00:00.000Z')),
    'Representations had to be made before',
  ],
  [
    'A representation is answered',
    (f) => f.edit('RepresentationAnswered', (data) => Object.assign(data, { present: [f.chair] })),
    'members must take part',
  ],
  ['An award is made', (f) => f.remove('RepresentationAnswered'), 'a representation had not been answered'],
  [
    'An award is made',
    (f) => f.edit('AwardMade', at('2020-01-01T00:00:00.000Z')),
    'awarded before the standstill was over',
  ],
  [
    'An award is made',
    (f) => f.edit('AwardMade', (data) => Object.assign(data, { organisationId: 'cloverbank' })),
    'a tender that was not announced',
  ],

  ['A milestone after', (f) => f.remove('MilestoneItemAnswered', ({ item }) => item === f.item), 'Not answered yet'],
  [
    'A milestone after',
    (f) => f.edit('BenefitsReviewed', ({ objectives }) => objectives.pop()),
    'does not fit the proposal',
  ],
]

/** Each of them, done to a played case. */
export const forgedFrom = (record: Export) =>
  forgeries.map(([rule, forged, found]) => {
    const forger = new Forger(record)
    forged(forger)
    return { rule, found, record: { ...record, events: forger.events as Export['events'] } }
  })
