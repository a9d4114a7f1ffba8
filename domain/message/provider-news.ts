import type { Case } from '../case/case.ts'
import type { CaseEvent } from '../case/event.ts'
import { unsupplied } from '../compliance/missing-document.ts'
import { type DecisionIn, isAnnounced, unansweredRepresentations } from '../decision/decision.ts'
import { APPROVER_OUT, RULER_OUT } from '../decision/evolve.ts'
import { recordedAfterAward, unansweredAfterAward, unsignedUntil } from '../decision/late-representation.ts'
import { tenderDeadline } from '../tender/deadline.ts'
import { bidders, wasPublished } from '../tender/tender.ts'
import { told } from '../time/deadline.ts'
import type { ProvidersTold } from './message.ts'

interface News {
  /** Everybody who may tender, or these organisations. */
  to(theCase: Case): 'every provider' | string[]
  subject: string
  /** Where it is read; on the page of the tender, where nothing else is said. */
  page?: ProvidersTold['data']['page']
  /** Undefined when it is none of theirs, or the case has gone on and it is no news any more. */
  text(theCase: Case): string | undefined
}

const deadline = (theCase: Case): string | undefined => {
  const at = theCase.tender?.status === 'open' ? tenderDeadline(theCase) : undefined
  return at && told(at)
}

const isInMarket = ({ life, tender }: Case): boolean =>
  ['tender', 'evaluation', 'decision'].includes(life.stage) && wasPublished(tender)

/** The market while it may tender, or might have; once tenders are opened, those whose they are. */
function concerned({ tender }: Case): ReturnType<News['to']> {
  const unopened = tender?.status === 'open' || (tender?.status === 'ended' && !tender.openedAt)
  return unopened || bidders(tender).length === 0 ? 'every provider' : bidders(tender)
}

/** Those whose tenders the end of a round made void: when the next has begun, those of the round before. */
const whoLostIt = (theCase: Case): ReturnType<News['to']> =>
  theCase.tender?.status === 'ended' ? concerned(theCase) : Object.keys(theCase.tender?.earlier.at(-1)?.tenders ?? {})

/** Who objected, and whom the contract is to be awarded to. */
function partiesToObjections({ representations, recommendation }: DecisionIn<'standstill'>): string[] {
  const winner = recommendation.outcome === 'award' ? [recommendation.organisationId] : []
  return [...new Set([...representations.flatMap(({ organisationId }) => organisationId ?? []), ...winner])]
}

/** What the panel found on a representation that was recorded when the contract had been awarded. */
function afterTheAward(theCase: Case): string {
  const last = recordedAfterAward(theCase)
    .flatMap(({ answer }) => answer ?? [])
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .at(-1)
  const until = unsignedUntil(theCase)
  return last?.decision === 'should not stand'
    ? 'The panel has considered the representation that was recorded after the award. It found that the contract should not have been awarded. The authority will write to you about what becomes of the contract.'
    : `The panel has considered the representation that was recorded after the award: the award stands.${
        until === undefined ? '' : ` If the contract is not signed yet, it will not be signed before ${told(until)}.`
      }`
}

const reversed = ({ decision }: Case): string =>
  decision && decision.superseded.length > 0 && !isAnnounced(decision)
    ? ' The outcome announced earlier no longer stands, and your letters now say so.'
    : ''

const forAnOfficer = [APPROVER_OUT, RULER_OUT]

/** An exclusion reopened what bidders had been told. @param by whether it was this event that did */
const undone = (
  by: (of: { last: NonNullable<Case['decision']>['returned'][number]; theCase: Case }) => boolean,
): News => ({
  to: ({ tender }) => bidders(tender),
  subject: 'The decision was reopened',
  text: (theCase) => {
    const { decision } = theCase
    const last = decision?.returned.at(-1)
    if (decision?.status !== 'due' || last?.by !== 'exclusion' || decision.superseded.at(-1)?.at !== last.at)
      return undefined
    return by({ last, theCase })
      ? `The panel will decide again, and we will tell you the outcome.${reversed(theCase)}`
      : undefined
  },
})

/** What providers are told of by mail, by event (requirements §6, §7). No mail says what only the portal should. */
export const providerNews: { [T in CaseEvent['type']]?: News } = {
  DeadlineExtended: {
    to: () => 'every provider',
    subject: 'The deadline has moved',
    text: (theCase) => deadline(theCase) && `Tenders can be submitted before ${deadline(theCase)}.`,
  },
  // The same for everybody: who is asked to reconfirm is nobody's to know.
  TenderChanged: {
    to: () => 'every provider',
    subject: 'The requirements have changed',
    page: 'questions',
    text: (theCase) =>
      deadline(theCase) &&
      `The panel has changed the requirements. The page below says what has changed and why. If you have sent a tender, read the change, then reconfirm or replace your tender before ${deadline(theCase)}.`,
  },
  QuestionAnswered: {
    to: () => 'every provider',
    subject: 'A question has been answered',
    page: 'questions',
    text: (theCase) => deadline(theCase) && 'The question and the answer are published with the tender, for everybody.',
  },
  MissingDocumentAsked: {
    to: (theCase) => unsupplied(theCase).map(({ organisationId }) => organisationId),
    subject: 'A document is missing',
    page: 'missingDocument',
    text: ({ life }) =>
      life.wait?.name === 'missing document'
        ? `A document is missing from your tender. You can supply it once, before ${told(life.wait.dueAt)}. After that, the decision is made without it. The portal says what is missing.`
        : undefined,
  },
  OutcomeAnnounced: {
    to: ({ tender }) => bidders(tender),
    subject: 'The outcome',
    page: 'outcome',
    text: ({ decision }) =>
      isAnnounced(decision) ? 'Your letter, with your scores and their reasons, is in the portal.' : undefined,
  },
  // Only where the standstill became longer than the letters say.
  NoticePublished: {
    to: ({ tender }) => bidders(tender),
    subject: 'The standstill is longer',
    page: 'outcome',
    text: ({ decision }) =>
      decision?.status === 'standstill' && decision.published?.standstill
        ? `The notice of the intended award was published later than your letter. You can make a representation before ${told(decision.published.standstill.ends)}, and nothing will be awarded before then.`
        : undefined,
  },
  // Whom it concerns hears it at once: nobody should learn from a court that the award did not wait (decision 35).
  RepresentationMade: {
    to: ({ tender }) => bidders(tender),
    subject: 'A representation was recorded after the award',
    page: 'outcome',
    text: (theCase) =>
      unansweredAfterAward(theCase).length > 0
        ? 'A representation that was received before the standstill ended was recorded after the contract had been awarded. The award should have waited for it. The panel is considering it now, and we will tell you its decision. If the contract is to be yours, ask the programme manager before you sign it or do anything more under it.'
        : undefined,
  },
  // A further decision that stands is owed to who objected and to who is to be awarded the contract (SI 2023/1348, reg. 12).
  RepresentationAnswered: {
    to: ({ tender, decision }) => (decision?.status === 'standstill' ? partiesToObjections(decision) : bidders(tender)),
    subject: 'A further decision was made',
    page: 'outcome',
    text: (theCase) => {
      const { decision, life } = theCase
      if (decision?.status === 'awarded') return afterTheAward(theCase)
      if (decision?.status === 'standstill') {
        const open = unansweredRepresentations(decision).length > 0
        const until = life.wait?.name === 'standstill' ? life.wait.dueAt : decision.standstill.ends
        return `The panel has made its further decision on a representation: the announced outcome stands. If you made the representation, the answer with its reasons is in the portal. ${
          open
            ? 'Another representation is still being considered. Nothing will be awarded before it is answered.'
            : `Nothing will be awarded before ${told(until)}.`
        }`
      }
      return reversed(theCase) === ''
        ? undefined
        : `The panel will decide again, and we will tell you the outcome.${reversed(theCase)}`
    },
  },
  MemberExcluded: undone(({ last }) => !forAnOfficer.includes(last.reasons)),
  ConflictsChecked: undone(
    ({ last, theCase }) => forAnOfficer.includes(last.reasons) && theCase.conflicts?.checkedAt === last.at,
  ),
  PersonBarred: undone(
    ({ last, theCase }) =>
      forAnOfficer.includes(last.reasons) &&
      Object.values(theCase.conflicts?.standings ?? {}).some(
        (one) => one.status === 'barred' && one.ruling?.at === last.at,
      ),
  ),
  CasePaused: {
    to: concerned,
    subject: 'Paused',
    text: (theCase) => {
      const { life, tender, decision } = theCase
      if (life.status !== 'paused' || !isInMarket(theCase)) return undefined
      if (tender?.status === 'open')
        return 'The tender is paused. Nothing can be submitted until it is resumed. We will tell you the new deadline then.'
      return decision?.status === 'standstill'
        ? 'The case is paused. You can still make representations until the standstill ends.'
        : 'The case is paused. We will tell you when it resumes.'
    },
  },
  CaseResumed: {
    to: concerned,
    subject: 'Resumed',
    text: (theCase) => {
      if (theCase.life.status !== 'open' || !isInMarket(theCase)) return undefined
      const until = deadline(theCase)
      return until ? `The tender has resumed. Tenders can be submitted before ${until}.` : 'The case has resumed.'
    },
  },
  StageEntered: {
    to: whoLostIt,
    subject: 'The tender has ended',
    text: (theCase) => {
      const { life, tender } = theCase
      const ended = tender?.status === 'ended' ? tender.ended : tender?.earlier.at(-1)?.ended
      // A stage entered later is not what ended it.
      if (!ended || ended.at !== life.path.at(-1)?.entered) return undefined
      const next =
        life.stage === 'tender'
          ? 'It will be published again, for new tenders only.'
          : 'You cannot submit a tender for now.'
      return `This tender has ended without an award. The reason is in the portal, with your receipts. ${next}${reversed(theCase)}`
    },
  },
  AwardMade: {
    to: ({ tender }) => bidders(tender),
    subject: 'The contract was awarded',
    page: 'record',
    text: ({ decision }) =>
      decision?.status === 'awarded'
        ? 'The contract was awarded. The decision record says how it was decided. Everybody can read it.'
        : undefined,
  },
  CaseEnded: {
    to: concerned,
    subject: 'The case has ended',
    text: (theCase) => {
      const { life, tender } = theCase
      if (life.status !== 'ended' || !wasPublished(tender)) return undefined
      // Where anybody tendered they have a letter, which is announced.
      if (life.outcome === 'not awarded' && bidders(tender).length === 0)
        return `Nobody tendered, so the case has ended without an award. The panel’s reasons: ${life.reason}`
      return life.outcome === 'withdrawn'
        ? `The case was withdrawn, and nothing will be awarded. The reason is in the portal.${reversed(theCase)}`
        : undefined
    },
  },
}
